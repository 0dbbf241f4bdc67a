"""What the site's search finds, by kind: how a reader chooses it, and how much a word in it says."""

from enum import Enum

from explainer.interface import message


class SearchKind(Enum):
    """In the order in which the search offers them."""

    QUESTION = "question", message("Questions"), 1.5, message("Question")
    POSITION = "position", message("Positions"), 1.2
    CLAIM = "claim", message("Claims"), 1.25
    ERRATUM = "erratum", message("Mistakes"), 1.25
    NOTE = "note", message("Other notes"), 1.2
    TERM = "term", message("Terms"), 1.5
    PARTY = "party", message("People and groups"), 1.5
    PLACE = "place", message("Places"), 1.5
    SOURCE = "source", message("Sources"), 1.0
    ARTICLE = "article", message("Articles, in their own words"), 1.1, message("In the article’s words")
    PAGE = "page", message("Pages"), 0.8, message("Page")
    AUTHORS = "authors", message("For authors"), 0.02, message("For authors")

    def __init__(self, word: str, label: str, weight: float, one: str = "") -> None:
        self.word, self.label = word, label
        self.one = one
        """How a result says of what kind it is, where its title does not."""
        self.weight = weight
        """What a word found in it counts, in parts of one in a source. Readers do not look for pages for authors."""
