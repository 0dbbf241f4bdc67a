"""What a note shows: its key line, what it leads to, and its sources."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from explainer.model import seeds as shapes
from explainer.model.stages import AnchoredArticle, Entry, RecordType
from explainer.model.status import Judgement, judgement_of
from explainer.rendering import evidence
from explainer.rendering.passages import Note
from explainer.rendering.printer import Printer
from explainer.vocabulary import Kind

LEMMA_HEAD, LEMMA_TAIL = 5, 3
"""How many words of a long passage name it at the head of its note: the first, and the last."""


@dataclass(frozen=True)
class NoteView:
    number: int
    kind: Kind
    entry: Entry[shapes.Annotation]
    lemma: str
    speaker: Markup
    """Attributes for the side of a claim."""
    judged: Judgement | None
    """What evidence shows on a claim."""
    more: tuple[Markup, ...]
    """Links to the records that say more."""
    evidence: tuple[evidence.Group, ...]
    """Only where an item has more to show than its source."""
    counted: str
    """The evidence counted: “1 refutes, 2 qualify”."""
    sources: tuple[str, ...]
    """Named at the end of the note; those of evidence that is shown are named there."""

    @property
    def value(self) -> shapes.Annotation:
        return self.entry.value


def note_view(note: Note, text: str, speaker: Markup, printer: Printer) -> NoteView:
    entry = note.anchor.annotation
    annotation = entry.value
    shows_more = any(item.excerpt or item.note for item in annotation.evidence)
    return NoteView(
        number=note.number,
        kind=kind_of(annotation),
        entry=entry,
        lemma=lemma(text[note.anchor.start : note.anchor.end]),
        speaker=speaker,
        judged=judgement_of(annotation, printer.linked.seeds.questions),
        more=tuple(_more(annotation, printer)),
        evidence=evidence.groups(annotation.evidence, printer) if shows_more else (),
        counted=evidence.in_words(annotation.evidence, printer),
        sources=(
            *printer.cited_in(entry, "note"),
            *(() if shows_more else (item.source for item in annotation.evidence)),
        ),
    )


def kind_of(annotation: shapes.Annotation) -> Kind:
    return next(kind for kind in Kind if kind.value == annotation.kind)


def kinds_of(article: AnchoredArticle) -> list[tuple[Kind, int]]:
    """The kinds of its notes that occur, in the order of the vocabulary, with how often."""
    counts = Counter(kind_of(anchor.annotation.value) for anchor in article.anchors)
    return [(kind, counts[kind]) for kind in Kind if counts[kind]]


def lemma(quote: str) -> str:
    """The passage in one line, its middle left out where it is long."""
    words = quote.split()
    if len(words) <= LEMMA_HEAD + LEMMA_TAIL + 1:
        return " ".join(words)
    return " ".join([*words[:LEMMA_HEAD], "…", *words[-LEMMA_TAIL:]])


def _more(annotation: shapes.Annotation, printer: Printer) -> list[Markup]:
    links: list[Markup] = []
    match annotation:
        case shapes.ContextAnnotation(box=str(box)):
            links.append(printer.names(RecordType.CONTEXT, [box]))
        case shapes.TermAnnotation(term=term):
            name = printer.name(RecordType.TERM, term)
            links.append(printer.to(RecordType.TERM, term, f"{name}: glossary") if name else Markup(""))
        case (
            shapes.ClaimAnnotation(question=str(question))
            | shapes.FramingAnnotation(question=str(question))
            | shapes.NoteAnnotation(question=str(question))
        ):
            links.append(printer.names(RecordType.QUESTION, [question]))
    return [link for link in links if link]
