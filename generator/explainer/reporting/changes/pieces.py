"""How a value that differs is shown: what went, what came, and whether that is more than wording."""

from dataclasses import dataclass

from explainer.model.changes import Edit, How
from explainer.text.differ import Stretch, WordComparison, compare, shortened, stretches
from explainer.text.folding import fold

SIGNS = {How.ADDED: "+", How.REMOVED: "-", How.CHANGED: "~", How.MOVED: ">"}
ALIKE = "only characters that count alike, such as spaces or quotation marks"


@dataclass(frozen=True, slots=True)
class Pieces:
    """`old` and `new` on one line each; nothing where there is none. Words that differ stand in brackets there."""

    old: str
    new: str
    joint: str
    """Both in one line: `disputed → confirmed`, `the [-old-] {+new+} words`."""
    remark: str = ""
    """“a NUMBER, a NAME”: in what kind of thing texts differ, where that changes what is said about whom."""


def pieces(edit: Edit) -> Pieces:
    if edit.is_text and edit.how is How.CHANGED:
        return _words(edit.old, edit.new, edit.language)
    old, new = " ".join(edit.old.split()), " ".join(edit.new.split())
    if edit.how is How.MOVED:
        return Pieces(old, new, f"moved from {old} to {new}" if old or new else "in another order")
    return Pieces(old, new, f"{old} → {new}" if old and new else old or new)


def _words(old: str, new: str, language: str) -> Pieces:
    ours, theirs = fold(old), fold(new)
    comparison = compare(ours, theirs, language)
    if not comparison.kinds:
        return Pieces(old, new, ALIKE, ALIKE)
    found = shortened(stretches(ours, theirs, language))
    return Pieces(_side(found, "[-", "-]", 0), _side(found, "{+", "+}", 1), comparison.diff, _remark(comparison))


def _side(found: tuple[Stretch, ...], opening: str, closing: str, which: int) -> str:
    shown = []
    for stretch in found:
        words = " ".join((stretch.ours, stretch.theirs)[which])
        if words:
            shown.append(words if stretch.is_equal else f"{opening}{words}{closing}")
    return " ".join(shown)


def _remark(comparison: WordComparison) -> str:
    return ", ".join(str(kind) for kind in comparison.kinds if kind.is_loud)
