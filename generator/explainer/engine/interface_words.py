"""What the templates and scripts of the theme say, in the language of the site, handed to them as settings.

Templates of the theme read `config.extra.words`, which every engine knows; scripts read the attributes that
`main.html` writes from it, so that no script holds a word. The language of the site is also that of Material's own
words: `theme.language` in `mkdocs.yml` would be a second place for one decision.
"""

from collections.abc import Callable, Mapping
from typing import Any

from explainer.engine.theme_languages import THEME_LANGUAGES
from explainer.interface import Catalogue

_SCRIPTS = {
    "cyrillic": ("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"),
    "latin-ext": (
        "az", "bs", "cs", "cy", "eo", "et", "hr", "hu", "lt", "lv", "mt", "pl", "ro", "sk", "sl", "sq", "tr",
    ),
}  # fmt: skip
"""The file of our faces that each page of a site in a language needs, beside that of the Latin letters of all."""
_TOGGLES = ("brightness-auto", "weather-sunny", "weather-night")


def settings(catalogue: Catalogue) -> dict[str, str]:
    """The words of the theme's templates and scripts by their names there; `%`, `%1` and `%2` stand for numbers."""
    say = catalogue.gettext
    return {
        "how": say("How to read this"),
        "who": say("Who makes this"),
        "statuses": say("What the status words mean"),
        "unknown": say("What is not known"),
        "sources": say("Sources"),
        "corrections": say("Corrections"),
        "alone": say("This site asks nothing of any other host: no fonts, scripts, maps or counters from elsewhere."),
        "title": say("%(page)s – %(site)s", page="%1", site="%2"),
        "lost": say("404: not found"),
        "lost_why": say(
            "Nothing stands at this address. It may have a mistake, or the page has another address now: the search "
            "and the menu lead to all that there is."
        ),
        "search": say("Search"),
        "close": say("Close"),
        "close_note": say("Close note %(number)s", number="%"),
        "copied": say("Copied"),
        "copy_link": say("Copy link"),
        "copy_passage": say("Copy link to passage"),
        "source": say("Source %(number)s", number="%"),
        "open_source": say("Open the source"),
        "tap_source": say("Tap again for the list of sources."),
        "tap": say("Tap again to go there."),
        "shown": say("%(shown)s of %(count)s notes shown", shown="%1", count="%2"),
        "table": say("Table, scrolls sideways"),
        "script": next((script for script, languages in _SCRIPTS.items() if catalogue.main in languages), ""),
        "gone": say("The search could not be loaded."),
        "from_disk": say("A browser does not let a page that is opened from a disk read the index of the search."),
    }


def search(catalogue: Catalogue) -> dict[str, Any]:
    """The words of the search, which come with its index."""
    say = catalogue.gettext
    return {
        "hint": say("Words in quotation marks are found in that order."),
        "kinds": say("What to search"),
        "sides": say("Whose words"),
        "none": say("Nothing on this site has these words."),
        "some": say("Nothing has all of these words. These have some of them:"),
        "count": say("Results: %(count)s", count="%"),
        "least": say("Results: %(count)s or more", count="%"),
        "more": say("More results"),
        "lists": say("Lists of all that there is"),
    }


def theme_language(catalogue: Catalogue) -> str:
    """The language in which the theme speaks: the site's, or English where the theme does not know it."""
    return next((tag for tag in (catalogue.language, catalogue.main) if tag in THEME_LANGUAGES), "en")


def theme(given: Mapping[str, Any], catalogue: Catalogue, named: Callable[[str], str] = str) -> dict[str, Any]:
    """Settings of the theme with the language, and names for the switches of colours that have none.

    `named` gives what a name that stands there is called in the edition.
    """
    changed: dict[str, Any] = {"language": theme_language(catalogue)}
    if catalogue.direction == "rtl":  # also of a language that Material does not know
        changed["direction"] = "rtl"
    if isinstance(palette := given.get("palette"), list):
        changed["palette"] = [_named(scheme, catalogue, named) for scheme in palette]
    return changed


def _named(scheme: Any, catalogue: Catalogue, named: Callable[[str], str]) -> Any:
    toggle = scheme.get("toggle") if isinstance(scheme, dict) else None
    if not isinstance(toggle, dict):
        return scheme
    if toggle.get("name"):
        return {**scheme, "toggle": {**toggle, "name": named(str(toggle["name"]))}}
    names = (
        catalogue.gettext("Colours follow the system; switch to light"),
        catalogue.gettext("Light colours; switch to dark"),
        catalogue.gettext("Dark colours; switch to the system’s"),
    )
    icon = str(toggle.get("icon", ""))
    name = next((name for sign, name in zip(_TOGGLES, names, strict=True) if icon.endswith(sign)), "")
    return {**scheme, "toggle": {**toggle, "name": name}} if name else scheme
