"""Tests of text: mirrors `generator/explainer/text/`."""
