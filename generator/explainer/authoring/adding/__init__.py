"""A new article from a file: its text, what is known of where it comes from, and what of it may be page furniture.

Pure: text in, the text of `source.txt` and a draft of `article.yaml` out. Nothing is taken out of the text.
"""

from explainer.authoring.adding.article import NewArticle, from_lines, from_page, from_text
from explainer.authoring.adding.draft import annotations_file, article_draft
from explainer.authoring.adding.encoding import Decoded, decode_html, is_html
from explainer.authoring.adding.facts import Fact
from explainer.authoring.adding.main_text import has_extractor

__all__ = [
    "Decoded",
    "Fact",
    "NewArticle",
    "annotations_file",
    "article_draft",
    "decode_html",
    "from_lines",
    "from_page",
    "from_text",
    "has_extractor",
    "is_html",
]
