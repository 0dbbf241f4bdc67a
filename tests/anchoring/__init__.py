"""Tests of anchoring: mirrors `generator/explainer/anchoring/`."""
