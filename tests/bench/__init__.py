"""Measures how the cost of a build grows. Run with `make bench`; never part of the tests, because machines differ."""
