"""Lists, definition lists and tables, in the plain forms that templates print; every other form is none of ours."""

import re

from explainer.engine.printed.attributes import NotPrintedHereError, html_attributes, of_block, of_heading
from explainer.engine.printed.inline import Resolve, inline_html

STARTS = re.compile(r"- {1,3}|[0-9]{1,9}\. {1,3}")
MARK = ":   "
DEFINES = re.compile(rf"(?:^|\n){MARK}")
_ITEM = re.compile(r"( {4})?- +(\S.*)")
_RULE = re.compile(r"\|(?: -+ \|)+")


def list_html(blocks: list[str], resolve: Resolve) -> str:
    """A list of items of one line each, with a list of the same kind inside items: `-   a`, `    -   b`.

    Where a blank line parts it, Python-Markdown makes paragraphs of the items on both sides of that line alone.
    """
    items: list[tuple[str, list[str]]] = []
    for number, block in enumerate(blocks):
        first = len(items)
        for line in block.split("\n"):
            match = _ITEM.fullmatch(line)
            if not match or (match[1] and len(items) == first):
                raise NotPrintedHereError(line)
            html = inline_html(match[2], resolve)
            if match[1]:
                items[-1][1].append(html)
            else:
                items.append((html, []))
        if number:
            beside = items[first - 1 : first + 1]
            if any(inner for _, inner in beside):
                raise NotPrintedHereError(block[:60])
            items[first - 1 : first + 1] = [(_paragraph(words), inner) for words, inner in beside]
    return _list([words + (f"\n{_list(inner)}\n" if inner else "") for words, inner in items])


def _paragraph(words: str) -> str:
    return words if words.startswith("<p>") else f"<p>{words}</p>"


def _list(items: list[str]) -> str:
    return "<ul>\n" + "".join([f"<li>{item}</li>\n" for item in items]) + "</ul>"


def definitions_html(blocks: list[str], resolve: Resolve) -> str:
    """Blocks of a term with its attributes, and definitions, each a line behind `:   ` and perhaps its attributes."""
    printed = []
    for block in blocks:
        term, *definitions = DEFINES.split(block)
        if "\n" in term:
            raise NotPrintedHereError(block[:60])
        if term:
            words, given = of_heading(term)
            printed.append(f"<dt{html_attributes(given)}>{inline_html(words, resolve)}</dt>\n")
        for each in definitions:
            words, attributes = of_block(each)
            if "\n" in words:
                raise NotPrintedHereError(each[:60])
            printed.append(f"<dd{attributes}>{inline_html(words, resolve)}</dd>\n")
    return f"<dl>\n{''.join(printed)}</dl>"


def is_table(text: str) -> bool:
    return text.startswith("|")


def table_html(text: str, resolve: Resolve) -> str:
    """A table whose every row begins and ends with `|`, and whose columns are not aligned."""
    head, rule, *rows = text.split("\n")
    if not _RULE.fullmatch(rule):
        raise NotPrintedHereError(rule)
    printed = "".join([f"<tr>\n{_cells(row, 'td', resolve)}</tr>\n" for row in rows])
    return f"<table>\n<thead>\n<tr>\n{_cells(head, 'th', resolve)}</tr>\n</thead>\n<tbody>\n{printed}</tbody>\n</table>"


def _cells(row: str, tag: str, resolve: Resolve) -> str:
    if not (row.startswith("| ") and row.endswith(" |")):
        raise NotPrintedHereError(row[:60])
    cells = row[2:-2].split(" | ")
    return "".join([f"<{tag}>{inline_html(cell.strip(), resolve)}</{tag}>\n" for cell in cells])
