"""Tests of validating: mirrors `generator/explainer/validating/`."""
