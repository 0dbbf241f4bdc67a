"""One quote and its article: the place where the quote lies, or the diagnostic that says why there is none.

The questions, in order: does the quote stand in the shown text, with its prefix and suffix; as whole words;
once; without furniture in its middle? Each "no" has its own report.
"""

from explainer.anchoring import reports
from explainer.anchoring.edges import is_whole
from explainer.anchoring.match import Match, Selector, find
from explainer.anchoring.quoted import Quoted
from explainer.anchoring.shown import ShownText
from explainer.diagnostics import Diagnostic


def place(shown: ShownText, quoted: Quoted) -> tuple[int, int] | Diagnostic:
    """From which offset of the article's text up to which a quote lies, or why it lies nowhere."""
    matches = find(shown.passage, quoted.selector)
    whole = whole_words(shown, matches)
    if not matches:
        return _missed(shown, quoted)
    if not whole:
        return reports.not_whole_words(shown, quoted, matches)
    if len(whole) > 1:
        return reports.not_unique(shown, quoted, whole)
    if shown.runs_across_furniture(whole[0]):
        return reports.across_furniture(shown, quoted, whole[0])
    return shown.passage.offsets(whole[0].start, whole[0].end)


def whole_words(shown: ShownText, matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The matches that begin and end with whole words; only they count as occurrences."""
    return tuple(match for match in matches if is_whole(shown.passage, match))


def _missed(shown: ShownText, quoted: Quoted) -> Diagnostic:
    quote_alone = Selector(quoted.selector.quote)
    matches = find(shown.passage, quote_alone)
    if matches:
        whole = whole_words(shown, matches)
        if not whole:
            return reports.not_whole_words(shown, quoted, matches)
        return reports.neighbours_differ(shown, quoted, whole)
    in_file = find(shown.file, quote_alone)
    if in_file:
        return reports.in_furniture(shown, quoted, in_file[0])
    return reports.not_found(shown, quoted)
