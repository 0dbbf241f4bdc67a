"""Articles made of a text alone, for tests that need no seeds."""

from explainer import tree
from explainer.anchoring.match import Selector
from explainer.anchoring.place import place
from explainer.anchoring.quoted import Quoted
from explainer.anchoring.shown import ShownText
from explainer.diagnostics import Diagnostic
from explainer.model.fields import OurText
from explainer.model.seeds import NoteAnnotation
from explainer.model.stages import ArticleSource, ArticleText, Block, Entry
from explainer.source import SourceFile, Span

SEED = "seeds/articles/a/annotations.yaml"


def shown(text: str, language: str = "") -> ShownText:
    """The whole of a text as one block, without the white space around it."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    file = SourceFile("seeds/articles/a/source.txt", text)
    return ShownText(ArticleText(ArticleSource(file, ""), (Block(start, end),)), language=language)


def anchored(
    text: str, quote: str, prefix: str = "", suffix: str = "", language: str = ""
) -> tuple[int, int] | Diagnostic:
    """Where a note with this quote is anchored in `text`, or why not."""
    note = NoteAnnotation(id="a", kind="note", quote=quote, note=OurText("A note."))
    entry = Entry(None, note, tree.Mapping((), Span(SEED)))
    return place(shown(text, language), Quoted(Selector(quote, prefix, suffix), entry))
