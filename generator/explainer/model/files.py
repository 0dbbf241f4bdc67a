"""The files of the seeds and what each holds: the author's reference and the JSON Schemas are made from this."""

import re
from dataclasses import dataclass
from typing import get_args

from explainer.model import seeds as shapes


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


FILES = (
    SeedFile("site", "seeds/site.yaml", "The site as a whole, and what its home page features.", (shapes.Site,)),
    SeedFile("article", "seeds/articles/<slug>/article.yaml", "Where an article is from.", (shapes.Article,)),
    SeedFile(
        "annotations", "seeds/articles/<slug>/annotations.yaml", "The notes on an article: a list.",
        get_args(shapes.Annotation), is_list=True,
    ),
    SeedFile("question", "seeds/questions/<slug>.yaml", "What the parties differ on.", (shapes.Question,)),
    SeedFile("context", "seeds/context/<slug>.yaml", "A context box.", (shapes.ContextBox,)),
    SeedFile("glossary", "seeds/glossary.yaml", "The glossary: a list.", (shapes.Term,), is_list=True),
    SeedFile(
        "parties", "seeds/parties.yaml", "Sides, and the parties that belong to them.", (),
        sections=(("sides", shapes.Side), ("parties", shapes.Party)),
    ),
    SeedFile("places", "seeds/places.yaml", "The gazetteer: a list.", (shapes.Place,), is_list=True),
    SeedFile("events", "seeds/events.yaml", "The timeline: a list.", (shapes.Event,), is_list=True),
    SeedFile(
        "sources", "seeds/sources.yaml", "The bibliography, as CSL-YAML.", (), sections=(("references", shapes.Source),)
    ),
    SeedFile("map", "seeds/map.yaml", "The map; without this file places have only their table.", (shapes.Map,)),
    SeedFile(
        "loaded-words", "seeds/loaded-words.yaml", "Words that take a side: a list.", (shapes.LoadedWord,), is_list=True
    ),
    SeedFile(
        "corrections", "seeds/corrections.yaml", "What we changed after publishing it: a list.", (shapes.Correction,),
        is_list=True,
    ),
    SeedFile(
        "renamed", "seeds/renamed.yaml", "Ids that records once had, so that old addresses lead on: a list.",
        (shapes.Renamed,), is_list=True,
    ),
)  # fmt: skip


def seed_file(path: str) -> SeedFile | None:
    """What a file below the project's root holds, by its path; None for a file that holds no records."""
    for file in FILES:
        if re.fullmatch(re.escape(file.path).replace("<slug>", "[^/]+"), path):
            return file
    return None
