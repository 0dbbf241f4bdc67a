"""The sentences of a text of ours, and whether each says where it comes from.

A citation right after a full stop belongs to the sentence before it. A sentence needs none that ends in a link to
a question or a context box, where the sources stand, or that begins with “We”, as its language says it: it tells what
we did or did not find. A sentence that ends in a colon before a list goes on in its items: a citation in it carries the
first sentence of each, and where it has none, each item has its own.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from explainer.model.record_types import RecordType, Ref
from explainer.prose import Prose, nodes
from explainer.prose.nodes import citations, plain_text
from explainer.text.languages import language_of
from explainer.text.sentences import sentences

# Stand where a citation or such a link stood. Unicode keeps these two from ever being characters of a text.
_CITED, _LEADS_ON = "\ufdd0", "\ufdd1"
_ENDS_IN_LINK = re.compile(rf"{_LEADS_ON}[^\w{_LEADS_ON}]*\Z")


@dataclass(frozen=True, slots=True)
class Sentence:
    words: str
    is_cited: bool
    """Or needs no citation."""


def sentences_of(prose: Prose, leading: Collection[str], language: str) -> Iterator[Sentence]:
    """In their order, headings and quoted paragraphs as one each. `leading` are the ids of questions and boxes."""
    return _of_blocks(prose.blocks, leading, language)


def _of_blocks(blocks: Iterable[nodes.ProseBlock], leading: Collection[str], language: str) -> Iterator[Sentence]:
    listed = [*blocks]
    carries = False
    for block, following in zip(listed, [*listed[1:], None], strict=True):
        match block:
            case nodes.Paragraph(children=children):
                found = [*_split("".join(_marked(children, leading)), language)]
                carries = False
                if found and isinstance(following, nodes.ListBlock) and found[-1].words.endswith(":"):
                    carries = found[-1].is_cited
                    found[-1] = Sentence(found[-1].words, is_cited=True)
                yield from found
            case nodes.ListBlock(items=items):
                for item in items:
                    own = [*_of_blocks(item, leading, language)]
                    yield from (Sentence(each.words, each.is_cited or carries) for each in own[:1])
                    yield from own[1:]
            case nodes.Quotation():
                yield Sentence(plain_text(Prose((block,))), any(citations((block,))))
            case nodes.Heading():
                yield Sentence(plain_text(Prose((block,))), is_cited=True)


def _split(text: str, language: str) -> Iterator[Sentence]:
    parts = [text[start:end] for start, end in sentences(text, language)]
    for index, (part, following) in enumerate(zip(parts, [*parts[1:], ""], strict=True)):
        own = part.lstrip(f"{_CITED} ") if index else part
        after = following[: len(following) - len(following.lstrip(f"{_CITED} "))]
        is_cited = (
            _CITED in own or _CITED in after or bool(_ENDS_IN_LINK.search(own) or language_of(language).ours.match(own))
        )
        yield Sentence(" ".join(own.translate({ord(_CITED): "", ord(_LEADS_ON): ""}).split()), is_cited)


def _marked(children: Iterable[nodes.Inline], leading: Collection[str]) -> Iterator[str]:
    for child in children:
        match child:
            case nodes.Text(text=text) | nodes.Code(text=text) | nodes.TermWord(text=text):
                yield text.replace("\n", " ")
            case nodes.LineBreak():
                yield " "
            case nodes.Citation():
                yield f" {_CITED}"
            case nodes.Reference(target=target, words=words):
                ref = Ref.parse(target)
                yield words or target.rpartition("/")[2]
                if ref.type in (RecordType.QUESTION, RecordType.CONTEXT) if ref else target in leading:
                    yield _LEADS_ON
            case nodes.Emphasis(children=inner) | nodes.Link(children=inner):
                yield from _marked(inner, leading)
