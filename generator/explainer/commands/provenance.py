"""What `explainer add` asks about an article: as options, and on a terminal in words."""

import re
from collections.abc import Callable, Mapping
from functools import partial

import click

from explainer.authoring.adding import NewArticle
from explainer.model import fields
from explainer.text import dates
from explainer.vocabulary import Reading

_ASKED = {
    "title": "Our title for the annotated article",
    "publisher": "Who published it",
    "url": "Its address",
    "published": "When it was published, such as 2031-02-05",
    "retrieved": "When it was found there",
    "language": "Its language, such as en",
    "licence": "On what terms it is shown",
    "reading": f"What you have of it: {', '.join(Reading)}",
}


def _form(pattern: str, words: str) -> Callable[[str], str | None]:
    return lambda text: None if re.fullmatch(pattern, text) else f"write {words}"


def _date(text: str) -> str | None:
    return _form(fields.DATE.pattern, fields.DATE.words)(text) or dates.problem(text)


_PROBLEMS: Mapping[str, Callable[[str], str | None]] = {
    "url": _form(fields.URL.pattern, fields.URL.words),
    "language": _form(fields.LANGUAGE.pattern, fields.LANGUAGE.words),
    "published": _date,
    "retrieved": _date,
    "reading": lambda text: None if text in set(Reading) else f"write one of {', '.join(Reading)}",
}


def checked(key: str, text: str) -> str:
    """What the author said, on one line; a wrong call where it has not the form that its key asks for."""
    problem = _PROBLEMS[key](text) if key in _PROBLEMS and text else None
    if problem:
        raise click.UsageError(f"`{text}` cannot be the value of `{key}`: {problem}")
    return " ".join(text.split())


def options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command an option for each question."""
    for key, asked in reversed(_ASKED.items()):
        command = click.option(f"--{key}", help=f"{asked}.")(command)
    return command


def ask(new: NewArticle, known: Mapping[str, str]) -> dict[str, str]:
    """What the author says on a terminal; Enter takes what the page says, or leaves a TODO."""
    click.echo("Enter takes what stands in brackets, or leaves the line to be written later.", err=True)
    answers = {}
    for key, asked in _ASKED.items():
        fact = new.facts.get(key)
        if key not in known:
            default = fact.value if fact else ""
            answer = click.prompt(
                asked,
                default,
                show_default=bool(default),
                value_proc=partial(checked, key),
                err=True,
            )
            if not fact or answer != fact.value:
                answers[key] = answer
    return answers
