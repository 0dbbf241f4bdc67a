"""Tests of reading: mirrors `generator/reading/`."""
