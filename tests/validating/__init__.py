"""Tests of validating: mirrors `generator/validating/`."""
