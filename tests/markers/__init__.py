"""The minimal site with a marker in every text that an author may write.

Made from the shapes, so that a new field has a marker without anybody thinking of it. A marker does nothing: wherever
a text is taken for markup, it leaves an element or an attribute that is looked for by its name.
"""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import yaml

from explainer.model import seeds as shapes
from explainer.model.allowed import Expected, ListOf, RecordOf, TableOf, TextOf, fields_of, kind_word
from explainer.model.fields import LINE, MARKDOWN, TEXT
from explainer.model.files import FILES, SeedFile
from tests.projects import copy_minimal

NAME = "x-mark"
"""Of the elements, and at the end of that of the attributes."""
WORD = "everymark"
"""In each text, for a search that finds all of them."""
PIECES = (
    '<x-mark a="b">',
    '" onx-mark="1',
    "' onx-mark='1",
    "</script><x-mark>",
    "</textarea></title><x-mark>",
    "]]><x-mark>",
    "--><x-mark>",
    "{{ x }}",
    "&lt;x-mark>",
)
MARKER = " ".join(PIECES)
IN_MARKDOWN = " ".join(
    (
        MARKER.replace("<", "\\<").replace("&", "\\&"),
        f"`{MARKER}`",
        '[link](<https://example.org/" onx-mark="1>)',
        "&lt;x-mark a=&quot;b&quot;&gt;",
    )
)
_FREE = (LINE, TEXT, MARKDOWN)
OF_ARTICLE = {
    *((shape, key) for shape in get_args(shapes.Annotation) for key in ("quote", "prefix", "suffix")),
    *((shapes.Unannotated, key) for key in ("quote", "prefix", "suffix")),
    (shapes.Article, "headline"),
    (shapes.Furniture, "text"),
}
"""What must stand in the article, which has its own markers."""
NAMES_OF_OTHERS = {
    (shapes.Correction, "record"),
    (shapes.Renamed, "record"),
    (shapes.Silence, "rule"),
    (shapes.Silence, "record"),
    (shapes.MapLabel, "code"),
    (shapes.Map, "ground"),
}
"""What must be the name of something that is elsewhere."""
_PAIR = "compare: [{articles: [market, wire]}]\n"
_WIRE = {
    "source.txt": "Nobody was hurt in Brindle.\n",
    "article.yaml": "title: The wire\ndescription: Short\nlicence: Invented\nprovenance: A wire\n"
    "unannotated: [{quote: Nobody was hurt in Brindle., reason: short}]\n",
}
_TOPICS = "- {id: roof, title: The roof, text: It fell in., articles: [market], questions: [stalls]}\n"
_REPORT = """
title: The county’s report
source: county-2031-02-05
read: part
passages:
  - {id: list, question: stalls, quote: Twelve stalls were listed, named: office, by: The council, counts: {stalls: 12}}
"""
_RECEIVED = f"""
received:
  form: pdf
  sha256: {64 * "0"}
  part: all
  command: x
  made-with: x
  pages: [{{page: i, at: '1:1'}}]
"""
_SILENCED = "- {rule: silence-is-needed, file: seeds/silenced.yaml, reason: A marker.}\n"
_RENAMED = "- {record: question/stalls, was: losses, since: 2031-02-08}\n"
_EDITION = "{translated: 2031-02-09, by: A translator, names: {Home: Start}}\n"
_TRANSLATIONS = """
- {at: title, of: Stalls that were lost, text: Verlorene Stände}
- {at: positions/1/says, of: 40 stalls were destroyed, text: 40 Stände wurden zerstört}
"""
_WITHOUT_WORDS = {"no-comment", "not-reported"}
"""Positions that have no words."""


def in_article(text: str) -> str:
    """A text of the article with a marker in each space, so that what was a part of it still is one."""
    return re.sub(" +", f" {_ONE_WORD} ", text)


_ONE_WORD = "".join(PIECES).replace(" ", "/")
"""As good as a space between attributes."""


class Marking:
    """`words` are those put into texts, by the shape and the key of the field."""

    def __init__(self) -> None:
        self.words: dict[tuple[type, str], list[str]] = {}
        self._number = itertools.count(100)

    def record(self, shape: type, record: dict[str, Any]) -> dict[str, Any]:
        """The record with a marker in each text, also in those that it did not have."""
        marked = dict(record)
        for key, field in fields_of(shape).items():
            if (shape, key) in NAMES_OF_OTHERS or (key == "says" and record.get("position") in _WITHOUT_WORDS):
                continue
            if (shape, key) in OF_ARTICLE:
                if key in record:
                    marked[key] = in_article({"prefix": "{} ", "suffix": " {}"}.get(key, "{}").format(record[key]))
            elif key in record or _may_be_made(field.expected):
                marked[key] = self._value(shape, key, field.expected, record.get(key))
        return marked

    def _value(self, shape: type, key: str, expected: Expected, value: Any) -> Any:
        match expected:
            case TextOf(form=form) if form in _FREE:
                word = f"mark{next(self._number)}"
                self.words.setdefault((shape, key), []).append(word)
                return f"{value or ''} {word} {WORD} {IN_MARKDOWN if form is MARKDOWN else MARKER}".strip()
            case ListOf(item=TextOf(form=form) as item) if form is LINE:
                return [*(value or ()), self._value(shape, key, item, None)]  # as an author wrote them, and one more
            case ListOf(item=item):
                return [self._value(shape, key, item, each) for each in value or [None]]
            case TableOf(value=inner):
                return {name: self._value(shape, key, inner, each) for name, each in value.items()}
            case RecordOf(shape=inner):
                return self.record(inner, value or {})
        return value


def _may_be_made(expected: Expected) -> bool:
    match expected:
        case TextOf(form=form):
            return form in _FREE
        case ListOf(item=TextOf() as item):
            return _may_be_made(item)
        case RecordOf(shape=shape):
            return not any(field.required for field in fields_of(shape).values())
    return False


def fields() -> Iterator[tuple[type, str]]:
    """Every field of every shape that takes any text of the author's."""
    seen: set[type] = set()
    waiting = [shape for file in FILES for shape in (*file.shapes, *(each for _, each in file.sections))]
    while waiting:
        shape = waiting.pop()
        if shape in seen:
            continue
        seen.add(shape)
        for key, field in fields_of(shape).items():
            expected = field.expected
            while isinstance(expected, ListOf | TableOf):
                expected = expected.item if isinstance(expected, ListOf) else expected.value
            if isinstance(expected, RecordOf):
                waiting.append(expected.shape)
            elif isinstance(expected, TextOf) and expected.form in _FREE:
                yield shape, key


def marked_project(folder: Path) -> tuple[Path, Marking]:
    """The minimal project with markers, at an address, so that it has a feed, and with a record that was renamed."""
    project, marking = copy_minimal(folder), Marking()
    site = project / "seeds" / "site.yaml"
    site.write_text(
        f"{site.read_text(encoding='utf-8')}address: https://brindle.example/hall/\n{_PAIR}", encoding="utf-8"
    )
    glossary = project / "seeds" / "glossary.yaml"
    words = glossary.read_text(encoding="utf-8").replace("variants: [guilds]", "variants: [guilds, storm]")
    glossary.write_text(words, encoding="utf-8")  # a term that the article has
    article = project / "seeds" / "articles" / "market" / "article.yaml"
    article.write_text(article.read_text(encoding="utf-8") + _RECEIVED, encoding="utf-8")
    question = project / "seeds" / "questions" / "stalls.yaml"
    listed = "note: The list of the council."
    pictures = f"{listed}, placed: {{what: a photograph, place: brindle, by: the guild}}"
    asked = question.read_text(encoding="utf-8").replace(listed, pictures) + "asked: {en: [How many]}\n"
    question.write_text(asked, encoding="utf-8")
    (project / "seeds" / "renamed.yaml").write_text(_RENAMED, encoding="utf-8")
    (project / "seeds" / "silenced.yaml").write_text(_SILENCED, encoding="utf-8")
    (project / "seeds" / "topics.yaml").write_text(_TOPICS, encoding="utf-8")
    wire = project / "seeds" / "articles" / "wire"
    wire.mkdir()
    for name, text in _WIRE.items():
        (wire / name).write_text(text, encoding="utf-8")
    reports = project / "seeds" / "reports"
    reports.mkdir()
    (reports / "county.yaml").write_text(_REPORT, encoding="utf-8")
    (project / "seeds" / "editions" / "de" / "questions").mkdir(parents=True)
    (project / "seeds" / "editions" / "de.yaml").write_text(_EDITION, encoding="utf-8")
    translations = project / "seeds" / "editions" / "de" / "questions" / "stalls.yaml"
    translations.write_text(_TRANSLATIONS, encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nsite_url: ''\n")  # the page of an error then leads to the served site
    for file in FILES:
        for path in sorted(project.glob(file.path.replace("<slug>", "*"))):
            data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            path.write_text(yaml.safe_dump(_file(file, data, marking), allow_unicode=True), encoding="utf-8")
    for source in project.glob("seeds/articles/*/source.txt"):
        lines = source.read_text(encoding="utf-8").split("\n")
        source.write_text("\n".join(map(in_article, lines)), encoding="utf-8")
    return project, marking


def _file(file: SeedFile, data: Any, marking: Marking) -> Any:
    if file.sections:
        return {key: [marking.record(shape, each) for each in data[key]] for key, shape in file.sections}
    if not file.is_list:
        return marking.record(file.shapes[0], data)
    kinds = {kind_word(shape): shape for shape in file.shapes} if len(file.shapes) > 1 else {}
    return [marking.record(kinds.get(each.get("kind"), file.shapes[0]), each) for each in data]


def mistaken_project(folder: Path) -> Path:
    """The same with mistakes whose messages repeat a marker, and whatever else a terminal or a log could act on."""
    project, _ = marked_project(folder)
    for file in FILES:
        for path in sorted(project.glob(file.path.replace("<slug>", "*"))):
            data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            records = data if file.is_list else [data]
            records = [*records, *(each for key, _ in file.sections for each in data[key])]
            for record in records:
                record[MARKER] = MARKER
                for key in record:
                    if key in ("date", "as-of", "kind", "sources", "relation", "quote", "article", "hue"):
                        record[key] = f"{MARKER} {ACTED_ON}" if record[key] != "claim" else "claim"
            path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    (project / "seeds" / f"{PIECES[0]}.yaml").write_text(f"a: {MARKER}\n", encoding="utf-8")
    (project / "seeds" / "context" / "unclosed.yaml").write_text(f'title: "{MARKER}', encoding="utf-8")
    return project


ACTED_ON = "\x1b[31m \u202e ##[x-mark] ##vso[x-mark] %0A::x-mark:: \n::x-mark::"
"""What turns a line round, and what looks like a command to a build server."""
