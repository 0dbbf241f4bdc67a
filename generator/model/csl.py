"""What of the Citation Style Language both ways of exchange need: its types, and where our own fields go."""

# https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types, version 1.0.2
_TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage"
)
TYPES = frozenset(_TYPES.split())
OTHER_TYPE = "document"
"""What CSL calls a thing that is none of the others."""

OUR_FIELDS = ("archive-url", "dates", "reading", "root", "side")
"""Keys of a source that CSL does not have; in CSL-JSON they stand under `custom`, which it leaves to each program."""


def supplied(description: str) -> str:
    """A description in the place of a title, in the brackets in which cataloguers put what the source does not say."""
    return f"[{description}]"


def is_supplied(title: str) -> bool:
    """Whether a title is such a description."""
    return len(title) > 2 and title[0] == "[" and title[-1] == "]" and "]" not in title[1:-1]
