"""The templates of the pages. Whatever they print is escaped for Markdown unless it is Markdown already.

Each language has an environment of its own, in which `_`, `ngettext`, `{% trans %}` and the filters speak it.
"""

import re
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from explainer.interface import Catalogue
from explainer.rendering import phrases
from explainer.rendering.directed import isolated, spoken
from explainer.rendering.escape import attribute_url, escape
from explainer.rendering.phrases import Phrases
from explainer.rendering.template_code import KeptCode, PlainCode


def render(template: str, catalogue: Catalogue, **values: Any) -> str:
    """The page, with single blank lines between blocks and one line break at its end."""
    text = _environment(catalogue).get_template(template).render(values)
    lines = [line.rstrip() for line in text.split("\n")]
    kept = [line for index, line in enumerate(lines) if line or (index and lines[index - 1])]
    return "\n".join(kept).strip("\n") + "\n"


class _Environment(Environment):
    code_generator_class = PlainCode


@lru_cache(maxsize=16)
def _environment(catalogue: Catalogue) -> Environment:
    environment = _Environment(
        loader=PackageLoader("explainer.rendering"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=KeptCode(Path(__file__).read_text("utf-8")),
        optimized=False,
    )
    _speak(environment, catalogue)
    environment.filters["hash"] = _hash
    environment.filters["digest"] = _digest
    environment.filters["code"] = _code
    environment.filters["oneline"] = _oneline
    environment.filters["address"] = attribute_url
    environment.filters["spoken"] = spoken
    return environment


def _speak(environment: Environment, catalogue: Catalogue) -> None:
    """Put the words of the language at the disposal of the templates."""
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # of the extension: values are named
    words = Phrases(catalogue)
    environment.globals |= {"_": words.gettext} | {
        name: getattr(words, name) for name in ("gettext", "pgettext", "ngettext", "npgettext")
    }
    comma, semicolon = words.pgettext("between items", ", "), words.pgettext("between items", "; ")
    environment.globals |= {"comma": comma, "semicolon": semicolon, "colon": words.pgettext("after a label", ":")}
    # Not Jinja's `join`: what it puts between words of Markdown decides how it escapes them.
    environment.filters["listed"] = lambda items: comma.join(map(_finalize, items))
    environment.filters["apart"] = lambda items: semicolon.join(map(_finalize, items))
    environment.filters["label"] = partial(phrases.label, catalogue)
    environment.filters["inside"] = partial(phrases.inside, catalogue)
    environment.filters["definition"] = partial(_definition, catalogue)
    environment.filters["quoted"] = partial(phrases.quoted, catalogue)
    environment.filters["capital"] = phrases.capital
    environment.filters["uncapital"] = phrases.uncapital
    environment.filters["figure"] = partial(figure, catalogue)
    environment.filters["isolated"] = partial(isolated, direction=catalogue.direction)
    environment.globals["arrow"] = catalogue.arrow


def _code(text: str) -> Markup:
    """Words in backticks as code."""
    parts = [escape(part) for part in text.split("`")]
    return Markup("").join(Markup("<code>{}</code>").format(part) if i % 2 else part for i, part in enumerate(parts))


def figure(catalogue: Catalogue, count: str) -> str:
    """A count for readers: “550+”, “about 1,500”, “100–200”."""
    shown = re.sub(r"\d{4,}", lambda digits: catalogue.number(int(digits[0])), count).replace("-", "–")
    return catalogue.gettext("about %(number)s", number=shown[1:]) if shown.startswith("~") else shown


def _definition(catalogue: Catalogue, word: Any) -> str:
    return catalogue.gettext(word.definition)


def _hash(value: str) -> Markup:
    return Markup('<span class="x-hash" id="sha256">{}</span>').format(value)


def _digest(value: str) -> Markup:
    """As `hash`, without an address on the page."""
    return Markup('<span class="x-hash">{}</span>').format(value)


def _oneline(text: str) -> str:
    return " ".join(text.split())


def _finalize(value: object) -> Markup:
    if isinstance(value, Markup):
        return value
    return escape(str(value)) if value is not None else Markup("")
