"""Tests of our texts: mirrors `generator/explainer/prose/`."""
