"""Tests of anchoring: mirrors `generator/anchoring/`."""
