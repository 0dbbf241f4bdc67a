"""A text on one line, cut where it is long."""

LABEL_WORDS = 8
"""How many words of a quote name its annotation in lists."""


def shortened(text: str, words: int = LABEL_WORDS) -> str:
    """The first words."""
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
