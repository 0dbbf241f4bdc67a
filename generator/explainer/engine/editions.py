"""The editions of a site for an engine: each a site of its own, built in the same way below the address of the first.

So its theme, menu, search and cards are in its language without any engine knowing of editions. What pages need to lead
from one to another stands in the settings (`extra.editions`), as addresses from the root of the edition that is built.
"""

from collections.abc import Callable, Mapping
from typing import Any

from explainer.interface import Catalogue, catalogue_of
from explainer.model.stages import EditionOf
from explainer.pipeline import Result
from explainer.text import directions


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


def names(edition: EditionOf, words: Catalogue) -> Callable[[str], str]:
    """What `mkdocs.yml` names, as it is called in the edition: as its author wrote, else as the interface says it."""
    written = edition.seed.entry.value.names
    return lambda name: written.get(name) or words.gettext(name)


def changed(config: Mapping[str, Any], result: Result) -> dict[str, Any]:
    """Settings of the project that are others in an edition: names, and the address of the site."""
    assert result.edition is not None, "the original is built as its file says"
    named = names(result.edition, result.catalogue)
    made: dict[str, Any] = {
        key: named(config[key]) for key in ("site_name", "site_description") if isinstance(config.get(key), str)
    }
    if config.get("site_url"):
        made["site_url"] = f"{str(config['site_url']).rstrip('/')}/{result.edition.language}/"
    if config.get("nav"):
        made["nav"] = _menu(config["nav"], named)
    return made


def extra(given: Mapping[str, Any], result: Result) -> dict[str, Any]:
    """`extra` of an edition: what stands at the foot of each page has its names, too."""
    assert result.edition is not None, "the original has its own"
    named = names(result.edition, result.catalogue)
    links = given.get("footer_links")
    if not isinstance(links, list):
        return {}
    return {
        "footer_links": [
            {**link, "name": named(str(link.get("name", "")))} if isinstance(link, dict) else link for link in links
        ]
    }


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
