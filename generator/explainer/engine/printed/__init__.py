"""HTML of the pages that explainer prints, straight from their Markdown.

The Markdown of our pages is a small part of the language: every word in it is escaped, so what is left as markup is
what our templates print. Reading that part takes a fifth of the time that Python-Markdown needs for the whole language.
A page that holds anything else raises `NotPrintedHereError`, and Python-Markdown converts it: both give the same page,
which a test compares element by element.
"""

from explainer.engine.printed.attributes import NotPrintedHereError
from explainer.engine.printed.blocks import Converted, convert
from explainer.engine.printed.headings import contents

__all__ = ["Converted", "NotPrintedHereError", "contents", "convert"]
