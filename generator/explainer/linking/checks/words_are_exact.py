"""Exact words come from somebody who printed them: not from a translation, and not from a summary."""

from collections.abc import Iterable, Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of, source_of
from explainer.linking.evidence import evidence_of
from explainer.model.seeds import Question, Report, Source
from explainer.model.stages import Entry, Linked
from explainer.rules import WORDS_ARE_EXACT
from explainer.vocabulary import Reading

_NOT_EXACT = (Reading.TRANSLATION, Reading.SUMMARY)


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: an `excerpt` of a source with `reading: summary`, or a `says` that rests on such sources alone."""
    seeds = linked.seeds
    for entry in entries_of(linked.anchored):
        for path, item in evidence_of(entry.value):
            source = source_of(item.source, seeds)
            if item.excerpt and source and source.value.reading in _NOT_EXACT:
                yield _excerpt(entry, (*path, "excerpt"), source.value)
        if isinstance(entry.value, Report):
            of_report = source_of(entry.value.source, seeds)
            if of_report and of_report.value.reading in _NOT_EXACT:
                quotes = range(len(entry.value.passages))
                yield from (_excerpt(entry, ("passages", index, "quote"), of_report.value) for index in quotes)
        if isinstance(entry.value, Question):
            for index, position in enumerate(entry.value.positions):
                read = [source.value for item in position.evidence if (source := source_of(item.source, seeds))]
                if position.says and read and len(read) == len(position.evidence) and _are_inexact(read):
                    named = ", ".join(f"`{source.id}` ({source.reading.value})" for source in read)
                    message = f"the exact words of `{position.party}` rest only on {named}"
                    yield Diagnostic(WORDS_ARE_EXACT, entry.at("positions", index, "says"), message)


def _excerpt(entry: Entry[object], path: tuple[str | int, ...], source: Source) -> Diagnostic:
    of = f" of {source.original_publisher}" if source.original_publisher else ""
    message = f"of `{source.id}` a {source.reading.value}{of} was read, so these are not its exact words"
    fix = "Say it in your words in `note`, or quote a source that prints the words themselves."
    if source.reading is Reading.SUMMARY:
        fix += f" Is `{source.id}` a report of its own? Then it is `reading: original`, with the `root` it reports on."
    return Diagnostic(WORDS_ARE_EXACT, entry.at(*path), message, fix)


def _are_inexact(sources: Iterable[Source]) -> bool:
    return all(source.reading in _NOT_EXACT for source in sources)
