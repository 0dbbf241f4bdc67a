"""The example site that lies in the package: what `explainer new` writes, in English or in one of a few languages.

The files are one set, with one structure. `example_words/<language>.json` holds, file by file, what stands there in
English and what stands in its place in the language; comments, which are for authors, stay English.
"""

import json
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "example"
WORDS = Path(__file__).parent.parent / "example_words"
LANGUAGES = ("en", *sorted(path.stem for path in WORDS.glob("*.json")))
_HIDDEN = ("gitignore", "vscode")
"""Files and folders that are hidden in a site: hidden ones in the package would steer the repository that holds it."""


def example_files(language: str = "en") -> dict[str, bytes]:
    """Every file of the example by its path in the new folder."""
    found = sorted(path for path in EXAMPLE.rglob("*") if path.is_file())
    names = [path.relative_to(EXAMPLE).as_posix() for path in found]
    files = {_in_site(name): path.read_bytes() for name, path in zip(names, found, strict=True)}
    if language == "en":
        return files
    words: dict[str, list[list[str]]] = json.loads((WORDS / f"{language}.json").read_text(encoding="utf-8"))
    return files | {path: _translated(files[path].decode(), pairs).encode() for path, pairs in words.items()}


def _translated(text: str, pairs: list[list[str]]) -> str:
    """The text with each of the English words replaced once: the first time that they stand outside a comment."""
    for english, words in pairs:
        at = next(at for at in _places(text, english) if english.startswith("`") or not _is_comment(text, at))
        text = text[:at] + words + text[at + len(english) :]
    return text


def _places(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _is_comment(text: str, at: int) -> bool:
    return text[text.rfind("\n", 0, at) + 1 : at].startswith("# ") and not text.startswith("---")


def _in_site(name: str) -> str:
    return f".{name}" if name.split("/")[0] in _HIDDEN else name
