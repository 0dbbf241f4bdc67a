"""The files of the seeds and what each holds: the author's reference and the JSON Schemas are made from this."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.model import seeds as shapes
from explainer.model.record_types import RECORD_TYPES, Declared


@dataclass(frozen=True, slots=True)
class SeedFile:
    name: str
    """Of its schema."""
    path: str
    holds: str
    """In words, for the reference."""
    shapes: tuple[type, ...]
    """Of one record; several where a record's `kind` decides."""
    is_list: bool = False
    sections: tuple[tuple[str, type], ...] = ()
    """Key and shape of each list, where the file holds several."""


def _of_records() -> Iterator[SeedFile]:
    """Files of one list, of several, or of one record each, in the order of the types of records."""
    by_path: dict[str, list[Declared]] = {}
    for declared in RECORD_TYPES.values():
        by_path.setdefault(declared.path, []).append(declared)
    for path, (first, *others) in by_path.items():
        sections = tuple((each.section, each.shapes[0]) for each in (first, *others) if each.section)
        yield SeedFile(
            first.schema, path, first.holds, () if sections else first.shapes,
            is_list=first.is_list and not sections, sections=sections,
        )  # fmt: skip


FILES = (
    SeedFile("site", "seeds/site.yaml", "The site as a whole, and what its home page features.", (shapes.Site,)),
    *_of_records(),
    SeedFile("map", "seeds/map.yaml", "The map; without this file places have only their table.", (shapes.Map,)),
    SeedFile(
        "loaded-words", "seeds/loaded-words.yaml", "Words that take a side: a list.", (shapes.LoadedWord,), is_list=True
    ),
    SeedFile(
        "corrections", "seeds/corrections.yaml", "Changes made to what was published: a list.", (shapes.Correction,),
        is_list=True,
    ),
    SeedFile(
        "renamed", "seeds/renamed.yaml", "Ids that records once had, so that old addresses lead on: a list.",
        (shapes.Renamed,), is_list=True,
    ),
    SeedFile(
        "edition", "seeds/editions/<slug>.yaml", "An edition of the site in another language.", (shapes.Edition,)
    ),
    SeedFile(
        "translations", "seeds/editions/<slug>/**/*.yaml",
        "The texts of the file of the same path below `seeds` in the language of an edition: a list.",
        (shapes.Translation,), is_list=True,
    ),
    SeedFile(
        "silenced", "seeds/silenced.yaml", "Warnings that are not told, each with the reason: a list.",
        (shapes.Silence,), is_list=True,
    ),
)  # fmt: skip


def seed_file(path: str) -> SeedFile | None:
    """What a file below the project's root holds, by its path; None for a file that holds no records."""
    for file in FILES:
        pattern = re.escape(file.path).replace("<slug>", "[^/]+").replace(r"/\*\*/\*", "/.+")
        if re.fullmatch(pattern, path):
            return file
    return None
