"""What a mistake in the seeds is: a value with a rule, a place, a message and a fix.

Finding is separate from printing: `reporting` turns these values into text, JSON or annotations.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from explainer.source import Span


class Severity(StrEnum):
    """Belongs to the rule; no place that reports a diagnostic chooses it."""

    ERROR = "error"
    WARNING = "warning"


class Stage(StrEnum):
    """The stage of the pipeline that applies a rule, in the order of the pipeline; `comparing` is for two states,
    `building` for the settings of the site.
    """

    READING = "reading"
    VALIDATING = "validating"
    ANCHORING = "anchoring"
    TRANSLATING = "translating"
    LINKING = "linking"
    RENDERING = "rendering"
    COMPARING = "comparing"
    BUILDING = "building"


@dataclass(frozen=True, slots=True)
class Rule:
    """A requirement on the seeds. `id` names the requirement, not the way it was broken."""

    id: str
    severity: Severity
    stage: Stage
    meaning: str
    """What must be true, in one sentence."""
    why: str
    """What goes wrong for readers or authors where it is not."""
    fix: str
    """What to do; a diagnostic may carry a more exact fix of its own."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A further line under a diagnostic, with the place it speaks of where there is one."""

    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    rule: Rule
    span: Span
    message: str
    """One line, without a full stop; says what is wrong here, with the author's own words."""
    fix: str = ""
    """What to do about it here; empty where the rule's own fix says it."""
    remarks: tuple[Remark, ...] = field(default=())

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    @property
    def is_error(self) -> bool:
        return self.rule.severity is Severity.ERROR


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By file and place, each once; errors before warnings at one place."""
    unique = dict.fromkeys(diagnostics)
    return tuple(
        sorted(unique, key=lambda d: (d.span.path, d.span.line, d.span.column, not d.is_error, d.rule.id, d.message))
    )
