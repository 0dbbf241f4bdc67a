"""A text on one line, cut where it is long: what messages and links quote of it."""

LABEL_WORDS = 8
"""How many words of a quote name its annotation in lists."""
IN_MESSAGE = 50
"""How many characters of an author's value a message holds beside its own words."""
OF_PASSAGE = 80
"""How many of a passage of an article, whose end tells as much as its beginning."""


def shortened(text: str, words: int = LABEL_WORDS) -> str:
    """The first words."""
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def cut_off(text: str, most: int = IN_MESSAGE) -> str:
    """As many characters, the last an ellipsis where there are more."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def without_middle(text: str, most: int = OF_PASSAGE) -> str:
    """About as many characters: whole words of the beginning and of the end."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[: most // 2].rsplit(' ', 1)[0]} … {line[-most // 2 :].split(' ', 1)[-1]}"
