"""The editions of a site for an engine: each a site of its own, built in the same way below the address of the first.

So its theme, menu, search and cards are in its language without any engine knowing of editions. What pages need to lead
from one to another stands in the settings (`extra.editions`), as addresses from the root of the edition that is built.
"""

from collections.abc import Callable, Mapping
from typing import Any

from explainer.interface import catalogue_of
from explainer.pipeline import Result
from explainer.reading.settings import front_matter
from explainer.text import directions

FOLDER = "editions"
"""Below the folder that is written for other engines."""


def settings(result: Result) -> dict[str, Any]:
    """What pages need to lead from one edition to another; nothing on a site of one language.

    `way` is the address of an edition from the root of the one that is built, `below` that from the root of the site.
    """
    languages = result.languages
    if len(languages) < 2:
        return {}
    own, original = result.catalogue.language, languages[0]
    back = "" if own == original else "../"
    listed = [
        {
            "language": language,
            "direction": directions.of_language(language),
            "name": _capital(catalogue_of(language).language_name(language)),
            "below": "" if language == original else f"{language}/",
            "way": back + ("" if language == original else f"{language}/"),
        }
        for language in languages
    ]
    here = next(each for each in listed if each["language"] == own)
    return {"label": result.catalogue.gettext("Language of the site"), "here": here, "all": listed}


def names(result: Result) -> Callable[[str], str]:
    """What `mkdocs.yml` names, as it is called in the edition: as its author wrote, else as the interface says it."""
    if result.edition is None:
        return str
    written = result.edition.seed.entry.value.names
    return lambda name: written.get(name) or result.catalogue.gettext(name)


def changed(given: Mapping[str, Any], result: Result) -> dict[str, Any]:
    """Settings of the project that are others in an edition: names, the address, and the way to the other editions."""
    extra: dict[str, Any] = {"editions": listed} if (listed := settings(result)) else {}
    made: dict[str, Any] = {"extra": extra} if extra else {}
    if result.edition is None:
        return made
    named = names(result)
    for key in ("site_name", "site_description"):
        if isinstance(given.get(key), str):
            made[key] = named(given[key])
    if given.get("site_url"):
        made["site_url"] = f"{str(given['site_url']).rstrip('/')}/{result.edition.language}/"
    if given.get("nav"):
        made["nav"] = _menu(given["nav"], named)
    links = (given.get("extra") or {}).get("footer_links")
    if isinstance(links, list):
        extra["footer_links"] = [_named(link, named) for link in links]
    return made


def _named(link: Any, named: Callable[[str], str]) -> Any:
    return {**link, "name": named(str(link.get("name", "")))} if isinstance(link, dict) else link


def chosen(files: Mapping[str, bytes], result: Result) -> dict[str, bytes]:
    """Of hand-written files those of one edition; a page that nobody has translated says in which language it is."""
    if not result.languages:
        return dict(files)
    own, original = result.catalogue.language, result.languages[0]
    found = {path: translated_page(path, result.languages) for path in files}
    made = {path: content for path, content in files.items() if found[path] is None}
    if own != original:
        made |= {path: _in_original(text, original) for path, text in made.items() if path.endswith(".md")}
    return made | {page[0]: files[path] for path, page in found.items() if page and page[1] == own}


def _in_original(page: bytes, original: str) -> bytes:
    text = page.decode("utf-8-sig", "replace")
    body = front_matter(text)[0]
    around = f'<div lang="{original}" dir="{directions.of_language(original)}" markdown="1">\n\n{body}\n\n</div>\n'
    return (text.removesuffix(body) + around).encode()


def _menu(nav: Any, named: Callable[[str], str]) -> Any:
    if isinstance(nav, list):
        return [_menu(each, named) for each in nav]
    if isinstance(nav, dict):
        return {named(str(name)): _menu(each, named) for name, each in nav.items()}
    return nav


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def translated_page(path: str, languages: tuple[str, ...]) -> tuple[str, str] | None:
    """Of a hand-written page such as `about.uk.md`: the page that it is, and its language; None for any other page."""
    stem, _, ending = path.removesuffix(".md").rpartition(".")
    return (f"{stem}.md", ending) if path.endswith(".md") and stem and ending in languages else None
