"""`explainer explain`."""

from difflib import get_close_matches

import click

from explainer.commands.exit_codes import CLEAN
from explainer.rendering.rule_examples import rule_examples
from explainer.rules import RULES


@click.command()
@click.argument("rule")
def explain(rule: str) -> int:
    """Say what RULE asks for, why, and what to do."""
    if rule not in RULES:
        near = get_close_matches(rule, RULES, 1)
        raise click.UsageError(f"there is no rule `{rule}`" + (f"; did you mean `{near[0]}`?" if near else ""))
    found = RULES[rule]
    click.echo(f"{found.id} ({found.severity.value})\n\n{found.meaning}\n{found.why}\n\nWhat to do: {found.fix}")
    if example := rule_examples().get(rule):
        breaks, mended = ("".join(f"    {line}\n" for line in lines) for lines in (example.breaks, example.mended))
        click.echo(
            f"\nIn {example.path}, this is told “{example.says}”:\n\n{breaks}\nThis is right:\n\n{mended}", nl=False
        )
    return CLEAN
