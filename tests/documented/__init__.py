"""What the docs tell an author to do, and somebody who does it: see `tests/test_docs.py`."""
