"""Diagnostics as something to read: text for people, commands for GitHub, JSON for programs.

Finding is separate from printing: everything here takes diagnostics and returns a text. Nothing is
printed here, and nothing that an author wrote can reach a terminal or a log as a command.
"""

from generator.reporting.counting import counted
from generator.reporting.github import github, step_summary
from generator.reporting.json_document import json_document
from generator.reporting.relocating import relocated
from generator.reporting.text import text

__all__ = ["counted", "github", "json_document", "relocated", "step_summary", "text"]
