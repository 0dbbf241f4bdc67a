"""How two texts differ, word by word, and in what kind of thing: a number, a negation, a name, only the wording.

A difference in a number, a negation, a name or a quotation mark changes what is said about whom, however
small it looks: those are loud. The kind is judged a little too loudly rather than too quietly: it guides an
eye and decides nothing.
"""

from explainer.text.differ.kinds import Difference
from explainer.text.differ.words import Stretch, WordComparison, compare, shortened, stretches

__all__ = ["Difference", "Stretch", "WordComparison", "compare", "shortened", "stretches"]
