"""Any record as a feature structure of TEI, from the walk over it: each field is there, whatever TEI has for it."""

import re

from explainer.exporting.derived import CONTENT
from explainer.exporting.tei.xml import TeiMarkup, tag
from explainer.exporting.walked import OutFields, OutList, OutPart, OutTable, OutText
from explainer.exporting.whole.values import NUMBERS, WHOLE_NUMBERS
from explainer.model.fields import ID, LANGUAGE

_KEY, _VALUE = "key", "value"


def features(part: OutFields, name: str, *more: TeiMarkup, xml_id: str | None = None) -> TeiMarkup:
    """The structure; `more` are features that stand beside those of the record."""
    return tag("fs", *_features(part), *more, xml_id=xml_id, type_=name)


def feature(name: str, part: OutPart) -> TeiMarkup | None:
    """None of an empty list, and of the characters of an article: they stand in the text."""
    match part:
        case OutText(form=form) if form == CONTENT:
            return None
        case OutList(items=()):
            return None
        case OutTable(items=named) if not named:
            return None
        case _:
            return tag("f", _value(part), name=name)


def _features(part: OutFields) -> list[TeiMarkup]:
    made = (feature(key, each) for key, each in part.items.items())
    return [each for each in made if each is not None]


def _value(part: OutPart) -> TeiMarkup:
    match part:
        case OutText():
            return _text(part)
        case OutFields(shape=shape):
            return tag("fs", *_features(part), type_=shape_name(shape))
        case OutList(items=items):
            return tag("vColl", *(_value(each) for each in items), org="list")
        case OutTable(items=named):
            entries = (
                tag("fs", tag("f", tag("string", key), name=_KEY), tag("f", _value(each), name=_VALUE), type_="entry")
                for key, each in named.items()
            )
            return tag("vColl", *entries, org="set")


def _text(part: OutText) -> TeiMarkup:
    if part.form in (*NUMBERS, *WHOLE_NUMBERS):
        return tag("numeric", value=part.text)
    if part.form in (None, ID, LANGUAGE):
        return tag("symbol", value=part.text)
    if part.translation:
        said = tag("f", tag("string", part.text), name="text")
        return tag("fs", said, tag("f", tag("string", part.translation), name="translation"), type_="quoted")
    return tag("string", part.text)


def shape_name(shape: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", shape.__name__).lower()
