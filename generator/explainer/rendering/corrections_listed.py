"""The corrections in the order in which the site and its feed list them."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from explainer.model.record_types import Ref
from explainer.model.seeds import Correction
from explainer.model.stages import Entry, Linked
from explainer.text import dates


@dataclass(frozen=True)
class ListedCorrection:
    entry: Entry[Correction]
    ref: Ref | None
    """What was corrected; None where it names no type of record, which linking has reported."""
    number: str
    """Tells the corrections of one record on one day apart: nothing for the first, then `-2`, `-3` …"""

    @property
    def correction(self) -> Correction:
        return self.entry.value

    @property
    def day(self) -> str:
        """As much of the day as its date says."""
        return _day(self.correction)

    @property
    def fragment(self) -> str:
        """Its address on the page of corrections."""
        return re.sub(r"[^a-z0-9]+", "-", f"{self.day}-{self.correction.record}{self.number}".lower())


def newest_first(linked: Linked) -> list[ListedCorrection]:
    """Of one date, the one that stands later in the file first: corrections are added at its end."""
    counts: Counter[tuple[str, str]] = Counter()
    listed = []
    for entry in linked.seeds.corrections:
        key = entry.value.record, _day(entry.value)
        counts[key] += 1
        listed.append(ListedCorrection(entry, ref_of(entry.value), f"-{counts[key]}" if counts[key] > 1 else ""))
    listed.reverse()
    return sorted(listed, key=lambda each: dates.sort_key(each.correction.date), reverse=True)


def corrections_of(records: Collection[str], linked: Linked) -> list[Entry[Correction]]:
    """The corrections of any of `records` (named as in corrections.yaml), newest first."""
    found = [entry for entry in linked.seeds.corrections if entry.value.record in records]
    return sorted(found, key=lambda entry: dates.sort_key(entry.value.date), reverse=True)


def ref_of(correction: Correction) -> Ref | None:
    """The record that is named, whether or not it exists."""
    return Ref.parse(correction.record)


def _day(correction: Correction) -> str:
    date = dates.parse(correction.date)
    start = date.start if isinstance(date, dates.Period) else date
    return "-".join(f"{part:02}" for part in (start.year, start.month, start.day) if part is not None)
