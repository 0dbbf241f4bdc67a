"""Articles made of a text alone, for tests that need no seeds."""

from generator import tree
from generator.anchoring.match import Selector
from generator.anchoring.place import place
from generator.anchoring.quoted import Quoted
from generator.anchoring.shown import Shown
from generator.diagnostics import Diagnostic
from generator.model.seeds import NoteAnnotation
from generator.model.stages import ArticleSource, ArticleText, Block, Entry
from generator.source import SourceFile, Span

SEED = "seeds/articles/a/annotations.yaml"


def shown(text: str) -> Shown:
    """The whole of a text as one block, without the white space around it."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    file = SourceFile("seeds/articles/a/source.txt", text)
    return Shown(ArticleText(ArticleSource(file, ""), (Block(start, end),)))


def anchored(text: str, quote: str, prefix: str = "", suffix: str = "") -> tuple[int, int] | Diagnostic:
    """Where a note with this quote is anchored in `text`, or why not."""
    note = NoteAnnotation(id="a", kind="note", quote=quote, note="A note.")
    entry = Entry(None, note, tree.Mapping((), Span(SEED)))
    return place(shown(text), Quoted(Selector(quote, prefix, suffix), entry))
