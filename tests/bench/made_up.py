"""A made-up project of any size: every article has its own words, twenty notes, and takes part in shared records."""

import json
import random
from pathlib import Path

SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "bra", "cle")
SETTINGS = """\
site_name: Made up
site_url: https://example.org/
theme: {name: material, font: false}
plugins: [explainer]
markdown_extensions: [attr_list, md_in_html, def_list, tables, {toc: {permalink: false}}]
not_in_nav: |
  /how-to-read.md
  /open-questions.md
  /articles/
  /questions/
  /context/
"""
PARAGRAPHS, WORDS, NOTES, TERMS = 9, 80, 20, 40


def write_project(folder: Path, articles: int) -> None:
    """A project of so many articles, a question for ten of them, a glossary of 40 terms. Same size, same bytes."""
    chance = random.Random(articles)
    vocabulary = sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(3000)})
    questions = [f"question-{number}" for number in range(max(1, articles // 10))]
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SETTINGS)
    for number in range(articles):
        _article(folder / "seeds" / "articles" / f"article-{number:04}", vocabulary, questions, chance)
    for question in questions:
        _write(folder / "seeds" / "questions" / f"{question}.yaml", _question(question))
    _write(folder / "seeds" / "context" / "box.yaml", _BOX)
    _write(folder / "seeds" / "site.yaml", _SITE)
    _write(folder / "seeds" / "parties.yaml", _PARTIES)
    _write(folder / "seeds" / "sources.yaml", {"references": [_source(number) for number in range(NOTES)]})
    terms = [{"id": f"term-{word}", "term": word, "definition": f"What {word} means."} for word in vocabulary[:TERMS]]
    _write(folder / "seeds" / "glossary.yaml", terms)


def _article(folder: Path, vocabulary: list[str], questions: list[str], chance: random.Random) -> None:
    paragraphs = [chance.choices(vocabulary, k=WORDS) for _ in range(PARAGRAPHS)]
    notes = []
    for number in range(NOTES):
        words = paragraphs[number % PARAGRAPHS]
        start = (number // PARAGRAPHS) * 25
        quote = " ".join(words[start : start + 8])
        note: dict[str, object] = {"id": f"note-{number}", "quote": quote, "note": f"Of {words[0]} [@source-{number}]."}
        if number % 2:
            note |= {"kind": "claim", "party": f"party-{number % 3}", "question": chance.choice(questions)}
        else:
            note |= {"kind": "framing"}
        notes.append(note)
    folder.mkdir(parents=True)
    text = "\n\n".join(" ".join(words).capitalize() + "." for words in paragraphs)
    # The first word of a paragraph is written with a capital.
    for note, paragraph in zip(notes, paragraphs, strict=False):
        note["quote"] = str(note["quote"]).replace(paragraph[0], paragraph[0].capitalize(), 1)
    (folder / "source.txt").write_text(text + "\n")
    _write(folder / "annotations.yaml", notes)
    title = f"About {paragraphs[0][1]} and {paragraphs[0][2]} in {folder.name}"
    _write(folder / "article.yaml", {"title": title, **_ARTICLE})


def write_long_article(folder: Path, notes: int) -> None:
    """A project of one article with so many notes, five to a paragraph and 500 characters to each: 2,000 make 1 MB."""
    write_project(folder, 1)
    chance = random.Random(notes)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(3000)]
    paragraphs, made = [], []
    for number in range(0, notes, 5):
        own = chance.choices(words, k=5 * 75)
        for index in range(number, min(number + 5, notes)):
            start = (index - number) * 75
            own[start] = f"place{index}"
            claim = {"kind": "claim", "party": f"party-{index % 3}", "status": "unverified", "as-of": "2031"}
            made.append(
                {"id": f"note-{index}", "quote": " ".join(own[start : start + 8]), "note": f"Of {own[1]} [@source-1]."}
                | (claim if index % 2 else {"kind": "framing"})
            )
        paragraphs.append(" ".join(own) + ".")
    article = folder / "seeds" / "articles" / "article-0000"
    (article / "source.txt").write_text("\n\n".join(paragraphs) + "\n")
    _write(article / "annotations.yaml", made)


_ARTICLE = {"description": "Made up.", "licence": "Made up.", "provenance": "Made up for a benchmark."}
_BOX = {"title": "A box", "description": "Made up.", "as-of": "2031", "text": "It is made up [@source-1]."}
_SITE = {"title": "Made up", "description": "Made up.", "lede": "Nothing here is real.", "article": "article-0000"}
_PARTIES = {
    "sides": [{"id": "one", "letter": "A", "name": "One", "hue": "umber"}],
    "parties": [
        {"id": f"party-{n}", "name": f"Party {n}", "type": "unit", "side": "one", "office": "unit"} for n in range(3)
    ],
}


def _question(id: str) -> dict[str, object]:
    evidence = [{"source": "source-1", "relation": "supports"}]
    positions = [{"party": f"party-{n}", "position": "asserts", "note": "So.", "evidence": evidence} for n in range(3)]
    return {
        "title": f"What of {id}?", "status": "disputed", "as-of": "2031", "summary": "Unclear.",
        "assessment": "Unclear [@source-2].", "positions": positions, "evidence": evidence,
    }  # fmt: skip


def _source(number: int) -> dict[str, object]:
    return {
        "id": f"source-{number}", "type": "webpage", "title": f"Source {number}", "container-title": "Paper",
        "issued": "2031", "reading": "original",
    }  # fmt: skip


def _write(path: Path, value: object) -> None:
    """JSON is YAML."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1))
