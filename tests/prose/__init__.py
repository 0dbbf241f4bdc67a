"""Tests of our texts: mirrors `generator/prose/`."""
