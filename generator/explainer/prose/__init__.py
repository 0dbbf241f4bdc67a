"""Our texts, read once: CommonMark without raw HTML, plus `[@source]` and `[[record]]`.

`parse` alone knows markdown-it-py. Linking resolves the references in the tree; rendering prints the
tree in the Markdown that MkDocs' engine reads, so that a text means the same to both.
"""

from explainer.prose.nodes import Prose
from explainer.prose.parse import Problem, parse

__all__ = ["Problem", "Prose", "parse"]
