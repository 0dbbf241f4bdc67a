"""Tests of linking: mirrors `generator/explainer/linking/`."""
