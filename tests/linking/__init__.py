"""Tests of linking: mirrors `generator/linking/`."""
