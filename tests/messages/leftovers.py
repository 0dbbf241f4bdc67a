"""What readers are told on a built page, and which of it is neither a message nor a text of the site."""

import calendar
import html
import re
from collections.abc import Iterable
from pathlib import Path

import material

COLLECT = """() => {
  const found = [], attributes = ["aria-label", "title", "placeholder", "alt", "content", "data-label", "data-name"];
  const unseen = "script, style, noscript, .x-hash, [data-md-component=search]";
  const walk = document.createTreeWalker(document.documentElement, 5);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.nodeType === 3) {
      if (!node.parentElement.closest(unseen)) found.push(node.data);
    } else if (!node.matches("link, meta:not([name=description], [property='og:title'], [property='og:description'])"))
      for (const name of attributes) if (node.hasAttribute(name)) found.push(node.getAttribute(name));
  }
  for (const script of document.querySelectorAll("script[type='application/ld+json']")) {
    const names = /^(@.*|url|inLanguage|propertyID|identifier|termCode|inDefinedTermSet|date.*)$/;
    const values = (value) => {
      if (typeof value === "string") found.push(value);
      else for (const [key, each] of Object.entries(value || {})) names.test(key) || values(each);
    };
    values(JSON.parse(script.textContent));
  }
  for (const element of document.querySelectorAll("*"))
    for (const part of ["::before", "::after"]) {
      const content = getComputedStyle(element, part).content;
      if (/^"[^"]*[a-z]{3}/i.test(content)) found.push(content);
    }
  return [...new Set(found)];
}"""

_WORDS = re.compile(r"[A-Za-z][A-Za-z’'-]*(?: +[A-Za-z][A-Za-z’'-]*)*")
_MONTHS = set(calendar.month_name)
_SIGNS = {"UTC", "SHA", "SHA-256", "km", "m", "N", "E", "S", "W", "print", "whole", "b", "A", "B", "O’Neill", "O'Neill"}
"""What is the same in every language: units, signs, what is typed into an address, examples of the folding."""
_EXAMPLES = {"Amsterdam", "Am", "ster", "dam", "caf", "cafe", "kg", "OpenStreetMap"}
_LANGUAGES = {"English", "Russian", "Ukrainian"}
"""CLDR's names, which it has in no pseudo-language."""


def of_material() -> set[str]:
    """Material's own words in English: the pseudo-languages are none of its own."""
    text = (Path(material.__file__).parent / "templates/partials/languages/en.html").read_text(encoding="utf-8")
    return {html.unescape(each) for each in re.findall(r'": "([^"]*)"', text)}


def leftovers(told: Iterable[str], texts: str) -> set[str]:
    """Runs of plain words that no message has changed and that stand nowhere in the texts of the site."""
    plain = re.sub(r"\[\[(?:[^|\]]*[|/])?([^\]]*)\]\]|[*_`]", r"\1", texts)
    theirs, known = of_material(), " ".join(f"{texts} {plain}".split())
    found: set[str] = set()
    for each in told:
        if " ".join(each.split()) not in theirs:
            found |= {words for words in _WORDS.findall(" ".join(each.split())) if not _is_known(words, known)}
    return found


def _is_known(words: str, known: str) -> bool:
    if words in known or words[:1].lower() + words[1:] in known:
        return True
    return all(
        word in _MONTHS or word in _SIGNS or word in _EXAMPLES | _LANGUAGES or len(word) == 1 for word in words.split()
    )
