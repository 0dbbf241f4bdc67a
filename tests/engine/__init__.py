"""Tests of engine: mirrors `generator/explainer/engine/`."""
