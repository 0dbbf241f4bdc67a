"""A project whose one article has sixty long notes, so many to a paragraph that no margin is wide enough for them."""

import json
import random
from pathlib import Path

from tests.bench.made_up import SYLLABLES, write_project

NOTES, PER_PARAGRAPH = 60, 5
ADDRESS = "articles/article-0000/"


def write_long_notes(folder: Path) -> Path:
    """Notes of 80 to 120 words, of two kinds by turns. Same bytes each time."""
    write_project(folder, 1)
    chance = random.Random(60)
    words = sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(2000)})
    chance.shuffle(words)
    paragraphs, notes = [], []
    for number in range(NOTES // PER_PARAGRAPH):
        own = [words.pop() for _ in range(60)]
        paragraphs.append(" ".join(own) + ".")
        for index in range(PER_PARAGRAPH):
            note: dict[str, object] = {
                "id": f"long-{number}-{index}",
                "quote": " ".join(own[index * 12 : index * 12 + 6]),
                "note": " ".join(chance.choices(words, k=chance.randint(80, 120))).capitalize() + " [@source-1].",
            }
            claims = {"kind": "claim", "party": "party-0", "status": "unverified", "as-of": "2031-02-06"}
            notes.append(note | (claims if index % 2 else {"kind": "framing"}))
    article = folder / "seeds" / "articles" / "article-0000"
    (article / "source.txt").write_text("\n\n".join(paragraphs) + "\n")
    (article / "annotations.yaml").write_text(json.dumps(notes))
    return folder
