"""RIS as CSL items. Alone imports rispy."""

from typing import Any

import rispy
from rispy.parser import ParseError

_TYPES = {
    "NEWS": "article-newspaper",
    "MGZN": "article-magazine",
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ICOMM": "post",
    "BLOG": "post-weblog",
    "RPRT": "report",
    "GOVDOC": "report",
    "BOOK": "book",
    "EBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "THES": "thesis",
    "VIDEO": "motion_picture",
    "MPCT": "motion_picture",
    "MAP": "map",
    "DATA": "dataset",
    "COMP": "software",
    "LEGAL": "legislation",
    "STAT": "legislation",
    "UNPB": "manuscript",
    "PCOMM": "personal_communication",
}
# The first that an entry has is taken; the others are then told as having no place here.
_FIELDS = (
    ("title", ("title", "primary_title", "translated_title")),
    ("container-title", ("secondary_title", "journal_name", "alternate_title1", "alternate_title3")),
    ("publisher", ("publisher",)),
    ("issued", ("date", "year", "publication_year")),
    ("accessed", ("access_date",)),
    ("language", ("language",)),
    ("DOI", ("doi",)),
)
_SPENT = frozenset({"id", "type_of_reference", "authors", "first_authors", "urls", "notes", "year"})


def items(text: str) -> tuple[list[dict[str, Any]], list[str]]:
    """The entries, and what could not be read."""
    lines = text.removeprefix("\ufeff").splitlines()
    try:
        # Otherwise only the last of a tag that is written twice would be kept.
        entries = rispy.loads("\n".join(lines), enforce_list_tags=False)
    except ParseError as error:
        return [], [" ".join(str(error).split())]
    begun = sum(line.startswith("TY  -") for line in lines)
    lost = begun - len(entries)
    problems = [f"{lost} of {begun} entries do not end with a line `ER  -`, and cannot be read"] if lost else []
    return [_item(entry) for entry in entries], problems


def _item(entry: dict[str, Any]) -> dict[str, Any]:
    given: dict[str, list[str]] = {
        key: [str(each) for each in value] if isinstance(value, list) else [str(value)]
        for key, value in entry.items()
        if key != "unknown_tag" and value
    }
    item: dict[str, Any] = {
        "id": given.get("id", [""])[0],
        "type": _TYPES.get(given.get("type_of_reference", [""])[0].upper(), "document"),
        "author": [_name(name) for key in ("authors", "first_authors") for name in given.get(key, ())],
        "note": "; ".join(given.get("notes", ())),
        "URL": given.get("urls", [""])[0],
        "further addresses": given.get("urls", [])[1:],
    }
    spent = set(_SPENT)
    for name, keys in _FIELDS:
        used = next((key for key in keys if key in given), None)
        if used:
            item[name] = given[used][0]
            spent.add(used)
    others = {key.replace("_", "-"): "; ".join(value) for key, value in given.items() if key not in spent}
    unknown = {f"the tag {tag}": "; ".join(value) for tag, value in entry.get("unknown_tag", {}).items()}
    return item | others | unknown


def _name(written: str) -> dict[str, str]:
    family, comma, given = written.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": written.strip()}
