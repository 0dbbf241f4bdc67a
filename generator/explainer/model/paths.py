"""The pages that every site has, or that are there because there are records, by their path below the docs folder."""

HOME = "index.md"
ARTICLES, QUESTIONS, CONTEXT = "articles/index.md", "questions/index.md", "context/index.md"
TIMELINE, PEOPLE_AND_PLACES = "timeline.md", "people-and-places.md"
GLOSSARY, SOURCES = "glossary.md", "sources.md"
OPEN, CORRECTIONS, HOW_TO_READ = "open-questions.md", "corrections.md", "how-to-read.md"


def article(id: str) -> str:
    return f"articles/{id}.md"


def question(id: str) -> str:
    return f"questions/{id}.md"


def context_box(id: str) -> str:
    return f"context/{id}.md"
