"""The rule `change-is-recorded`: what was published is not changed in silence."""

from collections import Counter
from collections.abc import Iterable, Iterator

from explainer.diagnostics import Diagnostic
from explainer.model.changes import Change, Edit, How
from explainer.model.record_types import RecordType
from explainer.model.stages import Linked
from explainer.rules import CHANGE_IS_RECORDED
from explainer.text.shortening import cut_off

_POSITION = ("position", "says")


def check_recorded(changes: Iterable[Change], old: Linked, new: Linked) -> Iterator[Diagnostic]:
    """A status, or what a party was said to say, that is another one now, without a new correction of that record.

    Corrections are counted: an old one that was edited is no new one. A record that is gone cannot be named in a
    correction, and is told with the other changes.
    """
    before, after = _corrected(old), _corrected(new)
    for change in changes:
        names = {change.name, f"{change.type}/{change.old_id}"}
        recorded = sum(after[name] - before[name] for name in names)
        if change.how is How.CHANGED and recorded < 1:
            yield from (_diagnostic(change, edit) for edit in change.edits if _needs_record(change, edit))


def _corrected(linked: Linked) -> Counter[str]:
    return Counter(entry.value.record for entry in linked.seeds.corrections)


def _needs_record(change: Change, edit: Edit) -> bool:
    """Whether the edit changes or takes away what was there; a first publication is none."""
    if not edit.old or edit.how is How.MOVED:
        return False
    match change.type, edit.path:
        case ((RecordType.QUESTION | RecordType.ANNOTATION), ("status",)):
            return True
        case RecordType.QUESTION, ("positions", _):
            return True
        case RecordType.QUESTION, ("positions", _, key):
            return key in _POSITION
        case _:
            return False


def _diagnostic(change: Change, edit: Edit) -> Diagnostic:
    span = edit.span or change.span
    assert span is not None, "a record that was changed stands in the new state"
    now = "is gone" if edit.how is How.REMOVED else f"is `{cut_off(edit.new)}` now"
    message = f"`{change.name}`: {edit.what} was `{cut_off(edit.old)}` and {now}, but no correction says so"
    fix = f"Add an entry to `seeds/corrections.yaml` with `record: {change.name}`, its `date`, `type` and `text`."
    return Diagnostic(CHANGE_IS_RECORDED, span, message, fix)
