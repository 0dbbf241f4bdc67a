"""What of the document each part of a record is."""

from typing import Any

from explainer.exporting.derived import NUMBER
from explainer.exporting.walked import OutFields, OutList, OutPart, OutTable, OutText
from explainer.model.fields import LATITUDE, LONGITUDE, MARKDOWN, RANK, Voice

WHOLE_NUMBERS, NUMBERS = (NUMBER, RANK), (LATITUDE, LONGITUDE)
"""Forms whose texts are numbers in data; counts may be `12+`, and stay texts."""


def value_of(part: OutPart) -> Any:
    match part:
        case OutText(form=form) if form == MARKDOWN:
            return {"markdown": part.text, "plain": part.plain, "cites": list(part.cites), "links": list(part.links)}
        case OutText(voice=Voice.QUOTED):
            return {"text": part.text, **({"translation": part.translation} if part.translation else {})}
        case OutText(form=form) if form in WHOLE_NUMBERS:
            return int(part.text)
        case OutText(form=form) if form in NUMBERS:
            return float(part.text)
        case OutText():
            return part.text
        case OutList(items=items):
            return [value_of(each) for each in items]
        case OutTable(items=named) | OutFields(items=named):
            return {key: value_of(each) for key, each in named.items()}
