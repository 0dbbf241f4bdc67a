"""Diagnostics as something to read: text for people, commands for GitHub, JSON, SARIF and JUnit for programs.

Finding is separate from printing: everything here takes diagnostics and returns a text. Nothing is
printed here, and nothing that an author wrote can reach a terminal or a log as a command.
"""

from explainer.reporting.counting import counted
from explainer.reporting.github import github, step_summary
from explainer.reporting.json_document import json_document
from explainer.reporting.junit import junit
from explainer.reporting.relocating import relocated
from explainer.reporting.sarif import sarif
from explainer.reporting.text import text

__all__ = ["counted", "github", "json_document", "junit", "relocated", "sarif", "step_summary", "text"]
