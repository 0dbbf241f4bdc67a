"""Tests of reading: mirrors `generator/explainer/reading/`."""
