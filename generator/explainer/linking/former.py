"""The addresses that renamed records had before: they still lead to them, and nothing else may stand there."""

from collections.abc import Mapping

from explainer.diagnostics import Diagnostic, Remark
from explainer.linking.addresses import address_of
from explainer.linking.records import Records
from explainer.linking.references import check_typed
from explainer.model.seeds import Renamed
from explainer.model.stages import Address, Anchored, Entry, Former, RecordType, Ref
from explainer.rules import OLD_ADDRESS_IS_FREE


def former_of(
    anchored: Anchored, addresses: Mapping[Ref, Address], records: Records
) -> tuple[dict[Ref, tuple[Former, ...]], tuple[Diagnostic, ...]]:
    """The old addresses of each record, in the order of `renamed.yaml`, and what is wrong there."""
    former: dict[Ref, tuple[Former, ...]] = {}
    found: list[Diagnostic] = []
    earlier: dict[Ref, Entry[Renamed]] = {}
    for entry in anchored.seeds.renamed:
        value = entry.value
        problems = list(check_typed(value.record, entry.at("record"), records))
        found += problems
        type_, _, id_ = value.record.partition("/")
        if problems or type_ not in list(RecordType):
            continue
        now = Ref(RecordType(type_), id_)
        old = was(now, value.was)
        if records.has(old) or records.is_dropped(old):
            found.append(
                Diagnostic(OLD_ADDRESS_IS_FREE, entry.at("was"), f"another {type_} has the id `{value.was}` now")
            )
        elif old in earlier:
            remark = Remark("it stands here too", earlier[old].at("was"))
            message = f"`{value.was}` was renamed twice, and can lead to only one record"
            fix = "Remove one of the two entries."
            found.append(Diagnostic(OLD_ADDRESS_IS_FREE, entry.at("was"), message, fix, (remark,)))
        elif now in addresses:
            former[now] = (*former.get(now, ()), Former(address_of(old), value.since))
        earlier.setdefault(old, entry)
    return former, tuple(found)


def was(now: Ref, old_id: str) -> Ref:
    """The name of a record when it had another id: an annotation keeps its article."""
    folder, slash, _ = now.id.rpartition("/")
    return Ref(now.type, f"{folder}{slash}{old_id}")
