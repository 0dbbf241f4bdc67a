"""The words around a passage, as other programs need them to find it again in a page that they read for themselves."""

from explainer.model.stages import Anchor, ArticleText

LENGTH = 32
"""Characters on each side, as in other programs that write such selectors."""


def context(article: ArticleText, anchor: Anchor) -> tuple[str, str]:
    """The shown text right before and right after a passage, in whole words; furniture is no part of it.

    At least as long as what the author needed to tell the passage from others.
    """
    annotation = anchor.annotation.value
    text, blocks = article.text, article.blocks
    before = "\n".join(
        text[block.start : min(block.end, anchor.start)] for block in blocks if block.start < anchor.start
    )
    after = "\n".join(text[max(block.start, anchor.end) : block.end] for block in blocks if block.end > anchor.end)
    if any(block.start == anchor.start for block in blocks) and before:
        before += "\n"
    if any(block.end == anchor.end for block in blocks) and after:
        after = f"\n{after}"
    return _last(before, _length(annotation.prefix)), _first(after, _length(annotation.suffix))


def _length(needed: str | None) -> int:
    return max(LENGTH, 2 * len(needed or ""))


def _last(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    part = text[-length:]
    whole = part if text[-length - 1].isspace() else part[len(part.split(None, 1)[0]) :] if part.strip() else part
    return whole if whole.strip() else part


def _first(text: str, length: int) -> str:
    return _last(text[::-1], length)[::-1]
