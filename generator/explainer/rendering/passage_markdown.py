"""A block of an article as Markdown: its text escaped, its passages marked, a marker where each ends."""

from collections.abc import Iterable

from markupsafe import Markup

from explainer.interface import message
from explainer.model.fields import in_edition
from explainer.model.kinds import kind_of, speaker_of, weight_of
from explainer.model.stages import Block, TermLink
from explainer.rendering.escape import escape, filled
from explainer.rendering.passages import Note, pieces
from explainer.rendering.phrases import inside
from explainer.rendering.printer import Printer
from explainer.vocabulary import Weight

# Where there are styles, the number is painted from `data-no` and its text is not rendered: for a browser looking for
# words, a number right behind the last word of a passage would be part of that word.
_MARKER = (
    '[<span data-no="{number}"><span>{number}</span></span>](#n-{id})'
    '{{: #r-{id} .x-ref{minor} data-kind={kind}{speaker} role=doc-noteref aria-label="{label}" }}'
)


def block_markdown(
    text: str, block: Block, notes: tuple[Note, ...], terms: tuple[TermLink, ...], printer: Printer
) -> Markup:
    """The block in one line of Markdown, whose text reads back as `text[block.start:block.end]`."""
    printed: list[Markup] = []
    open_marks: list[int] = []
    for piece in pieces(block, notes, terms):
        # Marks stay open across pieces that differ only in a term; else what is no longer outer is closed.
        wanted = [note.number for note in piece.passages]
        kept = _common(open_marks, wanted)
        printed += [Markup("</mark>")] * (len(open_marks) - kept)
        printed += [_mark(note, note.number in piece.opening, printer) for note in piece.passages[kept:]]
        open_marks = wanted
        words = escape(text[piece.start : piece.end])
        printed.append(printer.term_link(piece.term, words) if piece.term else words)
        if piece.ending:
            printed += [Markup("</mark>")] * len(open_marks)
            open_marks = []
            printed += [_marker(note, printer) for note in piece.ending]
    return Markup("".join(printed) + "</mark>" * len(open_marks))


def speaker_attributes(note: Note, printer: Printer) -> Markup:
    """The letter and hue of the side whose words are noted; nothing where they are nobody's."""
    side = printer.side_of(speaker_of(note.anchor.annotation.value))
    if side is None:
        return Markup("")
    shown = in_edition(side.letter)
    other = filled(" data-letter={}", shown) if shown != side.letter else Markup("")
    return filled(" data-party={} data-hue={}{}", side.letter, side.hue, other)


def _mark(note: Note, first: bool, printer: Printer) -> Markup:
    annotation = note.anchor.annotation.value
    return filled(
        "<mark{id}{minor} data-note={note} data-kind={kind}{speaker}{details}>",
        id=filled(' id="a-{}"', annotation.id) if first else "",
        minor=Markup(" class=x-minor") if weight_of(annotation) is Weight.MINOR else "",
        note=annotation.id,
        kind=annotation.kind,
        speaker=speaker_attributes(note, printer),
        details=filled(' aria-details="n-{}"', annotation.id) if first else "",
    )


def _marker(note: Note, printer: Printer) -> Markup:
    annotation = note.anchor.annotation.value
    words, kind = printer.words, kind_of(annotation)
    side = printer.side_of(speaker_of(annotation))
    if side:
        speaks = words.gettext("%(letter)s, %(side)s", letter=in_edition(side.letter), side=side.name)
        form = message("Note %(number)s, %(kind)s by %(speaker)s")
        label = words.gettext(form, number=note.number, kind=inside(words, kind), speaker=speaks)
    else:
        label = words.gettext("Note %(number)s, %(kind)s", number=note.number, kind=inside(words, kind))
    return filled(
        _MARKER,
        number=note.number, id=annotation.id, kind=annotation.kind,
        minor=" .x-minor" if weight_of(annotation) is Weight.MINOR else "",
        speaker=speaker_attributes(note, printer), label=escape(label),
    )  # fmt: skip


def _common(have: Iterable[int], want: Iterable[int]) -> int:
    """How many of the outermost marks are the same."""
    count = 0
    for one, other in zip(have, want, strict=False):
        if one != other:
            break
        count += 1
    return count
