"""The page of two articles side by side: both in full, what stands in both, and what stands in each other's place.

Only the pairs that an author asks for: of two hundred articles there are twenty thousand.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from markupsafe import Markup

from explainer.model import paths
from explainer.model.collation import Alike, CalledOut, PlacedSentence, SentenceRow, SharedWords, rows_of, shared_words
from explainer.model.collation.shared import Span
from explainer.model.pairs import pairs_of
from explainer.model.seeds import ComparedPair
from explainer.model.stages import AnchoredArticle, Entry, Linked, Page
from explainer.rendering.article_cards import ArticleCard, article_card
from explainer.rendering.differences import in_words
from explainer.rendering.escape import escape, filled
from explainer.rendering.front_matter import front_matter
from explainer.rendering.note_links import note_link
from explainer.rendering.passages import Note, numbered
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render
from explainer.text.shortening import shortened

SHEET = {"sheets": ["beside"], "search": {"exclude": True}}
QUOTED = 5
"""So many of the passages that stand in both are quoted; all are marked."""
_WORDS = 30
"""Of a passage that is quoted."""


@dataclass(frozen=True)
class SharedView:
    length: int
    words: str
    row: int
    """In which row of the table it begins."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Of a sentence that stands alone: in which row the other text speaks of the same question."""

    question: str
    row: int


@dataclass(frozen=True)
class BesideRow:
    number: int
    ours: Markup
    theirs: Markup
    alike: Alike | None
    called: tuple[tuple[str, CalledOut], ...]
    """What differs, with the kinds of difference in words."""
    kinds: tuple[str, ...]
    """All of them, each once."""
    questions: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...]


@dataclass(frozen=True)
class _TextBeside:
    """One of the two: what is to be marked in it."""

    article: AnchoredArticle
    name: str
    notes: tuple[Note, ...]
    shared: tuple[Span, ...]
    unlike: tuple[Span, ...]


def beside_pages(linked: Linked) -> Iterator[tuple[str, Callable[[], Page]]]:
    site = linked.seeds.site
    for pair in pairs_of(site.value if site else None, linked.anchored.articles):
        assert site is not None, "the pairs are the site's"
        yield paths.beside(*pair.articles), partial(_page, linked, pair, site)


def _page(linked: Linked, pair: ComparedPair, site: Entry[object]) -> Page:
    one, other = (linked.anchored.articles[id_] for id_ in pair.articles)
    path = paths.beside(one.id, other.id)
    printer = Printer(linked, path)
    rows, shared = rows_of(one, other), shared_words(one, other)
    cards = article_card(one, linked), article_card(other, linked)
    texts = _texts(one, other, cards, rows, shared)
    views = [_view(number, row, rows, texts, printer) for number, row in enumerate(rows, 1)]
    words = printer.words
    body = render(
        "beside.md.j2",
        words,
        p=printer,
        pair=pair,
        cards=cards,
        names=[text.name for text in texts],
        rows=views,
        shared=[_shared(each, rows) for each in shared[:QUOTED]],
        count=len(shared),
        together=sum(each.length for each in shared),
        kinds=_kinds(views),
        is_one_language=any(row.alike is Alike.WORDS for row in rows)
        or cards[0].value.language == cards[1].value.language,
    )
    titles = {"one": cards[0].value.title, "other": cards[1].value.title}
    title = words.gettext("Side by side: %(one)s / %(other)s", **titles)
    description = words.gettext(
        "Two articles on one event, sentence beside sentence: what stands in both, and what differs."
    )
    return Page(path, front_matter(title, description, extra=SHEET) + body, site.node.span.path)


def _texts(
    one: AnchoredArticle,
    other: AnchoredArticle,
    cards: tuple[ArticleCard, ArticleCard],
    rows: Sequence[SentenceRow],
    shared: Sequence[SharedWords],
) -> tuple[_TextBeside, _TextBeside]:
    called = [each for row in rows for each in row.called]
    return (
        _TextBeside(one, _name(cards[0]), numbered(one), tuple(each.ours for each in shared),
            tuple(each.our_span for each in called if each.our_span)),
        _TextBeside(other, _name(cards[1]), numbered(other), tuple(each.theirs for each in shared),
            tuple(each.their_span for each in called if each.their_span)),
    )  # fmt: skip


def _name(card: ArticleCard) -> str:
    return card.value.publisher or card.value.title


def _view(
    number: int, row: SentenceRow, rows: Sequence[SentenceRow], texts: tuple[_TextBeside, _TextBeside], printer: Printer
) -> BesideRow:
    return BesideRow(
        number,
        _cell(row.ours, texts[0], printer),
        _cell(row.theirs, texts[1], printer),
        row.alike,
        tuple((_listed(each, printer), each) for each in row.called),
        tuple(dict.fromkeys(in_words(kind, printer.words) for each in row.called for kind in each.kinds)),
        row.questions,
        () if row.alike else tuple(_elsewhere(row, rows)),
    )


def _listed(called: CalledOut, printer: Printer) -> str:
    comma = printer.words.pgettext("between items", ", ")
    return comma.join(in_words(kind, printer.words) for kind in called.kinds)


def _elsewhere(row: SentenceRow, rows: Sequence[SentenceRow]) -> Iterator[Elsewhere]:
    told = set()
    for number, each in enumerate(rows, 1):
        others = each.theirs if row.ours else each.ours
        for question in {
            found for one in (*row.ours, *row.theirs) for other in others for found in one.questions_with(other)
        }:
            if question not in told:
                told.add(question)
                yield Elsewhere(question, number)


def _shared(passage: SharedWords, rows: Sequence[SentenceRow]) -> SharedView:
    row = next(number for number, row in enumerate(rows, 1) if any(each.end > passage.ours[0] for each in row.ours))
    return SharedView(passage.length, shortened(passage.words, _WORDS), row)


def _kinds(views: Sequence[BesideRow]) -> list[tuple[str, list[int]]]:
    """What differs, with the rows in which it does."""
    found: dict[str, list[int]] = {}
    for view in views:
        for kind in view.kinds:
            found.setdefault(kind, []).append(view.number)
    return list(found.items())


def _cell(sentences: Sequence[PlacedSentence], text: _TextBeside, printer: Printer) -> Markup:
    """The sentences in one line of Markdown, each character once."""
    printed = []
    for sentence in sentences:
        if sentence.begins and sentence.paragraph:
            spoken = printer.phrases.gettext("Paragraph %(number)s", number=sentence.paragraph)
            printed.append(filled('<small class="x-pn" title="{0}">{1}</small> ', spoken, sentence.paragraph))
        printed += [_sentence(sentence, text, printer), Markup(" ")]
    return Markup("").join(printed[:-1])


def _sentence(sentence: PlacedSentence, text: _TextBeside, printer: Printer) -> Markup:
    start, end = sentence.start, sentence.end
    ending = [note for note in text.notes if start < note.anchor.end <= end]
    edges = {start, end, *(note.anchor.end for note in ending)}
    for first, last in (*text.shared, *text.unlike):
        edges |= {max(start, first), min(end, last)} if first < end and start < last else set()
    cuts, written, printed = sorted(edges), text.article.seed.text.text, []
    for first, last in pairwise(cuts):
        words = escape(written[first:last])
        if _lies_in(first, text.unlike):
            words = filled('<b class="x-unlike">{}</b>', words)
        printed.append(filled("<mark>{}</mark>", words) if _lies_in(first, text.shared) else words)
        printed += [note_link(note, printer, text.name) for note in ending if note.anchor.end == last]
    return Markup("").join(printed)


def _lies_in(place: int, spans: Sequence[Span]) -> bool:
    return any(first <= place < last for first, last in spans)
