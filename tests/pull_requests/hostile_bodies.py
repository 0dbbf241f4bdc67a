"""Bodies and beginnings of pages that are left out of a preview, by what they try.

Nothing here does harm: what would run sets the title of its page.
"""

from tests.pull_requests.tripwire import TRIP

CONFIG = '<script id="__config" type="application/json">{"base": "ROOT", "search": "PATH"}</script>'
OURS = f"""<script>trusted(new URL(".",location))</script><script src="assets/ours.js" defer></script>
{CONFIG.replace("ROOT", ".").replace("PATH", "assets/search.js")}"""
"""What stands in the pages of the main branch, for a page at the root."""

_AT = 'src="x.txt"'
LEFT_OUT: dict[str, str] = {
    "inline": f"<script>{TRIP}</script>",
    "ours with another letter": '<script>trusted(new URL(".",locatiom))</script>',
    "ours with a space": '<script >trusted(new URL(".",location))</script>',
    "ours with more": f'<script>trusted(new URL(".",location));{TRIP}</script>',
    "ours with another root": '<script>trusted(new URL("..",location))</script>',
    "ours with a comment": '<script><!--trusted(new URL(".",location))</script>',
    "module": f'<script type="module">{TRIP}</script>',
    **{
        f"file {name}": f'<script src="{name}"></script>'
        for name in (
            "x.txt",
            "x.css",
            "x.json",
            "x.svg",
            "x.xml",
            "x.png",
            "x.js",
            "x",
            "assets/ours.js?x",
            "assets/ours.js#x",
            "./assets/../x.txt",
            "../assets/ours.js",
            "/x.txt",
            "//evil.example/x.js",
            "https://evil.example/x.js",
            "data:text/javascript,1",
            "blob:x",
            "assets%2fours.js",
            "assets\\ours.js",
            "&#120;.txt",
            "ASSETS/ours.js",
            "",
        )
    },
    "file without defer": '<script src="assets/ours.js"></script>',
    "file with another type": '<script src="assets/ours.js" type="module"></script>',
    "file with another encoding": '<script src="assets/ours.js" charset="utf-16" defer></script>',
    "file named twice": '<script src="x.txt" src="assets/ours.js" defer></script>',
    "file with words": f'<script src="assets/ours.js" defer>{TRIP}</script>',
    "capitals": f"<SCRIPT {_AT}></SCRIPT>",
    "mixed": f"<ScRiPt {_AT}></sCrIpT>",
    "slash": f"<script/{_AT}></script>",
    "tab": f"<script\t{_AT}></script>",
    "line": f"<script\n{_AT}></script>",
    "feed": f"<script\f{_AT}></script>",
    "no quotation marks": "<script src=x.txt></script>",
    "single ones": "<script src='x.txt'></script>",
    "never closed": f"<script {_AT}>",
    "tag never closed": f"<script {_AT}",
    "nothing but the name": "<script",
    "map of names": '<script type="importmap">{"imports": {"a": "./x.txt"}}</script>',
    "rules of guesses": '<script type="speculationrules">{"prefetch": []}</script>',
    "data that are loaded": '<script type="application/json" src="x.txt"></script>',
    "data of two types": '<script type="application/json" type="module">1</script>',
    "data in other letters": f'<script type="application/json ">{TRIP}</script>',
    "in a drawing": f'<svg><script href="x.txt"></script><script>{TRIP}</script></svg>',
    "in an old drawing": '<svg><script xlink:href="x.txt"/></svg>',
    "in mathematics": f"<math><mtext><script>{TRIP}</script></mtext></math>",
    "in a template": f'<template shadowrootmode="open"><script>{TRIP}</script></template>',
    "in noscript": f'<noscript><p title="</noscript><script>{TRIP}</script>"></noscript>',
    "in a comment": f"<!-- <script>{TRIP}</script> --!> <script>{TRIP}</script>",
    "in a title": f"<title><script>{TRIP}</script></title>",
    "in a text": f"<textarea></textarea><xmp><script {_AT}></script></xmp>",
    "in an attribute": f'<p title="<script>{TRIP}</script>">',
    "in an attribute of a frame": f'<p srcdoc="<script>{TRIP}</script>">',
    "settings that load a text": CONFIG.replace("ROOT", ".").replace("PATH", "x.txt"),
    "settings of another root": CONFIG.replace("ROOT", "..").replace("PATH", "assets/search.js"),
    "settings of another host": CONFIG.replace("ROOT", ".").replace("PATH", "//evil.example/x.js"),
    "settings that are none": '<script id="__config" type="application/json">1</script>',
    **{
        f"link to {relation}": f'<link rel="{relation}" href="x.txt">'
        for relation in (
            "stylesheet",
            "alternate stylesheet",
            "stylesheet icon",
            "manifest",
            "modulepreload",
            "prefetch",
            "prerender",
            "serviceworker",
            "import",
            "dns-prefetch",
            "preconnect",
            "icon preconnect",
            "STYLESHEET",
            "&#115;tylesheet",
            "expect",
            "compression-dictionary",
            "pingback",
            "author",
        )
    },
    **{
        f"link at {address}": f'<link rel="stylesheet" href="{address}">'
        for address in (
            "//evil.example/x.css",
            "https://evil.example/x.css",
            "data:text/css,.css",
            "x.txt?.css",
            "x.txt#.css",
            "/\\evil.example/x.css",
            "x.css&#63;",
            "javascript:x.css",
        )
    },
    "icon of another host": '<link rel="icon" href="https://evil.example/x.png">',
    "next page of another host": '<link rel="next" href="https://evil.example/">',
    "face of another host in advance": '<link rel="preload" href="//evil.example/x" as="font">',
    "link in capitals": '<LINK REL="stylesheet" HREF="x.txt">',
    "link in single marks": "<link rel='stylesheet' href='x.txt'>",
    "link with a slash": '<link/rel="preconnect"/href="https://evil.example">',
    "refresh": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "refresh in capitals": '<META HTTP-EQUIV=refresh CONTENT="0;url=https://evil.example/">',
    "refresh behind a bracket": '<meta name=">" http-equiv="refresh" content="0;url=https://evil.example/">',
    "refresh with a slash": '<meta/http-equiv="refresh"/content="0;url=https://evil.example/">',
    "refresh in a policy": '<meta http-equiv="Content-Security-Policy" http-equiv="refresh" content="0;url=x">',
    "leads to another host": '<meta http-equiv="refresh" content="0; url=//evil.example/">',
    "leads to a scheme": '<meta http-equiv="refresh" content="0; url=javascript:x/">',
    "leads away in the end": '<meta http-equiv="refresh" content="0; url=a/" http-equiv="refresh">',
    "cookie": '<meta http-equiv="set-cookie" content="a=b">',
    "base": '<base href="https://evil.example/">',
    "base of the site": '<base href="x/">',
    "base in capitals": "<BASE HREF=x>",
    "frame": f'<iframe srcdoc="<b>{TRIP}</b>"></iframe>',
    "frame of a set": "<frame src=x.html>",
    "object": '<object data="x.txt"></object>',
    "embedded": '<embed src="x.svg">',
    "portal": '<portal src="x"></portal>',
    "fenced": "<fencedframe></fencedframe>",
}
# Pages that begin otherwise than the theme's: what stands before the policy is not under it.
BEGINNINGS = {
    "script first": f"<script>{TRIP}</script><!doctype html>\n<html><head></head><body></body></html>",
    "word first": "x<!doctype html><html><head></head></html>",
    **{
        f"{name} first": f"{space}<!doctype html><html><head></head></html>"
        for name, space in {
            "hard space": "\u00a0",
            "vertical tab": "\x0b",
            "separator": "\x1c",
            "next line": "\x85",
            "line": "\u2028",
            "wide space": "\u3000",
            "byte order mark": "\ufeff",
        }.items()
    },
    "hard space before html": "<!doctype html>\u00a0<html><head></head></html>",
    "hard space before head": "<!doctype html><html>\u00a0<head></head></html>",
    "handler on the page": f'<!doctype html>\n<html lang="en" onclick="{TRIP}" onload="{TRIP}"><head></head></html>',
    "attribute without marks": "<!doctype html><html lang=en onload=1><head></head></html>",
    "comment first": f"<!-- --><script>{TRIP}</script><!doctype html><html><head></head></html>",
    "no head": f"<!doctype html><html><script>{TRIP}</script></html>",
    "head with a handler": f'<!doctype html><html><head onclick="{TRIP}"></head></html>',
    "another type": "<!doctype html SYSTEM 'about:legacy-compat'><html><head></head></html>",
    "manifest": '<!doctype html><html manifest="x.appcache"><head></head></html>',
    "XML": "<?xml version='1.0'?><!doctype html><html><head></head></html>",
    "nothing": "",
}
