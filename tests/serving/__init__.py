"""Tests of serving: mirrors `generator/explainer/serving/`."""
