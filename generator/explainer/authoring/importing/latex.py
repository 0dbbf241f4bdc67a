r"""The words of a text written in LaTeX. Alone imports pylatexenc, for its tables of symbols.

Its own decoder drops what it does not know, puts in the day of the import for `\today`, and ends in an error at an
`\href` without arguments. So the text is gone through here, and whatever is not known stays as written.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from pylatexenc.latex2text import get_default_latex_context_db

_DEEPEST = 40
_LONGEST = 20_000
"""Characters: longer fields hold no words that are shown."""
_COMMAND = re.compile(r"\\(?:([A-Za-z@]+)\*?|.)", re.DOTALL)
_MARKS = {"``": "“", "''": "”", "---": "—", "--": "–", "~": "\u00a0", "!`": "¡", "?`": "¿"}
_PLAIN = re.compile(r"``|''|---|--|[!?]`|~|[\\{$]")
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "d": "\u0323", "b": "\u0331",
    "r": "\u030a", "U": "\u030e", "textcommabelow": "\u0326", "textogonekcentered": "\u0328",
}  # fmt: skip
_SYMBOLS = {
    "euro": "€", "EUR": "€", "texteuro": "€", "pounds": "£", "S": "§", "P": "¶", "copyright": "©", "LaTeX": "LaTeX",
    "TeX": "TeX", "BibTeX": "BibTeX", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»",
    "flq": "‹", "frq": "›", "guillemetleft": "«", "guillemetright": "»", "textperiodcentered": "·", "slash": "/",
    "textless": "<", "textgreater": ">", "textbar": "|", "textunderscore": "_", "textbraceleft": "{", "lq": "‘",
    "textbraceright": "}", "textdollar": "$", "rq": "’", "dots": "…", "ldots": "…", "textellipsis": "…", "-": "",
    "/": "", "@": "", "!": "", ",": " ", ";": " ", ":": " ", ">": " ", " ": " ", "\n": " ", "\t": " ", "\\": " ",
    "&": "&", "%": "%", "#": "#", "$": "$", "_": "_", "{": "{", "}": "}",
    "par": " ", "newline": " ", "linebreak": " ", "thinspace": " ", "space": " ", "nobreakspace": " ", "quad": " ",
    "enspace": " ", "bibopenquote": "“", "bibclosequote": "”", "mkbibquoteopen": "“", "nobreakdash": "",
}  # fmt: skip
# How words look, which no text of ours says: only the command goes. Most take what follows as their argument.
_LOOKS = frozenset({
    "emph", "textit", "textbf", "textrm", "textsf", "texttt", "textsc", "textsl", "textup", "textmd", "textnormal",
    "text", "mbox", "hbox", "mkbibemph", "mkbibitalic", "mkbibbold", "underline", "uline", "ensuremath",
    "textsuperscript", "textsubscript", "mkbibsuperscript", "bf", "it", "em", "sc", "tt", "rm", "sf", "bfseries",
    "itshape", "scshape", "slshape", "upshape", "ttfamily", "rmfamily", "sffamily", "mdseries", "normalfont",
    "small", "large", "footnotesize", "protect", "relax", "xspace", "noindent", "allowbreak", "nolinebreak",
    "nobreak", "leavevmode", "textnohyphenation", "mkbibacro", "textcyrillic", "textgreek", "textlatin", "sloppy",
    "ignorespaces", "unskip", "lowercase", "uppercase", "MakeUppercase", "MakeLowercase", "MakeCapital",
})  # fmt: skip
_ADDRESSES = frozenset({"url", "path", "nolinkurl"})
_QUOTES = {
    "enquote": 0, "mkbibquote": 0, "textquote": 0, "blockquote": 0, "foreignquote": 1, "hyphenquote": 1,
    "foreigntextquote": 1, "hyphentextquote": 1, "foreignblockquote": 1, "qdblquote": 0,
}  # fmt: skip
"""How many arguments stand before the words that are quoted."""
_SECOND = frozenset({"foreignlanguage", "textcolor", "textlang", "texorpdfstring", "selectlanguage*"})
_AROUND = {"mkbibparens": "()", "mkbibbrackets": "[]", "parentext": "()", "brackettext": "[]"}


@dataclass(slots=True)
class DecodedLatex:
    """The words, in one line, and the commands that stay in them as written."""

    text: str = ""
    kept: list[str] = field(default_factory=list)


def decoded(written: str) -> DecodedLatex:
    """The words that LaTeX would print; `%` and `&` without a backslash count as written, as exporters mean them."""
    if len(written) > _LONGEST:
        return DecodedLatex(" ".join(written.split()), [f"{written[:20]}…"])
    found = DecodedLatex()
    found.text = " ".join(_LatexReader(found.kept).words(written, 0, 0).split())
    return found


def address(written: str) -> str:
    r"""The address in a field: out of `\url{…}` or braces, with what LaTeX had to escape as it is."""
    plain = re.sub(r"\\(?:url|path|nolinkurl)\s*(?=\{)", "", written).strip()
    plain = re.sub(r"\{?\\textasciitilde\s*(?:\{\})?\}?|\\~(?:\{\})?|\{\\~(?:\{\})?\}|\$\\sim\$", "~", plain)
    return re.sub(r"[{}]", "", re.sub(r"\\([%&#_$])", r"\1", plain)).strip()


class _LatexReader:
    """Goes through a text once; each command takes its own arguments."""

    def __init__(self, kept: list[str]) -> None:
        self.kept = kept

    def words(self, text: str, depth: int, quotes: int) -> str:
        """The words of `text`, inside `depth` braces and `quotes` quotations."""
        found: list[str] = []
        at = 0
        while match := _PLAIN.search(text, at):
            found.append(text[at : match.start()])
            at = match.end()
            mark = match[0]
            if mark == "\\":
                words, at = self._command(text, match.start(), depth, quotes)
                found.append(words)
            elif mark == "{":
                end = _end(text, match.start())
                if end is None or depth >= _DEEPEST:
                    self.kept.append(text[match.start() :])
                    found.append(text[match.start() :])
                    return "".join(found)
                found.append(self.words(text[at:end], depth + 1, quotes))
                at = end + 1
            elif mark == "$":
                words, at = self._mathematics(text, match.start())
                found.append(words)
            else:
                found.append(_MARKS[mark])
        found.append(text[at:])
        return unicodedata.normalize("NFC", "".join(found)) if depth == 0 else "".join(found)

    def _command(self, text: str, start: int, depth: int, quotes: int) -> tuple[str, int]:
        """The words of the command that begins at `start`, and where it ends."""
        match = _COMMAND.match(text, start)
        if match is None:
            return self._kept(text, start, start + 1)
        name, after = match[1] or match[0][1:], match.end()

        def arguments(number: int) -> tuple[list[str], int] | None:
            return _arguments(text, after, number) if depth < _DEEPEST else None

        def inner(argument: str, more: int = 0) -> str:
            return self.words(argument, depth + 1, quotes + more)

        if name in _ACCENTS and (accented := _accented(text, after, name, inner)):
            return accented
        if name in _ADDRESSES and (given := arguments(1)):
            return address(given[0][0]), given[1]
        if name == "href" and (given := arguments(2)):
            to, words = address(given[0][0]), inner(given[0][1])
            return (words if words == to else f"{words} <{to}>"), given[1]
        if name in _QUOTES and (given := arguments(_QUOTES[name] + 1)):
            single = quotes % 2 == 1 or (match[0].endswith("*") and name == "enquote")
            opening, closing = "‘’" if single else "“”"
            return f"{opening}{inner(given[0][-1], 1)}{closing}", given[1]
        if name in _AROUND and (given := arguments(1)):
            return f"{_AROUND[name][0]}{inner(given[0][0])}{_AROUND[name][1]}", given[1]
        if name in _SECOND and (given := arguments(2)):
            return inner(given[0][1]), given[1]
        if name in _LOOKS:
            return "", _after_space(text, after)
        symbol = _symbols().get(name)
        if symbol is not None and match[0][-1] != "*":
            return symbol, _after_space(text, after) if match[1] else after
        return self._kept(text, start, after)

    def _mathematics(self, text: str, start: int) -> tuple[str, int]:
        """As written; one symbol alone is that symbol. A single `$` is money."""
        end = text.find("$", start + 1)
        while end > 0 and text[end - 1] == "\\":
            end = text.find("$", end + 1)
        if end < 0:
            return "$", start + 1
        formula = text[start + 1 : end]
        if (command := re.fullmatch(r"\s*\\([A-Za-z]+|[&%#_])\s*", formula)) and (symbol := _symbols().get(command[1])):
            return symbol, end + 1
        if "\\" not in formula:
            return (text[start : end + 1], end + 1) if re.search("[_^=]", formula) else ("$", start + 1)
        self.kept.append(text[start : end + 1])
        return text[start : end + 1], end + 1

    def _kept(self, text: str, start: int, after: int) -> tuple[str, int]:
        """A command that is not known, with all that stands in braces or brackets right behind it."""
        end = after
        while end < len(text) and text[end] in "{[":
            close = _end(text, end) if text[end] == "{" else text.find("]", end)
            if close is None or close < 0:
                break
            end = close + 1
        self.kept.append(text[start:end])
        return text[start:end], end


def _accented(text: str, at: int, name: str, inner: Callable[[str], str]) -> tuple[str, int] | None:
    """The letter that follows with its accent; None where no letter follows."""
    at = _after_space(text, at) if name.isalpha() else at
    if at < len(text) and text[at] == "{":
        end = _end(text, at)
        if end is None:
            return None
        letters, after = text[at + 1 : end], end + 1
    else:
        match = re.compile(r"\\(?:[A-Za-z]+\s*|.)|\w").match(text, at)
        if match is None:
            return None
        letters, after = match[0], match.end()
    letters = {"\\i": "i", "\\j": "j"}.get(letters.strip()) or inner(letters)
    if not letters or not letters[0].isalpha():
        return None
    return unicodedata.normalize("NFC", letters[0] + _ACCENTS[name] + letters[1:]), after


def _arguments(text: str, at: int, number: int) -> tuple[list[str], int] | None:
    """So many arguments in braces, and where they end; None where they do not stand there."""
    found: list[str] = []
    for _ in range(number):
        at = _after_space(text, at)
        end = _end(text, at) if text[at : at + 1] == "{" else None
        if end is None:
            return None
        found.append(text[at + 1 : end])
        at = end + 1
    return found, at


def _end(text: str, start: int) -> int | None:
    """Where the brace that opens at `start` closes."""
    level = 0
    for match in re.compile(r"\\.|[{}]", re.DOTALL).finditer(text, start):
        level += {"{": 1, "}": -1}.get(match[0], 0)
        if level == 0:
            return match.start()
    return None


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


@cache
def _symbols() -> dict[str, str]:
    """Commands without arguments that stand for characters."""
    tables = get_default_latex_context_db()
    found: dict[str, str] = {}
    for category in ("advanced-symbols", "latex-base"):
        for name, spec in tables.d[category]["macros"].items():
            if isinstance(spec.simplify_repl, str) and "%" not in spec.simplify_repl:
                found[name] = spec.simplify_repl
    return {name: text for name, text in found.items() if name != "today"} | _SYMBOLS
