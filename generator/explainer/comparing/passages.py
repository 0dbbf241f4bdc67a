"""Where an annotation stands in its article, and the article's own words, in two states."""

from collections.abc import Iterator
from dataclasses import replace

from explainer.comparing.edits import ValuePlace, folded, text_edits
from explainer.comparing.records import ComparedRecord
from explainer.model.changes import Edit, How

AROUND = 40
"""Characters on each side of a passage that are shown, and by which it is known again where the article has changed."""


def passage_edits(old: ComparedRecord | None, new: ComparedRecord | None, place: ValuePlace) -> Iterator[Edit]:
    """Whether it stands at other words, or at the same words in another place; how it finds them is no matter."""
    here = replace(place.under("passage", "passage", "quote"), language=language_of(new or old))
    before, after = (words_of(old) if old else ""), (words_of(new) if new else "")
    if old is None or new is None:
        yield here.edit(How.ADDED if new else How.REMOVED, before, after, is_text=True)
    elif folded(before) != folded(after):
        yield here.edit(How.CHANGED, before, after, is_text=True)
    elif _is_moved(old, new):
        yield here.edit(How.MOVED, _shown(old), _shown(new))


def article_edits(old: ComparedRecord | None, new: ComparedRecord | None, place: ValuePlace) -> Iterator[Edit]:
    """The lines of the article's text: here every character counts."""
    here = replace(place.under("source.txt", "text of the article"), language=language_of(new or old))
    yield from text_edits(_lines(old), _lines(new), here, str)
    kept = place.under("earlier texts", "earlier text", "source.txt")
    names = [
        {text.name for text in each.article.seed.earlier} if each and each.article else set() for each in (old, new)
    ]
    yield from (kept.edit(How.REMOVED, name) for name in sorted(names[0] - names[1]))
    yield from (kept.edit(How.ADDED, new=name) for name in sorted(names[1] - names[0]))


def language_of(record: ComparedRecord | None) -> str:
    """That of the article that a record is, or stands in."""
    return str(record.article.seed.entry.value.language) if record and record.article else ""


def words_of(record: ComparedRecord) -> str:
    """The words that an annotation is about, on one line."""
    start, end = _span(record)
    return " ".join(_text(record)[start:end].split())


def _is_moved(old: ComparedRecord, new: ComparedRecord) -> bool:
    if _text(old) == _text(new):
        return _span(old) != _span(new)
    before, after = _neighbours(old), _neighbours(new)
    return before[0] != after[0] and before[1] != after[1]


def _neighbours(record: ComparedRecord) -> tuple[str, str]:
    start, end = _span(record)
    text = _text(record)
    return folded(text[max(0, start - AROUND) : start]), folded(text[end : end + AROUND])


def _shown(record: ComparedRecord) -> str:
    """“p3: … before [the passage] after …”, with the place of its paragraph on the page."""
    assert record.article is not None
    start, end = _span(record)
    text = record.article.seed.text
    index = next((i for i, block in enumerate(text.blocks) if block.start <= start < block.end), None)
    where = text.fragment(index) if index is not None else "?"
    before, after = text.text[max(0, start - AROUND) : start], text.text[end : end + AROUND]
    return f"{where}: … {' '.join(before.split())} [{words_of(record)}] {' '.join(after.split())} …"


def _lines(record: ComparedRecord | None) -> list[str]:
    return [line for line in _text(record).split("\n") if line.strip()] if record else []


def _text(record: ComparedRecord) -> str:
    assert record.article is not None
    return record.article.seed.text.text


def _span(record: ComparedRecord) -> tuple[int, int]:
    assert record.anchor is not None
    return record.anchor.start, record.anchor.end
