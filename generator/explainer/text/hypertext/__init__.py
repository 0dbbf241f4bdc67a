"""The text of an HTML page, every word of it in its order, and what the page says about itself."""

from explainer.text.hypertext.page import Hypertext
from explainer.text.hypertext.reader import read

__all__ = ["Hypertext", "read"]
