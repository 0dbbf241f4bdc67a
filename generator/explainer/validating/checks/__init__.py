"""The checks of one record, each a requirement that its shape cannot express. A record that has an error is dropped."""

from collections.abc import Callable, Iterable
from typing import Any

from explainer.diagnostics import Diagnostic
from explainer.model.stages import Entry
from explainer.validating.checks import (
    annotation_says_something,
    answer_is_short,
    cut_is_marked,
    date_exists,
    erratum_is_sourced,
    excerpt_is_short,
    figure_fits_columns,
    gist_is_short,
    id_is_unique,
    language_is_spoken,
    maker_is_named,
    map_frame_is_box,
    naming_is_told,
    position_is_sourced,
    search_is_told,
    silence_is_read,
    silence_names_warning,
    source_is_named,
    status_has_date,
    word_is_current,
)

RECORD_CHECKS: tuple[Callable[[Entry[Any]], Iterable[Diagnostic]], ...] = (
    date_exists.check,
    id_is_unique.check,
    annotation_says_something.check,
    status_has_date.check,
    word_is_current.check,
    source_is_named.check,
    position_is_sourced.check,
    answer_is_short.check,
    gist_is_short.check,
    search_is_told.check,
    erratum_is_sourced.check,
    excerpt_is_short.check,
    cut_is_marked.check,
    figure_fits_columns.check,
    naming_is_told.check,
    silence_is_read.check,
    map_frame_is_box.check,
    maker_is_named.check,
    language_is_spoken.check,
    silence_names_warning.check,
)


def check(entry: Entry[Any]) -> tuple[Diagnostic, ...]:
    """What the record `entry` breaks."""
    return tuple(diagnostic for each in RECORD_CHECKS for diagnostic in each(entry))
