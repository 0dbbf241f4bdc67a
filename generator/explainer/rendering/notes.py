"""What a note shows: its key line, what it leads to, and its sources."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from explainer.model import seeds as shapes
from explainer.model.fields import prose_of
from explainer.model.kinds import KINDS, Kind, kind_of, reading_of, record_with_more, weight_of
from explainer.model.record_types import RecordType
from explainer.model.roots import said_in
from explainer.model.stages import AnchoredArticle, Entry, Seeds
from explainer.model.status import Judgement, judgement_of, said_of
from explainer.prose.nodes import citations
from explainer.rendering import evidence
from explainer.rendering.numbers import Part, of_evidence, sources
from explainer.rendering.passages import Note
from explainer.rendering.printer import Printer
from explainer.rendering.rows import row
from explainer.vocabulary import Confidence, Weight

LEMMA_HEAD, LEMMA_TAIL = 5, 3
"""How many words of a long passage name it at the head of its note: the first, and the last."""


@dataclass(frozen=True)
class NoteView:
    number: int
    kind: Kind
    entry: Entry[shapes.Annotation]
    lemma: str
    page: str
    """Of the file that the article was taken from, where that has pages."""
    row: str
    """What it says in the margin while it is closed."""
    is_minor: bool
    """Whether only readers who ask for all notes see it from the start."""
    speaker: Markup
    """Attributes for the side of that party."""
    sureness: Confidence | None
    """How sure we are."""
    reading: str
    """What should stand in the place of the passage."""
    said: Markup
    """Of a claim, who says so and how sure that is."""
    judged: Judgement | None
    """What evidence shows on a claim."""
    gist: Markup
    """A link to the record that the note is about."""
    more: Markup
    """A link to a record that says more."""
    said_in: tuple[shapes.Evidence, ...]
    """Where the party, or its side, says it; shown and not counted as evidence."""
    evidence: tuple[evidence.Group, ...]
    """Only where an item has more to show than its source."""
    counted: str
    """The evidence counted: “1 refutes, 2 limit”."""
    sources: tuple[str, ...]
    """Named at the end of the note; those of evidence that is shown are named there."""

    @property
    def value(self) -> shapes.Annotation:
        return self.entry.value


def note_view(note: Note, text: str, page: str, speaker: Markup, printer: Printer) -> NoteView:
    entry = note.anchor.annotation
    annotation = entry.value
    kind = kind_of(annotation)
    link = _more(annotation, printer)
    shows_more = _shows_more(annotation)
    said, shown = _apart(annotation, printer.linked.seeds)
    return NoteView(
        number=note.number,
        kind=kind,
        entry=entry,
        lemma=lemma(text[note.anchor.start : note.anchor.end]),
        page=page,
        row=row(annotation, printer),
        is_minor=weight_of(annotation) is Weight.MINOR,
        speaker=speaker,
        sureness=getattr(annotation, kind.sureness) if kind.sureness else None,
        reading=reading_of(annotation),
        said=_said(annotation, printer),
        judged=judgement_of(annotation, printer.linked.seeds.questions),
        gist=link if kind.is_about_that else Markup(""),
        more=Markup("") if kind.is_about_that else link,
        said_in=said if shows_more else (),
        evidence=evidence.groups(shown, printer.linked.seeds) if shows_more else (),
        counted=evidence.in_words(shown, printer.linked.seeds, printer.words),
        sources=_sources(annotation),
    )


def _said(annotation: shapes.Annotation, printer: Printer) -> Markup:
    if not isinstance(annotation, shapes.ClaimAnnotation):
        return Markup("")
    return printer.said(annotation.party, said_of(annotation, printer.linked.seeds.parties))


def parts_of(annotation: shapes.Annotation, seeds: Seeds) -> Iterator[Part]:
    """What the note shows, in this order."""
    yield annotation.note
    if _shows_more(annotation):
        said, shown = _apart(annotation, seeds)
        yield from of_evidence(said)
        for group in evidence.groups(shown, seeds):
            yield from of_evidence(group.items)
    yield from sources(_sources(annotation))


def _apart(
    annotation: shapes.Annotation, seeds: Seeds
) -> tuple[tuple[shapes.Evidence, ...], tuple[shapes.Evidence, ...]]:
    """Where it was said, and what is evidence of it."""
    said = tuple(item for item in said_in(annotation, seeds) if item.source in seeds.sources)
    return said, tuple(item for item in annotation.evidence if item not in said)


def _shows_more(annotation: shapes.Annotation) -> bool:
    """Whether an item of its evidence has more to show than its source."""
    return any(item.excerpt or item.note for item in annotation.evidence)


def _sources(annotation: shapes.Annotation) -> tuple[str, ...]:
    """Those named at the end of the note."""
    cited = dict.fromkeys(citations(prose_of(annotation.note).blocks)) if annotation.note else ()
    return (*cited, *(() if _shows_more(annotation) else (item.source for item in annotation.evidence)))


def kinds_of(article: AnchoredArticle) -> list[tuple[Kind, int]]:
    """The kinds of its notes that occur, in the order of the vocabulary, with how often."""
    counts = Counter(kind_of(anchor.annotation.value).word for anchor in article.anchors)
    return [(kind, counts[kind.word]) for kind in KINDS if counts[kind.word]]


def count_by_weight(article: AnchoredArticle) -> tuple[int, int]:
    """How many of its notes readers need, and how many there are; (0, all) where that is no choice."""
    all_notes = len(article.anchors)
    major = sum(weight_of(anchor.annotation.value) is Weight.MAJOR for anchor in article.anchors)
    return (0 if major == all_notes else major), all_notes


def lemma(quote: str) -> str:
    """The passage in one line, its middle left out where it is long."""
    words = quote.split()
    if len(words) <= LEMMA_HEAD + LEMMA_TAIL + 1:
        return " ".join(words)
    return " ".join([*words[:LEMMA_HEAD], "…", *words[-LEMMA_TAIL:]])


def _more(annotation: shapes.Annotation, printer: Printer) -> Markup:
    """A link to the record to which the note leads, where there is one."""
    ref = record_with_more(annotation)
    name = printer.name(ref.type, ref.id) if ref else ""
    if ref is None or not name:
        return Markup("")
    in_glossary = printer.words.gettext("%(term)s: glossary", term=name)
    return printer.to(ref.type, ref.id, in_glossary if ref.type is RecordType.TERM else name)
