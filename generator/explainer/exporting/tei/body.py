"""The text of an article in TEI: every character of its file, once and in order, with anchors around passages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from explainer.exporting.tei.xml import TeiMarkup, joined, tag, text
from explainer.model.stages import Anchor, AnchoredArticle, ArticleText


def ends_of(name: str) -> tuple[str, str]:
    """The names of the two anchors of a note of this name."""
    return f"{name}.start", f"{name}.end"


def text_of(article: AnchoredArticle, named: Iterable[tuple[str, Anchor]]) -> TeiMarkup:
    """The element `text`; its characters are those of source.txt without a byte-order mark."""
    anchors: dict[int, list[TeiMarkup]] = defaultdict(list)
    for name, anchor in named:
        start, end = ends_of(name)
        anchors[anchor.start].append(tag("anchor", xml_id=start))
        anchors[anchor.end].insert(0, tag("anchor", xml_id=end))
    parts = list(_parts(article.seed.text, anchors)) or [tag("p")]
    language = article.seed.entry.value.language
    return tag("text", tag("body", tag("div", *parts, type_="article")), xml_lang=language, xml_space="preserve")


def _parts(source: ArticleText, anchors: dict[int, list[TeiMarkup]]) -> Iterator[TeiMarkup]:
    at = 0
    for index, block in enumerate(source.blocks):
        yield from _between(source.text[at : block.start])
        inner = _with_anchors(source.text, block.start, block.end, anchors)
        name = "p"
        if block.is_headline:
            name = "head" if index == 0 else "ab"
        yield tag(name, inner, type_="headline" if block.is_headline else None, n=source.fragment(index))
        at = block.end
    yield from _between(source.text[at:])


def _between(words: str) -> Iterator[TeiMarkup]:
    """White space as it is; what else stands between paragraphs belongs to the page that the file was copied from."""
    inner = words.strip()
    if not inner:
        yield text(words)
        return
    start = words.index(inner)
    yield text(words[:start])
    yield tag("fw", inner, type_="furniture")
    yield text(words[start + len(inner) :])


def _with_anchors(words: str, start: int, end: int, anchors: dict[int, list[TeiMarkup]]) -> TeiMarkup:
    pieces: list[TeiMarkup] = []
    at = start
    for place in sorted(each for each in anchors if start <= each <= end):
        pieces += [text(words[at:place]), *anchors.pop(place)]
        at = place
    return joined([*pieces, text(words[at:end])])
