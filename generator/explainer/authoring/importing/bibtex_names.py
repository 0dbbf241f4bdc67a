"""Lists of names of BibTeX and BibLaTeX as names of CSL. A name that cannot be divided stays whole."""

import re
from collections.abc import Callable, Iterator

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

_EXTENDED = re.compile(r"\s*(?:family|given|prefix|suffix|useprefix|id|[a-z]+-i)\s*=", re.IGNORECASE)
_PIECE = re.compile(r'\{|\}|"[^"]*"|,')
_SUFFIX = re.compile(
    r"(?:jr|sr|jun|sen|junior|senior|[ivx]+|\d+(?:st|nd|rd|th)|ph\.? ?d|m\.? ?d|esq|fils|père)\.?", re.I
)
_MORE = re.compile(r"others|et\.?\s+al\.?", re.IGNORECASE)


def names(written: str, field: str, remarks: list[str], decode: Callable[[str], str]) -> list[dict[str, str]]:
    """The people of a field. `decode` makes words of LaTeX; what to look at goes to `remarks`."""
    try:
        listed = split_multiple_persons_names(written)
    except ValueError:
        listed = [written]
    return list(_named(listed, field, remarks, decode))


def _named(listed: list[str], field: str, remarks: list[str], decode: Callable[[str], str]) -> Iterator[dict[str, str]]:
    for name in listed:
        if not name.strip(" {},"):
            continue
        if _MORE.fullmatch(name.strip(" {}")):
            remarks.append(f"The list `{field}` ends with “{name.strip(' {}')}”: there are more people than it names.")
        elif _EXTENDED.match(name):
            yield _extended(name, field, remarks, decode)
        else:
            yield _divided(name, field, remarks, decode)


def _divided(name: str, field: str, remarks: list[str], decode: Callable[[str], str]) -> dict[str, str]:
    whole = {"literal": decode(name).strip(" ,")}
    try:
        parts = parse_single_name_into_parts(name.strip().rstrip(", "))
    except InvalidNameError as error:
        remarks.append(f"The name `{whole['literal']}` in `{field}` stands whole: {error.reason.lower()}. Look at it.")
        return whole
    if name.strip().endswith(","):
        remarks.append(f"The name `{whole['literal']}` in `{field}` ended with a comma: look whether it is whole.")
    jr = decode(" ".join(parts.jr))
    if ";" in re.sub(r"\{[^{}]*\}", "", name) or (jr and not parts.first):
        remarks.append(
            f"The name `{whole['literal']}` in `{field}` stands whole: it seems to be more than one. Look at it."
        )
        return whole
    if jr and not _SUFFIX.fullmatch(jr):
        remarks.append(
            f"The name `{whole['literal']}` in `{field}` has the suffix “{jr}”: look whether it is two people."
        )
    given = decode(" ".join(parts.first))
    family = decode(" ".join((*parts.von, *parts.last)))
    if not family:
        return whole
    if not given:
        return {"literal": " ".join(filter(None, (family, jr)))}
    return {"family": family, "given": given} | ({"suffix": jr} if jr else {})


def _extended(name: str, field: str, remarks: list[str], decode: Callable[[str], str]) -> dict[str, str]:
    """A name whose parts are named, as `family=Humboldt, given=Alexander, prefix=von`."""
    pairs = [piece.partition("=") for piece in _pieces(name)]
    parts = {key.strip().lower(): value.strip().strip('"') for key, _, value in pairs if key.strip()}
    said = {key: decode(parts.pop(key, "")) for key in ("prefix", "family", "given", "suffix")}
    parts = {key: value for key, value in parts.items() if not key.endswith("-i")}  # initials, which the names give
    if parts.pop("useprefix", None) is not None or parts:
        others = ", ".join(f"{key}={value}" for key, value in parts.items())
        remarks += [f"Of a name in `{field}`, `{others}` was not taken over."] if others else []
    if not said["family"]:
        remarks.append(f"A name in `{field}` has no family name: look at `{decode(name)}`.")
        return {"literal": said["given"] or decode(name)}
    family = " ".join(filter(None, (said["prefix"], said["family"])))
    if not said["given"] and not said["suffix"]:
        return {"literal": family}
    return {key: value for key, value in {**said, "family": family}.items() if value and key != "prefix"}


def _pieces(name: str) -> Iterator[str]:
    """What commas divide, outside of braces and quotation marks."""
    level = start = 0
    for match in _PIECE.finditer(name):
        level += {"{": 1, "}": -1}.get(match[0], 0)
        if match[0] == "," and level == 0:
            yield name[start : match.start()]
            start = match.end()
    yield name[start:]
