"""Everything that we use of MkDocs, and of ProperDocs, without their having promised it: here alone.

`differences` says what an installed release has otherwise, and what of ours no longer works then. A test asks it.
"""

import inspect
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, PluginCollection
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

from explainer.engine.printed import Converted, contents

IN_SERVE = InclusionLevel.is_in_serve
"""Which pages are there while serving."""
_KEEPER = "explainer/keeper"


def build_page(page: Page, config: MkDocsConfig, files: Files, nav: Navigation, env: jinja2.Environment) -> None:
    """Read one page again and write it, as MkDocs did within the build that it belongs to."""
    pages = files.documentation_pages(inclusion=IN_SERVE)
    build._populate_page(page, config, files)
    excluded = page.file.inclusion is InclusionLevel.DRAFT
    build._build_page(page, config, pages, nav, env, excluded=excluded)


def read_page(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Read one page, as MkDocs does of each before it writes the first."""
    build._populate_page(page, config, files)


def write_page(
    page: Page, config: MkDocsConfig, pages: Sequence[File], nav: Navigation, env: jinja2.Environment
) -> None:
    """Write one page that was read."""
    build._build_page(page, config, pages, nav, env)


def leave_pages_to_us(files: Files) -> None:
    """Have MkDocs itself read and write none. It alone asks with `inclusion`; everybody else sees the pages."""
    whole = files.documentation_pages

    def asked(*, inclusion: object = None) -> Sequence[File]:
        return whole() if inclusion is None else []

    files.documentation_pages = asked  # type: ignore[method-assign]


def leave_files_to_others(config: MkDocsConfig, files: Files) -> None:
    """Have MkDocs write nothing else either: no files that are copied, none that templates make."""
    files.copy_static_files = lambda *_, **__: None  # type: ignore[method-assign]
    config.theme.static_templates.clear()
    config.extra_templates.clear()


def names_of_templates(config: MkDocsConfig) -> list[str]:
    """The files that the theme and the site make of templates."""
    return [*config.theme.static_templates, *config.extra_templates]


def lead_to_source(page: Page, edit_uri: str | None, config: MkDocsConfig) -> None:
    """Where the page is edited, once that is known."""
    page.file.edit_uri = edit_uri
    page._set_edit_url(config.repo_url, config.edit_uri, config.edit_uri_template)


def places(page: Page) -> tuple[list[str], dict[str, dict[str, str]]]:
    """The places that the page has, and by page those to which it links, with the links."""
    links = {target.src_uri: dict(of_page) for target, of_page in (page.links_to_anchors or {}).items()}
    return sorted(page.present_anchor_ids or ()), links


def know_places(page: Page, ids: list[str], links: dict[str, dict[str, str]], files: Files) -> None:
    """What `places` told where the page was read."""
    page.present_anchor_ids = set(ids)
    page.links_to_anchors = {files.src_uris[target]: of_page for target, of_page in links.items()}


def checked_links(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Say which links of the page lead to no place on another."""
    page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)


def keep_with(config: MkDocsConfig, keeper: "BasePlugin[Any]") -> None:
    """Have a plugin of ours hear of the next build, though no settings name it."""
    config.plugins[_KEEPER] = keeper


def take_out(config: MkDocsConfig, names: list[str]) -> None:
    """Take plugins out of a build that has begun."""
    dismissed = [config.plugins.pop(name) for name in names]
    for handlers in config.plugins.events.values():
        # In place: the event that is under way goes through this list, and has come no further than us.
        handlers[:] = [each for each in handlers if getattr(each, "__self__", None) not in dismissed]


def hand_over(page: Page, converted: Converted, links: dict[File, dict[str, str]]) -> str:
    """Give MkDocs what it would have taken out of the page's Markdown; the value is the HTML."""
    page.toc = get_toc(contents(converted.headings))
    page.present_anchor_ids = set(converted.ids)
    page.links_to_anchors = links  # by page and place, to be checked in the end
    return converted.html


def app_of(server: LiveReloadServer) -> "WSGIApplication":
    """What `mkdocs serve` answers with. Another is put in its place with `server.set_app`."""
    return server.serve_request


_SIGNATURES: dict[Callable[..., Any], tuple[str, ...]] = {
    build._populate_page: ("page", "config", "files", "dirty"),
    build._build_page: ("page", "config", "doc_files", "nav", "env", "dirty", "excluded"),
    get_toc: ("toc_tokens",),
    Page._set_edit_url: ("self", "repo_url", "edit_uri", "edit_uri_template"),
    Page.validate_anchor_links: ("self", "files", "log_level"),
    Files.documentation_pages: ("self", "inclusion"),
    Files.copy_static_files: ("self", "dirty", "inclusion"),
    LiveReloadServer.serve_request: ("self", "environ", "start_response"),
}
_ATTRIBUTES = (
    (PluginCollection, "__setitem__", "to keep what a build makes"),
    (PluginCollection, "pop", "to leave out a search that is not ours"),
    (LiveReloadServer, "set_app", "to guard `mkdocs serve`"),
    (Page, "links_to_anchors", "to have links to places checked"),
    (Page, "present_anchor_ids", "to have links to places checked"),
    (InclusionLevel, "is_in_serve", "to serve drafts"),
)


def differences() -> Iterator[str]:
    """What is otherwise in the release that is installed."""
    for function, expected in _SIGNATURES.items():
        names = tuple(inspect.signature(function).parameters)
        if names != expected:
            yield f"`{function.__name__}` takes {names}, and not {expected}"
    for owner, name, purpose in _ATTRIBUTES:
        if not hasattr(owner, name) and name not in inspect.get_annotations(owner):
            yield f"`{owner.__name__}` has no `{name}`, which we need {purpose}"
    if not isinstance(getattr(PluginCollection(), "events", None), dict):
        yield "`PluginCollection` has no table `events`, which we need to leave out a search that is not ours"
