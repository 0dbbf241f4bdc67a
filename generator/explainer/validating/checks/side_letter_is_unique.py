"""No two sides share a letter, nor a hue, unless both take no part."""

from collections.abc import Iterable, Iterator

from explainer import rules
from explainer.diagnostics import Diagnostic, Remark
from explainer.model.seeds import Side
from explainer.model.stages import Entry


def check(sides: Iterable[Entry[Side]]) -> Iterator[Diagnostic]:
    """Breaks it: `letter: A`, or `hue: umber`, on two sides."""
    first: dict[tuple[str, str], Entry[Side]] = {}
    for side in sides:
        for key, value in (("letter", side.value.letter), ("hue", side.value.hue)):
            earlier = first.setdefault((key, value), side)
            may_share = key == "hue" and not (side.value.takes_part or earlier.value.takes_part)
            if earlier is side or may_share:
                continue
            message = f"the {key} `{value}` already stands for the side `{earlier.id}`"
            remark = Remark(f"there: line {earlier.at(key).line}", earlier.at(key))
            yield Diagnostic(rules.SIDE_LETTER_IS_UNIQUE, side.at(key), message, remarks=(remark,))
