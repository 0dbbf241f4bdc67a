"""The files of a new article: what is known, and a TODO for what only the author can know."""

from collections.abc import Mapping

from explainer.authoring.adding.article import NewArticle
from explainer.authoring.adding.facts import Fact
from explainer.model.drafts import Draft, Value, todo
from explainer.model.kinds import KINDS
from explainer.vocabulary import LineBreaks

_REQUIRED = {
    "title": todo("our title for the annotated article"),
    "description": todo("one sentence for lists and search results, in our words"),
    "publisher": todo("who published this text; remove the line where the page does not say"),
    "published": todo("when, as precisely as the page says, such as 2031-02-05; remove the line where it does not"),
    "url": todo("where the text was found; remove the line where it has no address"),
    "archive-url": "",
    "retrieved": todo("when it was found there, such as 2031-02-06; or remove the line"),
    "language": todo("language of the article, such as en"),
    "licence": todo("on what terms the text is shown, such as “Quoted for comment; all rights remain with its owner.”"),
    "provenance": todo("what the reader is looking at, such as “A news report of The Bugle, found on its site.”"),
}
_HEADLINE = todo("the line of source.txt that is its headline, exactly; remove the line where it has none")
_LINES = {
    LineBreaks.PARAGRAPHS: "Every line of source.txt looks like a paragraph. Where that is wrong, remove this line.",
    LineBreaks.KEPT: "Inside of paragraphs the page breaks lines itself: they are shown as lines.",
}
_OURS = ("description",)
"""What a page says here is an advertisement for itself: it is shown to the author, not to readers."""
_WHAT = todo("what this is, such as “menu of the page”; remove the entry where it is the article")

_RECEIVED = "The file that source.txt was taken from. Remove `file`, and the file, where it may not be published."
_PROPOSED = (
    "Proposed: lines that seem to belong to the page. They are not shown in the article; the reader is told of them."
)

_ANNOTATIONS = """\
# The notes on this article. Find a passage with
#   explainer quote "words of the article"
# which prints the shortest quote that finds it and no other; then write, without the marks `# `:
#
# - id: an-id-of-yours          # permanent: it is the note's address
#   kind: note                  # or {others}
#   quote: words of the article
#   note: What the reader should know.
"""


def article_draft(
    article: NewArticle, given: Mapping[str, str], origin: str, received: Mapping[str, Value] | None = None
) -> Draft:
    """The record of an article. `given` is what the author said; `origin` names the file that was read.

    `received` says how its text is taken from that file, where it is not the file itself.
    """
    values: dict[str, Value] = {}
    comments = {"": f"{origin}\nWhat begins with TODO is still to be written: `explainer check` lists it."}
    for key, asked in _REQUIRED.items():
        fact = article.facts.get(key)
        if key in given:
            values[key] = given[key]
        elif fact and key not in _OURS:
            values[key] = fact.value
            comments[key] = f"From {fact.origin}."
        elif asked:
            values[key] = asked
            comments |= _hint(key, article.facts)
        if key == "title" and (article.headline or article.is_page):
            values["headline"] = article.headline or _HEADLINE
            comments |= {} if article.headline else {"headline": f"No headline was found: {article.why_no_headline}."}
    if article.lines:
        values["lines"] = article.lines.value
        comments["lines"] = _LINES[article.lines]
    if received:
        values["received"] = received
        comments["received"] = _RECEIVED
    pieces = [{"text": piece.text, "what": piece.what or _WHAT} for piece in article.furniture]
    if pieces:
        values["furniture"] = tuple(pieces)
        comments["furniture"] = _PROPOSED
    return Draft(values, comments)


def annotations_file() -> str:
    """A list without notes, with one to copy."""
    return _ANNOTATIONS.format(others=", ".join(kind.word for kind in KINDS if kind.word != "note"))


def _hint(key: str, facts: Mapping[str, Fact]) -> dict[str, str]:
    if key in _OURS and key in facts:
        return {key: f"The page says of itself: {facts[key].value}"}
    if key == "provenance" and "author" in facts:
        return {key: f"The page names as author: {facts['author'].value}"}
    return {}
