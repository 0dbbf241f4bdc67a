"""On built pages: the text of an article is the text of its file, and every passage has its note.

What is expected is worked out here from the bytes of the file, without the generator: the file is UTF-8, a
byte-order mark is no text; lines end at line feeds; lines of white space alone, declared furniture and the headline
part paragraphs; a paragraph is its lines, without the white space at its two ends. Inside a paragraph every
character counts, white space too.
"""

import hashlib
import random
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
import yaml

from explainer import anchoring, pipeline, reading, validating
from explainer.text.folding import fold
from tests import hostile
from tests.built_articles import BuiltArticle
from tests.projects import MINIMAL, PROJECT, copy_minimal, run_module

# Their site takes long to make: one process makes it.
pytestmark = pytest.mark.xdist_group("hostile-articles")

HOSTILE = hostile.articles()


def expected(content: bytes, furniture: list[str], headline: str | None) -> tuple[str | None, list[str]]:
    """The headline and the paragraphs that a page must show, from the bytes of its file."""
    lines = content.decode("utf-8").removeprefix("\ufeff").split("\n")
    bare = [line.strip() for line in lines]
    left_out: dict[int, str] = {}
    for text, what in [(text, "furniture") for text in furniture] + ([(headline, "headline")] if headline else []):
        wanted = [line.strip() for line in text.rstrip("\n").split("\n")]
        (at,) = (at for at in range(len(bare)) if bare[at : at + len(wanted)] == wanted)
        left_out |= dict.fromkeys(range(at, at + len(wanted)), what)

    def kind(at: int) -> str:
        return left_out.get(at) or ("text" if bare[at] else "")

    found: dict[str, list[str]] = {"text": [], "headline": [], "furniture": [], "": []}
    for what, numbers in groupby(range(len(lines)), kind):
        found[what].append("\n".join(lines[number] for number in numbers).strip())
    return next(iter(found["headline"]), None), found["text"]


def declared(project: Path, name: str) -> tuple[list[str], str | None]:
    """The furniture and the headline that an article declares."""
    article = yaml.safe_load((project / "seeds" / "articles" / name / "article.yaml").read_text("utf-8"))
    return [part["text"] for part in article.get("furniture", [])], article.get("headline")


def check(project: Path, site: Path, name: str) -> None:
    """The page of an article shows its text, nothing of it interpreted, and the file's SHA-256."""
    content = (project / "seeds" / "articles" / name / "source.txt").read_bytes()
    headline, paragraphs = expected(content, *declared(project, name))
    built = BuiltArticle.read(site, name)
    assert built.paragraphs == paragraphs
    assert headline is None or built.headline == headline
    assert built.foreign == []
    assert built.sha256 == hashlib.sha256(content).hexdigest()


def check_notes(project: Path, site: Path, name: str) -> int:
    """Every passage reads as its quote and has its note, and there is no other note."""
    annotations = yaml.safe_load((project / "seeds" / "articles" / name / "annotations.yaml").read_text("utf-8"))
    built = BuiltArticle.read(site, name)
    for annotation in annotations:
        passage = built.passage(annotation["id"])
        assert fold(passage.text).text == fold(annotation["quote"]).text.strip(), annotation["id"]
        assert passage.has_note, annotation["id"]
        assert passage.has_way_back, annotation["id"]
    assert sorted(built.notes) == sorted(annotation["id"] for annotation in annotations)
    return len(annotations)


# --- hostile articles -------------------------------------------------------------------------------


def article_yaml(content: bytes) -> str:
    """An article.yaml: the furniture where there is some, the first line as headline where it stands there once."""
    article = {"title": "Hostile", "description": "Hostile.", "licence": "free", "provenance": "Made up."}
    lines = [line.strip() for line in content.decode().removeprefix("\ufeff").split("\n")]
    first = next(line for line in lines if line)
    if hostile.FURNITURE in lines:
        article["furniture"] = [{"text": hostile.FURNITURE, "what": "share buttons"}]  # type: ignore[assignment]
    if lines.count(first) == 1 and first != hostile.FURNITURE and len(first) < 200 and len([*filter(None, lines)]) > 1:
        article["headline"] = first
    return yaml.safe_dump(article, width=9999)  # only ASCII: every other character as its number


def annotations_yaml(seeds: dict[str, bytes], name: str) -> str:
    """Notes at random spans of an article, over marks and line breaks, across and inside one another."""
    valid, _ = validating.validate(reading.parse(seeds)[0])
    text = valid.articles[name].text
    notes = []
    for number, (start, end) in enumerate(spans(random.Random(name), text.blocks[-1].end)):
        if hostile.FURNITURE in text.text[start:end]:
            continue  # a passage runs across no furniture
        try:
            selector = anchoring.select_in(text, start, end)
        except ValueError:
            continue  # only white space
        context = {"prefix": selector.prefix, "suffix": selector.suffix}
        context = {key: value for key, value in context.items() if value}
        notes.append({"id": f"n{number}", "kind": "note", "quote": selector.quote, **context, "note": "A note."})
    return yaml.safe_dump(notes, width=9999)


def spans(dice: random.Random, length: int) -> Iterator[tuple[int, int]]:
    for _ in range(12):
        start = dice.randrange(length)
        yield start, start + dice.choice((1, 2, 8, 40, 200))


@pytest.fixture(scope="session")
def hostile_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of the minimal site and all hostile articles, each with notes."""
    project = copy_minimal(tmp_path_factory.mktemp("hostile") / "project")
    for name, content in HOSTILE.items():
        seeds = {
            f"seeds/articles/{name}/source.txt": content,
            f"seeds/articles/{name}/article.yaml": article_yaml(content).encode(),
        }
        seeds[f"seeds/articles/{name}/annotations.yaml"] = annotations_yaml(seeds, name).encode()
        for path, written in seeds.items():
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_bytes(written)
    return project


@pytest.fixture(scope="session")
def hostile_site(hostile_project: Path) -> Path:
    done = run_module("mkdocs", "build", "--quiet", cwd=hostile_project)
    assert done.returncode == 0, done.stdout + done.stderr
    return hostile_project / "site"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_article_is_its_file(hostile_project: Path, hostile_site: Path, name: str) -> None:
    check(hostile_project, hostile_site, name)


@pytest.mark.parametrize("name", HOSTILE)
def test_every_passage_of_a_hostile_article_has_its_note(hostile_project: Path, hostile_site: Path, name: str) -> None:
    check_notes(hostile_project, hostile_site, name)


def test_the_hostile_articles_have_notes(hostile_project: Path) -> None:
    found = pipeline.link(hostile_project)[0].anchored.articles.values()
    assert sum(len(article.anchors) for article in found) > 5 * len(HOSTILE)


# --- the articles of this repository ----------------------------------------------------------------


def names(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "seeds" / "articles").iterdir() if path.is_dir())


@pytest.mark.parametrize("name", names(PROJECT))
def test_an_article_of_the_real_site(real_site: Path, name: str) -> None:
    check(PROJECT, real_site, name)
    assert check_notes(PROJECT, real_site, name) > 0


@pytest.mark.parametrize("name", names(MINIMAL))
def test_an_article_of_the_minimal_site(minimal_site: Path, name: str) -> None:
    check(MINIMAL, minimal_site, name)
    assert check_notes(MINIMAL, minimal_site, name) > 0
