"""What a closed note says in the margin: its gist, in whole words, at most eight; what is longer is said shorter."""

from explainer.interface import message
from explainer.model import seeds as shapes
from explainer.model.fields import in_edition
from explainer.model.kinds import kind_of, reading_of, record_with_more
from explainer.model.status import is_article, judgement_of, said_of
from explainer.rendering.directed import isolated_text
from explainer.rendering.phrases import inside, label, status_mark
from explainer.rendering.printer import Printer
from explainer.vocabulary import Confidence, Speech

WORDS = 8


def row(annotation: shapes.Annotation, printer: Printer) -> str:
    """An author's gist, or else what the fields of its kind come to."""
    words = printer.words
    match annotation:
        case shapes.ClaimAnnotation():
            return _first(*_claimed(annotation, printer))
        case shapes.ErratumAnnotation():
            guess = annotation.confidence is Confidence.LOW
            reading = " ".join(in_edition(reading_of(annotation)).split())
            form = message("Perhaps: %(reading)s") if guess else message("Should be: %(reading)s")
            said = words.gettext(form, reading=isolated_text(reading, printer.direction)) if reading else ""
            mistake = words.gettext("Mistake: %(type)s", type=inside(words, annotation.type))
            return _first(annotation.gist or "", said, mistake)
    kind = kind_of(annotation)
    more = record_with_more(annotation) if kind.is_about_that else None
    name = printer.name(more.type, more.id) if more else ""
    apart = isolated_text(name, printer.direction)
    named = words.pgettext("kind of note", "%(kind)s: %(name)s", kind=label(words, kind), name=apart) if name else ""
    return _first(getattr(annotation, "gist", None) or "", named, label(words, kind))


def _claimed(claim: shapes.ClaimAnnotation, printer: Printer) -> tuple[str, ...]:
    """Both marks, each by its name: what is said and what is shown."""
    judged = judgement_of(claim, printer.linked.seeds.questions)
    words = printer.words
    shown = f"{status_mark(words, judged.status)}." if judged else ""
    if is_article(claim.party, printer.linked.seeds.parties):
        article = words.gettext("Said by the article.")
        return f"{article} {shown}".strip(), shown
    certain = said_of(claim, printer.linked.seeds.parties) is Speech.CERTAIN
    said = message("Said by %(party)s.") if certain else message("Reportedly said by %(party)s.")
    side = printer.side_of(claim.party)
    names = (
        printer.within_a_sentence(claim.party),
        side.name if side else "",
        in_edition(side.letter) if side else "",
    )
    apart = (isolated_text(name, printer.direction) for name in names if name)
    return *(f"{words.gettext(said, party=name)} {shown}".strip() for name in apart), shown


def _first(*texts: str) -> str:
    return next((text for text in texts if text and len(text.split()) <= WORDS), "")
