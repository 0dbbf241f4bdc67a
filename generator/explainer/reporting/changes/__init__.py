"""What differs between two states, to read: text for a terminal, Markdown for a comment, JSON for programs.

Texts of strangers stand in all of them, and in none can they be more than text: no escape of a terminal, no command of
a build server, no markup, mention, image or link.
"""

from explainer.reporting.changes.json_changes import json_changes
from explainer.reporting.changes.markdown import markdown
from explainer.reporting.changes.terminal import terminal
from explainer.reporting.changes.told import Told

__all__ = ["Told", "json_changes", "markdown", "terminal"]
