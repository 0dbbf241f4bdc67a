"""Tests of what becomes of a pull request: its check, its build, its artifact, its comment."""
