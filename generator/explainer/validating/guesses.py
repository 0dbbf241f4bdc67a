"""What an author probably meant by a value that has not the form of its field."""

import re

from explainer.model import fields as forms
from explainer.model.fields import Form
from explainer.text import dates
from explainer.text.slugs import slug

_MARKS = "“”„‟«»‹›‘’‚‛「」『』"
NO_MARKS = "YAML does not take “ and ” for quotation marks, and none are needed here."
IN_STRAIGHT_MARKS = (
    "Put the whole text in straight quotation marks, \"…\" or '…'; marks such as „ and “ are none of YAML's."
)


def without_marks(text: str) -> str:
    """A value without the quotation marks that an author took for those of YAML."""
    return text.strip(f"{_MARKS} ") if text[:1] in _MARKS or text[-1:] in _MARKS else text


_TAGS = {
    "arabic": "ar", "chinese": "zh", "english": "en", "french": "fr", "german": "de", "greek": "el", "hebrew": "he",
    "italian": "it", "japanese": "ja", "polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es",
    "turkish": "tr", "ukrainian": "uk",
}  # fmt: skip
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _tag(text: str) -> str:
    """A language by its English name, or by a tag as other programs write it: DE_at."""
    main, *more = re.split("[-_ ]", text.strip())
    return _TAGS.get(text.strip().lower()) or "-".join((main.lower(), *more))


def guess(text: str, form: Form) -> str | None:
    """The value in its form, where there is only one that the author can have meant."""
    found: str | None = None
    if form is forms.ID:
        found = slug(text.translate(_TWO_LETTERS))
    elif form is forms.LANGUAGE:
        found = _tag(text)
    elif form is forms.LETTER:
        found = text.strip().upper()
    elif form is forms.URL and re.match(r"(www\.)?[\w-]+(\.[\w-]+)+(/|$)", text):
        found = f"https://{text}"
    elif form is forms.COUNT:
        found = re.sub(r"(?<=[0-9])[ ,.'\u2009\u202f](?=[0-9]{3}\b)", "", text).replace("\u2013", "-").replace(" ", "")
    elif form is forms.DATE:
        named = re.fullmatch(r"(?:([0-9]{1,2})\.? )?([A-Za-z]{3})[a-z]*\.? ([0-9]{4})", text)
        short = re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?", text)
        dotted = re.fullmatch(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})", text)  # always the day first
        if named and named[2].lower() in _MONTHS:
            day = f"-{int(named[1]):02}" if named[1] else ""
            found = f"{named[3]}-{_MONTHS.index(named[2].lower()) + 1:02}{day}"
        elif dotted:
            found = "-".join(part.zfill(2) for part in reversed(dotted.groups()))
            found = None if dates.problem(found) else found
        elif short:
            found = "-".join(part.zfill(2) for part in short.groups() if part)
        else:
            found = text.replace(" ", "T", 1)
    return found if found and found != text and re.fullmatch(form.pattern, found) else None
