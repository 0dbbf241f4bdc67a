"""Only warnings can be silenced, and only those that there are."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic, Rule, Severity, Stage
from explainer.model.seeds import Silence
from explainer.model.stages import Entry


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: `rule: quote-is-unique`, which is an error, and `rule: word-is-neutrl`, which is no rule."""
    if not isinstance(entry.value, Silence):
        return
    name = entry.value.rule
    rule = rules.RULES.get(name)
    if rule is None:
        near = get_close_matches(name, [each.id for each in rules.RULES.values() if is_silenceable(each)], 1)
        fix = f"Did you mean `{near[0]}`?" if near else "Write the rule as its message names it, in brackets."
        yield Diagnostic(rules.SILENCE_NAMES_WARNING, entry.at("rule"), f"`{name}` is not a rule", fix)
    elif not is_silenceable(rule):
        message = f"`{name}` is an error: what breaks it is left out of the site, whoever is told"
        fix = "Mend what it tells, and remove this entry."
        yield Diagnostic(rules.SILENCE_NAMES_WARNING, entry.at("rule"), message, fix)


def is_silenceable(rule: Rule) -> bool:
    return rule.severity is Severity.WARNING and rule.stage not in (Stage.COMPARING, Stage.BUILDING)
