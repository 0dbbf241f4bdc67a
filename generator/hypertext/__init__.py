"""The text of an HTML page, every word of it in its order, and what the page says about itself."""

from generator.hypertext.page import Hypertext
from generator.hypertext.reader import read

__all__ = ["Hypertext", "read"]
