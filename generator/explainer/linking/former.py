"""The addresses that renamed records had before: they still lead to them, and nothing else may stand there."""

from collections.abc import Mapping

from explainer.diagnostics import Diagnostic, Remark
from explainer.linking.records import KnownRecords
from explainer.linking.references import check_typed
from explainer.model.parts import PartedLists
from explainer.model.paths import Address
from explainer.model.record_types import Ref
from explainer.model.seeds import Renamed
from explainer.model.stages import Anchored, Entry, Former
from explainer.rules import OLD_ADDRESS_IS_FREE


def former_of(
    anchored: Anchored, addresses: Mapping[Ref, Address], records: KnownRecords, lists: PartedLists
) -> tuple[dict[Ref, tuple[Former, ...]], tuple[Diagnostic, ...]]:
    """The old addresses of each record, in the order of `renamed.yaml`, and what is wrong there."""
    former: dict[Ref, tuple[Former, ...]] = {}
    found: list[Diagnostic] = []
    earlier: dict[Ref, Entry[Renamed]] = {}
    for entry in anchored.seeds.renamed:
        value = entry.value
        problems = list(check_typed(value.record, entry.at("record"), records))
        found += problems
        now = Ref.parse(value.record)
        if problems or now is None:
            continue
        old = now.with_own_id(value.was)
        if records.has(old) or records.is_dropped(old):
            found.append(
                Diagnostic(OLD_ADDRESS_IS_FREE, entry.at("was"), f"another {now.type} has the id `{value.was}` now")
            )
        elif old in earlier:
            remark = Remark("it stands here too", earlier[old].at("was"))
            message = f"`{value.was}` was renamed twice, and can lead to only one record"
            fix = "Remove one of the two entries."
            found.append(Diagnostic(OLD_ADDRESS_IS_FREE, entry.at("was"), message, fix, (remark,)))
        elif now in addresses:
            former[now] = (*former.get(now, ()), Former(lists.address(old), value.since))
        earlier.setdefault(old, entry)
    return former, tuple(found)
