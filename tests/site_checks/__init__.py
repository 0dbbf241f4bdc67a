"""Checks of a built site with tools that only its makers need: `python -m tests.site_checks`."""
