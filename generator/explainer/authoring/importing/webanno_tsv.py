"""WebAnno TSV 3, which INCEpTION and WebAnno write: the text by tokens, and in columns what was annotated.

Offsets count the 16-bit units of UTF-16, as in Java. A file holds only the sentences; between them is white space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from explainer.text.numbers import whole

FORMAT = re.compile(r"#FORMAT=WebAnno TSV 3(?:\.\d+)?\s*$")
_TOKEN = re.compile(r"(\d+-\d+(?:\.\d+)?)\t(\d+)-(\d+)\t([^\t]*)(?:\t(.*))?$")
LEADS = "→"
"""Ends the name of a value that is the number of a token: what a slot holds, where a relation begins."""
_FIX = "export the document as “WebAnno TSV v3”"


class NoWebAnnoError(ValueError):
    """The file is none of these: where and why, and what to do, in one line."""


@dataclass(slots=True)
class Layer:
    """A layer of annotations. `kind` is SP for passages, CH for chains of them, RL for relations between them."""

    name: str
    kind: str
    features: tuple[str, ...]
    marks: "list[LayerMark]" = field(default_factory=list)


@dataclass(slots=True)
class LayerMark:
    """One annotation: from where to where, and its values by feature."""

    start: int
    end: int
    line: int
    values: dict[str, str]


@dataclass(slots=True)
class TsvDocument:
    """What a file holds."""

    layers: list[Layer] = field(default_factory=list)
    _units: bytearray = field(default_factory=bytearray)
    """The text in UTF-16."""
    tokens: dict[str, str] = field(default_factory=dict)
    """The words of each token by its number, to say what a value points at."""

    def text(self, start: int, end: int) -> str:
        """The words between two offsets; half of a character is none."""
        return self._units[max(0, start) * 2 : end * 2].decode("utf-16-le", "ignore")

    def write(self, start: int, words: str) -> None:
        """Put words at an offset, with spaces before them where the file has nothing."""
        units = words.encode("utf-16-le", "replace")
        gap = start - len(self._units) // 2
        self._units.extend(" ".encode("utf-16-le") * max(0, gap))
        self._units[start * 2 : start * 2 + len(units)] = units


def read(text: str, name: str) -> TsvDocument:
    """The text and its layers. Raises NoWebAnnoError."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    if not FORMAT.match(lines[0]):
        raise NoWebAnnoError(f"{name}:1:1: the first line is not `#FORMAT=WebAnno TSV 3…`; {_FIX}")
    document = TsvDocument()
    columns: list[tuple[Layer, str]] = []
    sentence: list[str] = []
    marks: dict[tuple[int, str], LayerMark] = {}
    for number, line in enumerate(lines[1:], 2):
        if header := re.match(r"#T_(SP|CH|RL)=(.*)$", line):
            columns += _columns(document, header[1], header[2])
        elif line.startswith("#Text="):
            sentence.append(_plain(line.removeprefix("#Text=")))
        elif token := _TOKEN.match(line):
            start, end, words = whole(token[2]), whole(token[3]), _plain(token[4])
            if end < start or end > 2 * len(text):
                raise NoWebAnnoError(f"{name}:{number}:1: the offsets {start}-{end} are none of this text; {_FIX}")
            if sentence:
                document.write(start, "\n".join(sentence))
                sentence = []
            if document.text(start, end) != words and words:
                document.write(start, words)
            document.tokens[token[1]] = words
            cells = (token[5] or "").split("\t")
            if len(cells) < len(columns):
                told = f"{len(cells)} columns of annotations, and its header names {len(columns)}"
                raise NoWebAnnoError(f"{name}:{number}:1: this line has {told}; {_FIX}")
            _read_cells(cells, columns, (start, end, number), marks)
        elif line.strip() and not line.startswith("#"):
            raise NoWebAnnoError(f"{name}:{number}:1: `{line[:60]}` is no line of a token; {_FIX}")
    return document


def _columns(document: TsvDocument, kind: str, written: str) -> Iterator[tuple[Layer, str]]:
    """The columns of a layer: a feature each; one where it has none; that a slot or a relation leads to is the next."""
    layer_name, *features = [written.partition("|")[0], *filter(None, written.split("|")[1:])]
    named = []
    for feature in features:
        if role := re.match(r"ROLE_[^:]*:(\w+?)_", feature):
            named.append(role[1])
        elif named and features[features.index(feature) - 1].startswith("ROLE_"):
            named.append(f"{named[-1]} {LEADS}")
        else:
            named.append(LEADS if feature.startswith("BT_") else feature)
    if kind == "RL" and named == [LEADS]:
        named.insert(0, "")
    layer = Layer(layer_name, kind, tuple(filter(None, named)))
    document.layers.append(layer)
    yield from ((layer, feature) for feature in named or [""])


def _read_cells(
    cells: list[str],
    columns: list[tuple[Layer, str]],
    place: tuple[int, int, int],
    marks: dict[tuple[int, str], LayerMark],
) -> None:
    start, end, line = place
    here: dict[tuple[int, int], LayerMark] = {}
    for cell, (layer, feature) in zip(cells, columns, strict=False):
        if cell in ("_", ""):
            continue
        for at, written in enumerate(split(cell, "|")):
            number = (
                re.search(r"(?<!\\)\[(\d+)\]$", written) if layer.kind == "SP" and not feature.endswith(LEADS) else None
            )
            value = written[: number.start()] if number else written
            key = (id(layer), number[1]) if number else None
            mark = here.get((id(layer), at)) or (marks.get(key) if key else None)
            if mark is None:
                mark = LayerMark(start, end, line, {})
                layer.marks.append(mark)
            if key:
                marks[key] = mark
            here[id(layer), at] = mark
            mark.start, mark.end = min(mark.start, start), max(mark.end, end)
            if feature and value not in ("*", "_") and feature not in mark.values:
                mark.values[feature] = value if feature.endswith(LEADS) or layer.kind != "SP" else _plain(value)


def split(text: str, mark: str) -> list[str]:
    """The parts between marks that are not escaped."""
    return re.findall(rf"(?:\\.|[^\\{re.escape(mark)}])+", text) or [text]


def _plain(text: str) -> str:
    r"""Text without escapes: `\t` is a tab, `\_` an underscore."""
    known = {"t": "\t", "n": "\n", "r": "\r"}
    return re.sub(r"\\(.)", lambda match: known.get(match[1], match[1]), text)
