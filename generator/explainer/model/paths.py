"""The pages that every site has, or that are there because there are records, by their path below the docs folder."""

from dataclasses import dataclass

HOME = "index.md"
ARTICLES, QUESTIONS, CONTEXT = "articles/index.md", "questions/index.md", "context/index.md"
TIMELINE, PEOPLE_AND_PLACES = "timeline.md", "people-and-places.md"
GLOSSARY, SOURCES = "glossary.md", "sources.md"
COVERAGE = "coverage/index.md"
OPEN, CORRECTIONS, HOW_TO_READ = "open-questions.md", "corrections.md", "how-to-read.md"


def list_of(page: str) -> str:
    """The first page of the list of which this one is a part, or the page itself."""
    first = page.partition("/")[0] + ".md"
    return first if first in (TIMELINE, PEOPLE_AND_PLACES, GLOSSARY, SOURCES) else page


def article(id: str) -> str:
    return f"articles/{id}.md"


def mistakes(id: str) -> str:
    """The table of the mistakes of an article."""
    return f"articles/{id}/mistakes.md"


def corrected(id: str) -> str:
    """The article with its mistakes mended in place."""
    return f"articles/{id}/corrected.md"


def beside(one: str, other: str) -> str:
    """Two articles side by side."""
    return f"articles/{one}/beside/{other}.md"


def earlier(id: str, name: str) -> str:
    """What the article said before; `name` is the day and the hash of that text."""
    return f"articles/{id}/earlier/{name}.md"


def original(id: str) -> str:
    """The article beside the text from which it was made, passage by passage."""
    return f"articles/{id}/original.md"


def coverage(number: int) -> str:
    """A page of the table of reports, from 1."""
    return COVERAGE if number == 1 else f"coverage/page-{number}.md"


def question(id: str) -> str:
    return f"questions/{id}.md"


def topic(id: str) -> str:
    return f"topics/{id}.md"


def context_box(id: str) -> str:
    return f"context/{id}.md"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a record stands on the site: the page's path below the docs folder, and a fragment or nothing."""

    page: str
    fragment: str = ""

    @property
    def on_site(self) -> str:
        """The address of the built page, below that of the site: `questions/losses/`; nothing for the home page."""
        folder, slash, name = self.page.removesuffix(".md").rpartition("/")
        path = f"{folder}{slash}" if name == "index" else f"{folder}{slash}{name}/"
        return f"{path}#{self.fragment}" if self.fragment else path
