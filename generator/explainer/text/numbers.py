"""Whole numbers in files of strangers."""

_DIGITS = 18


def whole(digits: str) -> int:
    """The number. One with more digits than any real one, of which Python would read only some thousands, is cut off
    at ten to the eighteenth.
    """
    return int(digits) if len(digits) <= _DIGITS else 10**_DIGITS
