"""A figure counts only what its question's columns name, and a range goes up."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from explainer import rules, tree
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import Question
from explainer.model.stages import Entry


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: `counts: {tnaks: 7}` with a column `tanks`; `counts: {tanks: 9-7}`."""
    if not isinstance(entry.value, Question):
        return
    columns = [column.id for column in entry.value.columns]
    counted = dict.fromkeys(name for figure in entry.value.figures for name in figure.counts)
    if counted and not columns:
        names = ", ".join(f"`{name}`" for name in counted)
        message, fix = f"the figures count {names}, but the question has no `columns`", "Add `columns`."
        yield Diagnostic(rules.FIGURE_FITS_COLUMNS, entry.at("figures"), message, fix)
    is_clear = bool(columns) and len(columns) == len(set(columns))  # else what is wrong is reported already
    for index, figure in enumerate(entry.value.figures):
        written = tree.find(entry.node, ("figures", index, "counts"))[0]
        if not figure.counts:
            yield Diagnostic(rules.FIGURE_FITS_COLUMNS, written.span, "this figure counts nothing", "Add a count.")
        for name, count in figure.counts.items():
            key = written.key(name) if isinstance(written, tree.Mapping) else None
            if is_clear and name not in columns:
                near = get_close_matches(name, columns, 1)
                listed = ", ".join(f"`{column}`" for column in columns)
                fix = f"Did you mean `{near[0]}`?" if near else f"The columns are: {listed}."
                message = f"the question has no column `{name}`"
                yield Diagnostic(rules.FIGURE_FITS_COLUMNS, key.span if key else written.span, message, fix)
            low, dash, high = count.partition("-")
            if dash and int(low) >= int(high):
                span = entry.at("figures", index, "counts", name)
                fix = f"Write `{high}-{low}`." if int(low) > int(high) else f"Write `{low}`."
                yield Diagnostic(rules.FIGURE_FITS_COLUMNS, span, f"the range `{count}` does not go up", fix)
