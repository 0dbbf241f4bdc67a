"""HTML of a page that is written by hand, as every engine that reads Python-Markdown’s dialect makes it."""

import markdown

_EXTENSIONS = ("attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc")


def html_of(text: str) -> str:
    return str(markdown.markdown(text, extensions=list(_EXTENSIONS)))
