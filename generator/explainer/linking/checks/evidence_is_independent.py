"""What is shown under “sources that are not the parties’ own” is not the parties’ own.

That depends on the root: the party or source, at the end of the chain of roots, from which an item comes.
"""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import source_of
from explainer.model.roots import are_one, root_of, takes_part
from explainer.model.seeds import Evidence
from explainer.model.stages import Linked, Seeds
from explainer.rules import EVIDENCE_IS_INDEPENDENT


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: under `evidence` of a question, a source with the `root` of a party that speaks on that question."""
    for entry in linked.seeds.questions.values():
        speaking = {position.party for position in entry.value.positions}
        for index, item in enumerate(entry.value.evidence):
            if source_of(item.source, linked.seeds):
                for message, fix in _dependence(item, speaking, linked.seeds):
                    yield Diagnostic(EVIDENCE_IS_INDEPENDENT, entry.at("evidence", index, "source"), message, fix)


def _dependence(item: Evidence, speaking: set[str], seeds: Seeds) -> Iterator[tuple[str, str]]:
    root = root_of(item, seeds.sources)
    itself = f"if it does not come from there, but is its own finding, write `root: {item.source}` under it."
    if root in seeds.parties:
        party = seeds.parties[root].value
        speaker = next((each for each in sorted(speaking) if are_one(root, each, seeds)), None)
        if speaker:
            speaks = "which" if speaker == root else f"and `{speaker}`"
            message = f"`{item.source}` has what it reports from `{root}`, {speaks} speaks on this question"
            yield message, f"Move it to the position of `{speaker}`, or leave it out; {itself}"
        elif takes_part(party.side, seeds):
            message = f"`{item.source}` has what it reports from `{root}`, of the side `{party.side}`"
            yield message, f"Make it a position of `{root}`, or leave it out; {itself}"
    elif root in seeds.sources:
        side = seeds.sources[root].value.side
        if side and takes_part(side, seeds):
            message = f"`{root}` is a source of the side `{side}`"
            yield message, "Move it to a position of that side, or leave it out."
