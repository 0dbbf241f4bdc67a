"""What a passage of a report counts can be compared with what others count."""

from collections.abc import Iterator
from difflib import get_close_matches

from explainer import tree
from explainer.diagnostics import Diagnostic
from explainer.model.stages import Linked
from explainer.rules import COUNT_HAS_COLUMN


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: `counts: {tnaks: 7}` on a question with a column `tanks`."""
    for entry in linked.seeds.reports.values():
        for index, passage in enumerate(entry.value.passages):
            question = linked.seeds.questions.get(passage.question)
            columns = [column.id for column in question.value.columns] if question else []
            written = tree.find(entry.node, ("passages", index, "counts"))[0]
            for name in passage.counts if question else ():
                if name not in columns:
                    key = written.key(name) if isinstance(written, tree.Mapping) else None
                    near = get_close_matches(name, columns, 1)
                    listed = ", ".join(f"`{column}`" for column in columns)
                    added = f"The columns are: {listed}." if columns else "Add `columns` to the question."
                    fix = f"Did you mean `{near[0]}`?" if near else added
                    message = f"the question `{passage.question}` has no column `{name}`"
                    yield Diagnostic(COUNT_HAS_COLUMN, key.span if key else written.span, message, fix)
