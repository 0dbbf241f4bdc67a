"""Which files the seeds consist of: what each path is, what is missing, and what does not belong there."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from enum import Enum

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.files import FILES
from explainer.source import Span

LISTS = tuple(file.path.removeprefix("seeds/").removesuffix(".yaml") for file in FILES if file.path.count("/") == 1)
FOLDERS = tuple(dict.fromkeys(file.path.split("/")[1] for file in FILES if file.path.count("/") > 1))
"""That of the articles, each a folder, then those whose files are records."""
_UNTRANSLATED = ("loaded-words", "renamed", "silenced")
"""Lists that an edition does not repeat: they hold no text for readers."""
ARTICLE_FILES = ("source.txt", "article.yaml", "annotations.yaml")


_FORMER = re.compile(r"source\.[0-9]+(?:-[0-9]+)*\.txt")
"""`source.2024-03-13.txt`, `source.2.txt`: what `reanchor` keeps of the text that was annotated before."""
_DAY = re.compile(r"source\.(?P<day>\d{4}-\d\d-\d\d)?-?(?P<number>\d+)?\.txt")


_RECEIVED = re.compile(r"received\.[a-z0-9]{1,12}(?:\.gz)?")
"""`received.pdf`: the file that an article was taken from, as it came."""


class SeedPath(Enum):
    """What a path is to the generator."""

    YAML = "a YAML file"
    SOURCE = "the text of an article"
    DATA = "data of the map"
    RECEIVED = "the file that an article was taken from"
    FORMER = "an earlier text of an article"
    IGNORED = "a file of the editor or the system, or the provenance of the map"
    UNKNOWN = "a file that nothing reads"


def place_of(path: str) -> SeedPath:
    """What the file at `path` is, by its place and name alone."""
    parts = path.split("/")[1:]
    name = parts[-1]
    if any(part.startswith(".") for part in parts) or name.endswith(("~", ".swp", ".swo", ".bak", ".orig", ".tmp")):
        return SeedPath.IGNORED
    if name.startswith("#") and name.endswith("#"):
        return SeedPath.IGNORED
    match parts:
        case [str()] if name in {f"{known}.yaml" for known in LISTS}:
            return SeedPath.YAML
        case [folder, str()] if folder in FOLDERS[1:] and name.endswith(".yaml") and name != ".yaml":
            return SeedPath.YAML
        case ["editions", str(), *inner] if inner:
            original = place_of("/".join(("seeds", *inner)))
            is_list = original is SeedPath.YAML and inner[0] != "editions" and inner[0][:-5] not in _UNTRANSLATED
            return SeedPath.YAML if is_list else SeedPath.UNKNOWN
        case ["map", str()] if name.endswith(".geojson") and name != ".geojson":
            return SeedPath.DATA
        case ["map", "README.md"]:
            return SeedPath.IGNORED
        case ["articles", _, "source.txt"]:
            return SeedPath.SOURCE
        case ["articles", _, str()] if _RECEIVED.fullmatch(name):
            return SeedPath.RECEIVED
        case ["articles", _, str()] if _FORMER.fullmatch(name):
            return SeedPath.FORMER
        case ["articles", _, "article.yaml" | "annotations.yaml"]:
            return SeedPath.YAML
        case _:
            return SeedPath.UNKNOWN


def day_of(path: str) -> tuple[str | None, int]:
    """When an earlier text was read, as its name says, and which of that day, or of those without one, it is."""
    found = _DAY.fullmatch(path.rpartition("/")[2])
    return (found["day"], int(found["number"] or 1)) if found else (None, 1)


def is_received(path: str) -> bool:
    """Whether a path is that of a file as it was received, of which only the digest is read."""
    return place_of(path) is SeedPath.RECEIVED


_MISSING = {
    "source.txt": "Put the text of the article there, letter for letter; or remove the folder.",
    "article.yaml": "Say in it where the text is from: `title`, `description`, `licence`, `provenance`.",
}


def incomplete(paths: Collection[str]) -> Iterator[Diagnostic]:
    """What a site cannot do without and is not there."""
    known = [path for path in paths if place_of(path) in (SeedPath.YAML, SeedPath.SOURCE)]
    if not known:
        message = "there is no file of a site in `seeds`"
        fix = "Begin with an article: `explainer add FILE`; or look at an example: `explainer new another-folder`."
        yield Diagnostic(rules.SEEDS_EXIST, Span("seeds"), message, fix)
        return
    if "seeds/site.yaml" not in paths:
        fix = "Create it, with the keys `title`, `description`, `lede`, and `article`: the name of an article's folder."
        yield Diagnostic(rules.SEEDS_EXIST, Span("seeds/site.yaml"), "`seeds` has no `site.yaml`", fix)
    folders = sorted({path.split("/")[2] for path in known if path.startswith("seeds/articles/")})
    if not folders:
        fix = "Make one from a text or a saved page: `explainer add FILE`."
        yield Diagnostic(rules.SEEDS_EXIST, Span("seeds/articles"), "`seeds/articles` has no article", fix)
    for folder in folders:
        for name in ("source.txt", "article.yaml"):
            path = f"seeds/articles/{folder}/{name}"
            if path not in paths:
                message = f"the folder `articles/{folder}` has no `{name}`"
                yield Diagnostic(rules.ARTICLE_IS_COMPLETE, Span(path), message, _MISSING[name])


def misplaced(path: str) -> Diagnostic:
    """The warning for a file that nothing reads, with the name it was probably meant to have."""
    inside = path.removeprefix("seeds/")
    message = f"nothing reads `{inside}`"
    meant = _meant(inside.split("/"))
    fix = f"Did you mean `{meant}`?" if meant else ""
    return Diagnostic(rules.FILE_IS_KNOWN, Span(path), message, fix)


_CALLED = {
    "bibliography": "sources", "references": "sources", "literature": "sources", "terms": "glossary",
    "dictionary": "glossary", "people": "parties", "actors": "parties", "gazetteer": "places", "timeline": "events",
    "changes": "corrections", "notes": "annotations", "comments": "annotations", "meta": "article",
    "metadata": "article", "provenance": "article",
}  # fmt: skip
"""What else people call the files."""
_TEXT = re.compile(r"(?:article|body|source|text)\.\w+|[^.]+\.te?xt", re.IGNORECASE)


def _meant(parts: list[str]) -> str | None:
    match parts:
        case [name]:
            return _at_top(name)
        case ["articles", name] if _nearest(name, ARTICLE_FILES):
            return f"articles/<name of the article>/{_nearest(name, ARTICLE_FILES)}"
        case ["articles", name]:
            return f"articles/{_stem(name)}/{'source.txt' if _TEXT.fullmatch(name) else 'article.yaml'}"
        case [folder, name] if right := _nearest(folder, FOLDERS):
            renamed = f"{right}/{_stem(name)}.yaml"
            return renamed if right != "articles" and renamed != "/".join(parts) else None
        case ["map", name] if name.lower().endswith((".json", ".geojson")):
            return f"map/{_stem(name)}.geojson"
        case [folder, article, name] if _nearest(folder, FOLDERS) == "articles":
            right = _nearest(name, ARTICLE_FILES) or ("source.txt" if _TEXT.fullmatch(name) else None)
            return f"articles/{article}/{right}" if right else _nearest(name, _LIST_FILES)
        case [folder, _, name] if (right := _nearest(folder, FOLDERS)) and name.lower().endswith((".yaml", ".yml")):
            return f"{right}/{_stem(name)}.yaml"
        case _:
            return None


_LIST_FILES = tuple(f"{known}.yaml" for known in LISTS)


def _at_top(name: str) -> str | None:
    """A list under another name, a file of an article, or what is a folder of records here."""
    known = {each: each for each in _LIST_FILES}
    known |= {each: f"articles/<name of the article>/{each}" for each in ARTICLE_FILES}
    known |= {f"{folder}.yaml": f"{folder}/<its id>.yaml" for folder in FOLDERS[1:]}
    known["map.geojson"] = "map/<its name>.geojson"
    meant = _nearest(name, known)
    return known[meant] if meant else None


def _nearest(name: str, known: Collection[str]) -> str | None:
    """The known name that this one means: in another case, with another ending, a slip of the fingers, another word."""
    lower = name.lower()
    if lower.endswith((".yml", ".yaml", ".json")):
        lower = f"{_CALLED.get(_stem(lower), _stem(lower))}.yaml"
    return next(iter(get_close_matches(lower, known, 1, 0.75)), None)


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
