"""Tests of commands: mirrors `generator/explainer/commands/`."""
