"""Changes the program in small ways and asks whether a test notices. Run with `make mutants`; no part of the tests."""
