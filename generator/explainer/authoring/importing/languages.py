"""The tag of a language from what a bibliography calls it: a tag, a code of libraries, a name, an option of LaTeX.

The names and the codes are those of Unicode's CLDR, which babel brings; here stand only LaTeX's own words.
"""

import re
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers

# Names of babel, polyglossia and biblatex that are no English name of a language.
_LATEX = {
    "acadian": "fr-CA", "american": "en-US", "australian": "en-AU", "austrian": "de-AT", "bahasa": "id",
    "bahasai": "id", "bahasam": "ms", "bengali": "bn", "brazil": "pt-BR", "brazilian": "pt-BR", "british": "en-GB",
    "canadian": "en-CA", "canadien": "fr-CA", "classiclatin": "la", "farsi": "fa", "francais": "fr",
    "frenchb": "fr", "friulan": "fur", "germanb": "de", "indon": "id", "kurmanji": "ku", "lsorbian": "dsb",
    "lowersorbian": "dsb", "magyar": "hu", "medievallatin": "la", "mexican": "es-MX", "naustrian": "de-AT",
    "newzealand": "en-NZ", "ngerman": "de", "norsk": "nb", "nswissgerman": "de-CH", "nynorsk": "nn",
    "piedmontese": "pms", "polutonikogreek": "el", "polytonicgreek": "el", "portuges": "pt", "russianb": "ru",
    "samin": "se", "scottish": "gd", "serbianc": "sr-Cyrl", "slovene": "sl", "spanishmx": "es-MX",
    "swissgerman": "de-CH", "uighur": "ug", "ukenglish": "en-GB", "ukraineb": "uk", "uppersorbian": "hsb",
    "usenglish": "en-US", "usorbian": "hsb",
}  # fmt: skip


def language(written: str) -> str | None:
    """The language tag, such as `de` for “ger”, “German”, “Deutsch” or “ngerman”; None where it names none, or two."""
    plain = " ".join(written.split())
    tag = plain.replace("_", "-")
    if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag):
        first, hyphen, rest = tag.partition("-")
        first = get_global("language_aliases").get(first.lower(), first.lower())
        return f"{first}{hyphen}{rest}".replace("_", "-")
    name = plain.casefold()
    return _LATEX.get(name) or _names().get(name)


@cache
def _names() -> dict[str, str]:
    """Names of languages in English and each in itself; a name of two languages is left out."""
    found: dict[str, set[str]] = {}
    for tag, name in Locale("en").languages.items():
        found.setdefault(name.casefold(), set()).add(tag)
    for tag in locale_identifiers():
        if "_" not in tag and (name := Locale.parse(tag).get_language_name()):
            found.setdefault(name.casefold(), set()).add(tag)
    return {name: tags.pop().replace("_", "-") for name, tags in found.items() if len(tags) == 1}
