"""The templates of the pages. Whatever they print is escaped for Markdown unless it is Markdown already."""

import re
from functools import lru_cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from explainer.rendering.directed import isolated, spoken
from explainer.rendering.escape import attribute_url, escape


def render(template: str, **values: Any) -> str:
    """The page, with single blank lines between blocks and one line break at its end."""
    printer = values.get("p")
    text = _environment(printer.direction if printer else "ltr").get_template(template).render(values)
    lines = [line.rstrip() for line in text.split("\n")]
    kept = [line for index, line in enumerate(lines) if line or (index and lines[index - 1])]
    return "\n".join(kept).strip("\n") + "\n"


@lru_cache(maxsize=2)
def _environment(direction: str) -> Environment:
    """For pages that are read in a direction."""
    environment = Environment(
        loader=PackageLoader("explainer.rendering"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["code"] = _code
    environment.filters["figure"] = _figure
    environment.filters["oneline"] = _oneline
    environment.filters["address"] = attribute_url
    environment.filters["isolated"] = partial(isolated, direction=direction)
    environment.filters["spoken"] = spoken
    environment.globals["arrow"] = "←" if direction == "rtl" else "→"
    return environment


def _code(text: str) -> Markup:
    """Words in backticks as code."""
    parts = [escape(part) for part in text.split("`")]
    return Markup("").join(Markup("<code>{}</code>").format(part) if i % 2 else part for i, part in enumerate(parts))


def _figure(count: str) -> str:
    """A count for readers: “550+”, “about 1,500”, “100–200”."""
    return re.sub(r"\d{4,}", lambda digits: f"{int(digits[0]):,}", count).replace("-", "–").replace("~", "about ")


def _oneline(text: str) -> str:
    return " ".join(text.split())


def _finalize(value: object) -> Markup:
    if value is None:
        return Markup("")
    return value if isinstance(value, Markup) else escape(str(value))
