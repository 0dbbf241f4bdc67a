"""Other people's words in a text: what quotation marks hold, how many words they are, and how many may be."""

import re

MOST_WORDS = 30
"""Of one quotation: more is not needed to check a statement, and is the publisher's."""

# An apostrophe closes no quotation: a letter follows it. A mark that is not closed quotes up to the end.
QUOTED = re.compile(r"“[^”]*”?|„[^“”]*[“”]?|\"[^\"]*\"?|«[^»]*»?|(?<!\w)‘(?:[^’]|’(?=\w))*’?")


def count_words(text: str) -> int:
    """A mark that stands alone, such as …, is no word."""
    return sum(any(map(str.isalnum, word)) for word in text.split())
