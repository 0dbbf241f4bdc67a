"""One annotation and its article: the anchor where its quote lies, or the diagnostic that says why there is none.

The questions, in order: does the quote stand in the shown text, with its prefix and suffix; as whole words;
once; without furniture in its middle? Each "no" has its own report.
"""

from generator.anchoring import reports
from generator.anchoring.edges import is_whole
from generator.anchoring.match import Match, Selector, find
from generator.anchoring.shown import Shown
from generator.diagnostics import Diagnostic
from generator.model.seeds import Annotation
from generator.model.stages import Anchor, Entry


def place(shown: Shown, annotation: Entry[Annotation]) -> Anchor | Diagnostic:
    """Where the quote of an annotation lies, or why it lies nowhere."""
    selector = Selector(annotation.value.quote, annotation.value.prefix or "", annotation.value.suffix or "")
    matches = find(shown.passage, selector)
    whole = whole_words(shown, matches)
    if not matches:
        return _missed(shown, annotation, selector)
    if not whole:
        return reports.not_whole_words(shown, annotation, matches)
    if len(whole) > 1:
        return reports.not_unique(shown, annotation, whole)
    if shown.runs_across_furniture(whole[0]):
        return reports.across_furniture(shown, annotation, whole[0])
    return Anchor(annotation, *shown.passage.offsets(whole[0].start, whole[0].end))


def whole_words(shown: Shown, matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The matches that begin and end with whole words; only they count as occurrences."""
    return tuple(match for match in matches if is_whole(shown.passage, match))


def _missed(shown: Shown, annotation: Entry[Annotation], selector: Selector) -> Diagnostic:
    quote_alone = find(shown.passage, Selector(selector.quote))
    if quote_alone:
        whole = whole_words(shown, quote_alone)
        if not whole:
            return reports.not_whole_words(shown, annotation, quote_alone)
        return reports.neighbours_differ(shown, annotation, selector, whole)
    in_file = find(shown.file, Selector(selector.quote))
    if in_file:
        return reports.in_furniture(shown, annotation, in_file[0])
    return reports.not_found(shown, annotation)
