"""Articles that try everything to be taken for markup: each kind of line there is, and random mixtures of them."""

import random
import string
from itertools import product

PUNCTUATION = string.punctuation

# What means something to any Markdown engine, to its extensions, to HTML, to MkDocs or to Jinja.
LINES = (
    "# Heading #", "## Heading {: #id .class onclick=alert(1) }", "Heading\n=======", "Heading\n-------", "- - -", "***",
    "* item", "- item", "+ item", "1. item", "1) item", "  - nested", "- [ ] task", "- [x] task", "> quoted", ">>> quoted",
    "    code", "\tcode", "``` python\ncode\n```", "~~~\ncode\n~~~", "`code`", "``a ` b``", "*em* **strong** ***both***",
    "_em_ __strong__", "a_b_c a*b*c", "~~gone~~ ~sub~ ^sup^ ^^ins^^ ==mark== H~2~O", "{++add++} {--del--} {==mark==}{>>c<<}",
    "[text](https://example.org)", "[text](javascript:alert(1) \"title\")", "![image](a.png)", "[text][ref] [ref][] [ref]",
    "[ref]: https://example.org \"title\"", "<https://example.org>", "<me@example.org>", "https://example.org www.example.org",
    "[TOC]", "*[HTML]: Hyper", "[^1] [^note]", "[^1]: A footnote.", "Term\n:   Definition", "| a | b |\n| - | - |\n| 1 | 2 |",
    "a | b\n--|--\n1 | 2", "!!! note \"Title\"", "!!! danger\n    text", "??? note", "???+ note", "=== \"Tab\"", "/// note\ntext\n///",
    "++ctrl+alt+del++", ":smile: :material-account: :fontawesome-brands-x:", "$a_b$ $$a$$ \\(a\\) \\[a\\]", "#123 @user owner/repo#1",
    "--8<-- \"mkdocs.yml\"", ";--8<-- \"a\"", "--8<--\nmkdocs.yml\n--8<--", "{!mkdocs.yml!}", "[[wiki]] [[a|b]] [@source]",
    "{: .x-text }", "{:.x #p1 role=note}", "text {: .x }", "{ .annotate }", "(1)!", "<!-- comment -->", "<!-- more -->", "-->",
    "<b>bold</b>", "<br>", "<br/>", "<script>alert(1)</script>", "<style>*{display:none}</style>", "<img src=x onerror=alert(1)>",
    "<div markdown=\"1\">", "</div></div></div>", "</p></mark></article>", "<mark id=\"a-x\">", "<aside id=\"n-1\">",
    "<![CDATA[ a ]]>", "<?php echo 1 ?>", "<!DOCTYPE html>", "<a href='x'>", "<p", "a < b > c", "<<", ">>", "<3",
    "&amp; &lt; &gt; &quot; &#38; &#x26; &copy &nbsp; &notin; &#0; &#128; &", "&lt;script&gt;", "%3Cb%3E", "\\# \\* \\_ \\\\ \\",
    "trailing spaces  ", "  leading spaces", "two  spaces   three", "tab\tin\t\tthe line", "\\newline\\", "a\\", "end&#32;",
    "{{ page.title }} {% raw %} {# comment #}", "{{", "}}", "{%", "${HOME} $(ls) `ls`", "!ENV PATH", "---", "title: x", "...", "%YAML",
    "klzzwxh:0001 wzxhzdk:1 \\u0002 amp;", "1986\\. A great year", "1. 2. 3.", "+1 -1 *1", "@", "#", "##", ".", "!", ":", "::", ";",
    "“curly” ‘quotes’ «guillemets» „low“ – — … ′ ″", "ﬁ ǅ ß İ ı ſ", "\u00a0no-break\u00a0", "a\u00adb\u00adc", "a\u200bb\u2060c\ufeffd",
    "e\u0301 cafe\u0301 й и\u0306", "שלום עולם", "مرحبا بالعالم", "\u202eright to left\u202c \u2066isolated\u2069 \u200e\u200f",
    "👩🏽‍🚀 🇺🇦🇷🇺 1️⃣ ❤️", "国境を越えた。", "한국어 \u1112\u1161\u11ab", "ไทย", "line\u2028separator\u2029", "\u3000wide\u3000",
    "a" * 2_000, "word " * 4_000, "*" * 500, "[" * 300 + "x" + "]" * 300, "<" * 300, "> " * 300 + "x", "(" * 300, "`" * 301,
)  # fmt: skip
PIECES = (
    "word", "Word", "The", "U.S.", "12", "3.5", "été", "село", "国境", "שלום", " ", " ", " ", "  ", "\t", "\u00a0", "\u200b",
    "\n", "\n", "\r\n", "\n    ", "\n- ", "\n> ", "\n# ", "\n1. ", "\n\n", *PUNCTUATION, "**", "__", "``", "```", "~~", "==",
    "](", "[^", "[[", "<b>", "</b>", "<!--", "-->", "&amp;", "&#", "{:", "{{", "}}", "--8<--", "*[", "]:", "\\\\", "e\u0301",
)  # fmt: skip


def every_run_of_punctuation() -> str:
    """Every mark alone, twice, three times, and every pair of two: inside words, between words, at the start of a line."""
    runs = [mark * times for mark in PUNCTUATION for times in (1, 2, 3)]
    runs += ["".join(pair) for pair in product(PUNCTUATION, repeat=2) if pair[0] != pair[1]]
    lines = [f"{run} word\nword{run}word {run}word{run} word {run} word{run}" for run in runs]
    return "\n\n".join("\n".join(lines[at : at + 16]) for at in range(0, len(lines), 16))


def mixture(dice: random.Random) -> str:
    """A random article: pieces of markup, sometimes whole lines of it, with words between."""
    parts = [dice.choice(LINES) if dice.random() < 0.1 else dice.choice(PIECES) for _ in range(dice.randrange(20, 120))]
    return "A word. " + "".join(parts)


FURNITURE = "SHARE *this* <b>now</b> [x](y)"
"""A line that some articles have and that is declared as belonging to their page."""


def articles() -> dict[str, bytes]:
    """The articles by their ids, as bytes."""
    found = {
        "punctuation": every_run_of_punctuation(),
        "each-alone": "\n\n".join(LINES),
        "each-between": "\n\n".join(f"before\n{line}\nafter" for line in LINES),
        "all-in-one": "\n".join(LINES),
        "windows": "\r\n\r\n".join(line.replace("\n", "\r\n") for line in LINES) + "\r\n",
        "old-macintosh": "one\rtwo\r\r# three\n\nfour\r",
        "byte-order-mark": "\ufeff# A word\n\n\ufeffanother\n",
        "front-matter": "---\ntitle: Not a title\ntemplate: x.html\n---\n\n# Not a heading\n",
        "only-a-mark": "#",
        "no-line-break-at-the-end": "A word.\n\n- ",
        "white-space-around": " \n\t\n  A word.  \n \u00a0 \n   another\t\n\n\n\n",
        "furniture-at-both-ends": f"{FURNITURE}\n<p>\n\n</p>\nA word.",
    }
    for number in range(24):
        dice = random.Random(number)
        lines = mixture(dice).split("\n")
        if number % 2:
            lines.insert(dice.randrange(len(lines)), f"  {FURNITURE}\r")
        found[f"mixture-{number}"] = "\n".join(lines)
    return {name: text.encode() for name, text in found.items()}
