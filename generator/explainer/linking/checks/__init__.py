"""What must hold once every reference is resolved, each a rule of its own."""

from collections.abc import Callable, Iterable, Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.checks import (
    absence_is_sought,
    account_has_position,
    aspect_belongs_to_question,
    cell_is_claimed_once,
    certainty_is_shown,
    claim_has_position,
    context_is_cited,
    context_is_short,
    count_has_column,
    date_fits_source,
    evidence_is_independent,
    marks_are_few,
    pair_is_of_two,
    passage_stands_in_article,
    quotation_is_short,
    report_is_one,
    source_is_used,
    status_covers_passage,
    status_is_sourced,
    term_is_used,
    word_is_neutral,
    words_are_exact,
)
from explainer.model.stages import Linked

CHECKS: tuple[Callable[[Linked], Iterable[Diagnostic]], ...] = (
    account_has_position.check,
    aspect_belongs_to_question.check,
    claim_has_position.check,
    source_is_used.check,
    term_is_used.check,
    context_is_short.check,
    context_is_cited.check,
    word_is_neutral.check,
    date_fits_source.check,
    status_is_sourced.check,
    evidence_is_independent.check,
    words_are_exact.check,
    quotation_is_short.check,
    absence_is_sought.check,
    certainty_is_shown.check,
    status_covers_passage.check,
    marks_are_few.check,
    pair_is_of_two.check,
    report_is_one.check,
    cell_is_claimed_once.check,
    count_has_column.check,
    passage_stands_in_article.check,
)
_NEED_ALL = (source_is_used.check, term_is_used.check)
"""Not made where a record or a reference is broken: nobody knows what would then be used."""


def check(linked: Linked, *, is_whole: bool) -> Iterator[Diagnostic]:
    """What the linked records break. `is_whole` says that no record and no reference is broken."""
    for each in CHECKS:
        if is_whole or each not in _NEED_ALL:
            yield from each(linked)
