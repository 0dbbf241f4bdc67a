"""Which names a record has had: a record that was renamed between the states is one record, not two."""

from collections.abc import Mapping

from generator.comparing.records import Key
from generator.model.stages import Linked, RecordType


def latest_names(old: Linked, new: Linked) -> Mapping[Key, Key]:
    """By each name that a record once had, the last it was given, as far as either state says."""
    steps: dict[Key, Key] = {}
    for linked in (old, new):
        for entry in linked.seeds.renamed:
            kind, _, name = entry.value.record.partition("/")
            folder, slash, _ = name.rpartition("/")
            if kind in list(RecordType):
                steps[kind, f"{folder}{slash}{entry.value.was}"] = (kind, name)
    return {key: _followed(key, steps) for key in steps}


def _followed(key: Key, steps: Mapping[Key, Key]) -> Key:
    """To the end of the chain; one that leads in a circle ends where it was entered."""
    seen = {key}
    while (following := steps.get(key)) and following not in seen:
        key = following
        seen.add(key)
    return key
