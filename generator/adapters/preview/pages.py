"""A page that a stranger built, made harmless: it may say anything, but nothing in it runs or asks another host.

The browser does that, by a Content-Security-Policy which stands before anything that the stranger wrote. Three things
are refused here because a policy cannot stop them: a page that begins otherwise than the theme's pages do (what stands
before the policy is not under it), `<meta>` that does more than describe (it can send the reader elsewhere), and
`<link>` that makes the browser call other hosts in advance.
"""

import re
from html import escape

from generator.adapters.preview import scripts
from generator.adapters.preview.scripts import Scripts

_START = re.compile(r'\s*<!doctype html>\s*<html(?: (?:lang|class|dir)="[\w -]*")*>\s*<head>', re.IGNORECASE)
_META = re.compile(r'<meta(?: (?:charset|name|content|property)="[^"<>]*")+ ?/?>')
# An old address of a renamed page leads on, inside the site.
_REDIRECT = re.compile(r'<meta http-equiv="refresh" content="0; url=(?:[\w.~%-]+/)+(?:index\.html)?">')
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"<>]*">')
"""A second policy can only forbid more."""
_LINK = re.compile(r'<link(?: [a-z-]+(?:="[^"<>]*")?)+ ?/?>')
_RELATION = re.compile(r' rel="([^"]*)"')
_RELATIONS = {"alternate", "canonical", "icon", "next", "preload", "prev", "stylesheet"}
_DANGEROUS = re.compile(r"<(base|embed|frame|iframe|object|portal|fencedframe)\b", re.IGNORECASE)
_TAG = re.compile(r"<(meta|link)(?![\w-])", re.IGNORECASE)


def accepted(page: str, trusted: Scripts) -> str:
    """The page with the policy and `noindex` at its start. Raises ValueError with the reason of a refusal."""
    start = _START.match(page)
    if start is None:
        raise ValueError("it does not begin as the pages of this site do")
    if found := _DANGEROUS.search(page):
        raise ValueError(f"it holds <{found[1].lower()}>")
    for tag in _TAG.finditer(page):
        _check(tag, page)
    ours = (
        '\n    <meta charset="utf-8">'
        f'\n    <meta http-equiv="Content-Security-Policy" content="{escape(trusted.policy(), quote=False)}">'
        '\n    <meta name="robots" content="noindex, nofollow">'
        '\n    <meta name="referrer" content="no-referrer">'
    )
    return page[: start.end()] + ours + page[start.end() :]


def strange_scripts(page: str, trusted: Scripts) -> int:
    """How many inline scripts of the page are not those of the main branch; the browser will not run them."""
    return sum(sha not in trusted.hashes for sha in scripts.inline(page))


def _check(tag: re.Match[str], page: str) -> None:
    name = tag[1].lower()
    whole = (_META if name == "meta" else _LINK).match(page, tag.start()) or _REDIRECT.match(page, tag.start())
    whole = whole or _POLICY.match(page, tag.start())
    if whole is None:
        raise ValueError(f"it holds a <{name}> of a kind that this site does not use")
    if name == "link" and not set((_RELATION.search(whole[0]) or ("", ""))[1].split()) <= _RELATIONS:
        raise ValueError("it holds a <link> that makes the browser call other hosts")
