"""What of the Citation Style Language both ways of exchange need: its types, its dates, where our own fields go."""

from collections.abc import Mapping
from typing import Any

from explainer.text import dates

# https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types, version 1.0.2
_TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage"
)
TYPES = frozenset(_TYPES.split())
OTHER_TYPE = "document"
"""What CSL calls a thing that is none of the others."""

OUR_FIELDS = ("archive-url", "dates", "reading", "root", "side")
"""Keys of a source that CSL does not have; in CSL-JSON they stand under `custom`, which it leaves to each program."""
EXACT_FIELDS = ("type", "title", "description", "issued", "accessed")
"""Keys that stand under `custom` too, as written, where CSL says less: a time of day, an uncertain date."""


def said(values: Mapping[str, str | None]) -> dict[str, Any]:
    """What CSL says of the values of EXACT_FIELDS, by its own keys."""
    title, description = values.get("title"), values.get("description")
    return {
        "type": type_ if (type_ := values.get("type")) in TYPES else OTHER_TYPE,
        "title": title or (supplied(description) if description else None),
        "abstract": description if title else None,
        "issued": date(values.get("issued")),
        "accessed": date(values.get("accessed")),
    }


def inexact(values: Mapping[str, str | None]) -> dict[str, str]:
    """Those of EXACT_FIELDS that nobody could get back from what CSL says of them."""
    title, description = values.get("title"), values.get("description")
    found = {
        "type": values.get("type") not in TYPES,
        "title": title is not None and (is_supplied(title) or "<" in title),
        "description": title is not None
        or (description is not None and ("<" in description or not is_supplied(supplied(description)))),
        "issued": _is_inexact(values.get("issued")),
        "accessed": _is_inexact(values.get("accessed")),
    }
    return {key: value for key, is_so in found.items() if is_so and (value := values.get(key))}


def date(written: str | None) -> dict[str, Any] | None:
    """CSL's dates are days at most; “about” and “uncertain” are both its `circa`."""
    if written is None:
        return None
    moments = _moments(written)
    parts = [[part for part in (each.year, each.month, each.day) if part is not None] for each in moments]
    is_rough = any(each.about or each.uncertain for each in moments)
    return {"date-parts": parts, **({"circa": True} if is_rough else {})}


def _is_inexact(written: str | None) -> bool:
    moments = _moments(written) if written else []
    is_marked = any(each.about or each.uncertain for each in moments)
    return any(each.hour is not None or each.uncertain for each in moments) or (is_marked and len(moments) > 1)


def _moments(written: str) -> list[dates.Moment]:
    parsed = dates.parse(written)
    return [parsed] if isinstance(parsed, dates.Moment) else [parsed.start, parsed.end]


def supplied(description: str) -> str:
    """A description in the place of a title, in the brackets in which cataloguers put what the source does not say."""
    return f"[{description}]"


def is_supplied(title: str) -> bool:
    """Whether a title is such a description."""
    return len(title) > 2 and title[0] == "[" and title[-1] == "]" and "]" not in title[1:-1]
