"""A page that a stranger built, made harmless: it may say anything, but nothing in it runs or asks another host.

The browser does that, by a Content-Security-Policy which stands before anything that the stranger wrote. Four things
are refused here because a policy cannot stop them, or not on every host: a page that begins otherwise than the theme's
pages do (what stands before the policy is not under it), a script that is not the main branch's (a policy cannot name
single files), `<meta>` that does more than describe (it can send the reader elsewhere), and `<link>` that makes the
browser call other hosts in advance, or take another file for a style sheet.

A policy that the page brings along stays: two policies hold both, so a second one can only forbid more.
"""

import re
from html import escape

from explainer.pull_requests.scripts import Scripts, root_of

# Only the spaces that HTML knows: any other character would open the body, and the policy would not stand in the head.
_START = re.compile(
    r'[\t\n\r ]*<!doctype html>[\t\n\r ]*<html(?: (?:lang|class|dir)="[\w -]*")*>[\t\n\r ]*<head>', re.IGNORECASE
)
_META = re.compile(r'<meta(?: (?:charset|name|content|property)="[^"<>]*")+ ?/?>')
# An old address of a renamed page leads on, inside the site.
_REDIRECT = re.compile(r'<meta http-equiv="refresh" content="0; url=(?:[\w.~%-]+/)+(?:index\.html)?">')
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"<>]*">')
_LINK = re.compile(r'<link(?: [a-z-]+(?:="[^"<>]*")?)+ ?/?>')
_RELATION, _ADDRESS = re.compile(r' rel="([^"]*)"'), re.compile(r' href="([^"]*)"')
_OWN = re.compile(r"(?!//)[A-Za-z0-9._~%/-]*")
"""An address on the site itself, without signs that could name another host."""
_NAMED_ONLY = {"alternate", "canonical"}
"""Relations that a browser only reads."""
_LOADED = {"icon", "next", "preload", "prev", "stylesheet"}
_DANGEROUS = re.compile(r"<(base|embed|frame|iframe|object|portal|fencedframe)\b", re.IGNORECASE)
_TAG = re.compile(r"<(meta|link)(?![\w-])", re.IGNORECASE)


def accepted(page: str, name: str, trusted: Scripts) -> str:
    """The page with the policy and `noindex` at its start. Raises ValueError with the reason of a refusal."""
    start = _START.match(page)
    if start is None:
        raise ValueError("it does not begin as the pages of this site do")
    if found := _DANGEROUS.search(page):
        raise ValueError(f"it holds <{found[1].lower()}>")
    if strange := trusted.refusal(page, name):
        raise ValueError(strange)
    for tag in _TAG.finditer(page):
        _check(tag, page)
    policy = escape(trusted.policy([root_of(name)]), quote=False)
    ours = (
        '\n    <meta charset="utf-8">'
        f'\n    <meta http-equiv="Content-Security-Policy" content="{policy}">'
        '\n    <meta name="robots" content="noindex, nofollow">'
        '\n    <meta name="referrer" content="no-referrer">'
    )
    return page[: start.end()] + ours + page[start.end() :]


def _check(tag: re.Match[str], page: str) -> None:
    kind = tag[1].lower()
    allowed = (_META, _REDIRECT, _POLICY) if kind == "meta" else (_LINK,)
    whole = next((found for one in allowed if (found := one.match(page, tag.start()))), None)
    if whole is None:
        raise ValueError(f"it holds a <{kind}> of a kind that this site does not use")
    if kind == "link":
        _check_link(whole[0])


def _check_link(link: str) -> None:
    relations = set(_value(_RELATION, link).split())
    if not relations <= _NAMED_ONLY | _LOADED:
        raise ValueError("it holds a <link> that makes the browser call other hosts")
    address = _value(_ADDRESS, link)
    if relations & _LOADED and not _OWN.fullmatch(address):
        raise ValueError("it holds a <link> to what is not a file of the site")
    if "stylesheet" in relations and not address.endswith(".css"):
        raise ValueError("it takes a file that is not `.css` for a style sheet")


def _value(pattern: re.Pattern[str], link: str) -> str:
    found = pattern.search(link)
    return found[1] if found else ""
