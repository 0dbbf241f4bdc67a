"""Addresses and DOIs as bibliographies write them, as addresses that lead somewhere."""

import re
from urllib.parse import quote

from explainer.model import fields

_DOI = re.compile(r"(?:^|doi:?\s*|doi\.org/(?:doi:)?)(10\.\d{1,9}(?:\.\d{1,9})*/\S+)$", re.IGNORECASE)


def address(written: str) -> str | None:
    """The address, with the `http://` that one which begins with `www.` lacks; None where it is no address."""
    plain = written.strip()
    if plain[:1] == "<" and plain[-1:] == ">":
        plain = plain[1:-1].strip()
    if re.search(r"doi\.org/doi:", plain, re.IGNORECASE):
        return doi_address(plain)
    if re.match(r"www\.[^\s.]+\.", plain, re.IGNORECASE):
        plain = f"http://{plain}"
    elif re.match(r"(?:dx\.)?doi\.org/10\.", plain, re.IGNORECASE):
        plain = f"https://{plain}"
    scheme, colon, rest = plain.partition(":")
    plain = f"{scheme.lower()}{colon}{rest}"
    return plain if re.fullmatch(fields.URL.pattern, plain) else None


def doi(written: str) -> str | None:
    """The bare name, from `doi:10.…`, from an address of doi.org, or from itself; None where there is none."""
    found = _DOI.search(written.strip())
    return found[1] if found else None


def doi_address(written: str) -> str | None:
    """Where a DOI leads."""
    name = doi(written)
    return f"https://doi.org/{quote(name, safe='/:;()._-+,@!$&*=~%')}" if name else None
