"""Words of other programs as our Markdown: the same words, and the same links and emphasis where they had some."""

import re

from explainer.authoring.importing.records import Lost
from explainer.text.hypertext.tags import TagParser

_SPECIAL = re.compile(r"([\\`*_\[\]<]|&(?=#?\w+;)|!(?=\[))")
_AT_START = re.compile(
    r"^([ \t]*)(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+\s*$|-+\s*$|~~~|[0-9]{1,9}(?=[.)](?:\s|$)))", re.MULTILINE
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SAFE = re.compile(r"(?:https?://[^/\s<>]|mailto:[^\s<>])[^\s<>]*", re.IGNORECASE)
_UNSEEN = frozenset({"script", "style", "template"})
_BLOCK_NAMES = (
    "address article aside body center dd details dialog div dl dt fieldset figcaption figure footer form header hr "
    "legend main nav p pre section summary table tr caption"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*", "dfn": "*", "var": "*"}
_TOLD = ("src", "title", "data", "poster", "cite", "datetime")


def from_plain(text: str) -> str:
    """Plain text: what would be a mark in Markdown stays the character that it is."""
    lines = [line.lstrip(" \t") if line[:1] in " \t" else line for line in _SPECIAL.sub(r"\\\1", text).split("\n")]
    return _starts("\n".join(lines))


def from_html(html: str) -> tuple[str, list[Lost]]:
    """HTML, and what of it no text can say: pictures, addresses that no reader may follow, styles. Nothing raises."""
    reader = _MarkdownReader()
    reader.read(html)
    reader.flush()
    return "\n\n".join(reader.blocks), reader.lost


def _starts(text: str) -> str:
    """Text whose lines do not begin a list, a heading or a quotation."""
    return _AT_START.sub(lambda at: f"{at[1]}{at[2]}\\" if at[2].isdigit() else f"{at[1]}\\{at[2]}", text)


class _MarkdownReader(TagParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.lost: list[Lost] = []
        self.words: list[str] = []
        self.open: list[tuple[str, int, str]] = []
        """Marks and links that are open: the tag, where its words begin, its address."""
        self.around: list[list[str]] = []
        """Quotations, lists and their items: the tag, and what stands before the next block and those after it."""
        self.heading = 0
        self.unseen = ""
        self.is_preformatted = False

    def flush(self) -> None:
        """End the block that is open."""
        while self.open:
            self._close(self.open[-1][0])
        text = "".join(self.words)
        self.words = []
        if self.is_preformatted:
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
            self._block("\n".join((fence, *text.strip("\n").split("\n"), fence))) if text.strip() else None
        elif lines := [line for each in text.split("\n") if (line := each.strip(" \t"))]:
            start = "#" * self.heading + " " if self.heading else ""
            self._block(start + ("\\\n".join(_starts(line) for line in lines) if not start else " ".join(lines)))

    def _block(self, text: str) -> None:
        first, rest = "", ""
        for each in self.around:
            first, rest, each[1] = first + each[1], rest + each[2], each[2]
        lines = text.split("\n")
        self.blocks.append(
            "\n".join([first + lines[0], *(rest + line if line else rest.rstrip() for line in lines[1:])])
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.lost += [Lost(f"{tag} {name}", values[name]) for name in _TOLD if values.get(name, "").strip()]
        if tag in _UNSEEN:
            self.unseen = tag
        elif tag in _BLOCKS or tag in ("ul", "ol", "li", "blockquote") or re.fullmatch("h[1-6]", tag):
            self.flush()
            self._begin(tag, values)
        elif tag == "br":
            self.words.append("\n")
        elif tag in ("td", "th"):
            self.words.append(" " if self.words else "")
        elif tag == "q":
            self.words.append("“")
        elif tag == "img" and values.get("alt", "").strip():
            self.handle_data(values["alt"])
        elif tag in _MARKS or tag in ("a", "code"):
            self.open.append((tag, len(self.words), values.get("href", "").strip()))

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        if tag == "blockquote":
            self.around.append([tag, "> ", "> "])
        elif tag in ("ul", "ol"):
            start = values.get("start", "1")
            number = int(start) if re.fullmatch("[0-9]{1,6}", start) else 1
            self.around.append([tag, "", "", str(number)])
        elif tag == "li":
            self._leave(tag, until=("ul", "ol"))
            inside = self.around[-1] if self.around and self.around[-1][0] == "ol" else None
            marker = f"{inside[3]}. " if inside else "- "
            if inside:
                inside[3] = str(int(inside[3]) + 1)
            self.around.append([tag, marker, " " * len(marker)])
        elif tag == "pre":
            self.is_preformatted = True
        elif tag[0] == "h" and tag[1:].isdigit():
            self.heading = max(3, int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        if tag == self.unseen:
            self.unseen = ""
        elif tag in ("ul", "ol", "li", "blockquote"):
            self.flush()
            self._leave(tag, until=() if tag != "li" else ("ul", "ol"))
        elif tag in _BLOCKS or re.fullmatch("h[1-6]", tag):
            self.flush()
            self.heading, self.is_preformatted = 0, False
        elif tag == "q":
            self.words.append("”")
        elif any(tag == opened[0] for opened in self.open):
            while self.open and self._close(self.open[-1][0]) != tag:
                pass

    def _leave(self, tag: str, until: tuple[str, ...]) -> None:
        """End what was opened by `tag`, and what is open inside it."""
        for at in range(len(self.around) - 1, -1, -1):
            if self.around[at][0] == tag:
                del self.around[at:]
                return
            if self.around[at][0] in until:
                return

    def handle_data(self, data: str) -> None:
        if self.unseen:
            self.lost += [Lost(self.unseen, data)] if data.strip() else []
        elif self.is_preformatted:
            self.words.append(data)
        else:
            text = _SPACE.sub(" ", data)
            is_code = any(opened[0] == "code" for opened in self.open) and "`" not in text
            self.words.append(text if is_code else _SPECIAL.sub(r"\\\1", text))

    def handle_comment(self, data: str) -> None:
        self.lost += [Lost("HTML comment", data)] if data.strip() else []

    def _close(self, tag: str) -> str:
        """End the mark that was opened last; white space at its ends stands outside of it."""
        _, start, address = self.open.pop()
        inner = "".join(self.words[start:])
        core = inner.strip()
        before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :] if core else ""
        del self.words[start:]
        if self.is_preformatted:
            self.words.append(inner)
        else:
            self.words += [before, self._marked(tag, core, address), after]
        return tag

    def _marked(self, tag: str, core: str, address: str) -> str:
        if tag == "a" and address:
            if not _SAFE.fullmatch(address):
                self.lost.append(Lost("a href", address))
            elif not core:
                return f"<{address}>"
            elif "](" not in core and not core.startswith("<"):
                return f"[{core}](<{address}>)"
            else:
                self.lost.append(Lost("a href", address))
        elif tag == "code" and core and "`" not in core and not any(each[0] == "code" for each in self.open):
            return f"`{core}`"
        elif tag in _MARKS and core[:1].isalnum() and core[-1:].isalnum() and "\n" not in core:
            return f"{_MARKS[tag]}{core}{_MARKS[tag]}" if "*" not in core else core
        return core
