"""A language that nobody speaks: every message of the interface with other letters and longer, so that a word which no
catalogue holds can be seen, and a place that has no room for long words.

`python -m tests.messages.pseudo LANGUAGE FOLDER` in a project builds its site into FOLDER. `qaa` has accents,
`qab-Hebr` is written from right to left.
"""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Catalog
from mkdocs.__main__ import cli

from explainer.interface import catalogue
from tests.messages.extract import messages
from tests.messages.files import written

ACCENTED, MIRRORED = "qaa", "qab-Hebr"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS = {
    ACCENTED: str.maketrans(_PLAIN, "áƀćđéƒǵĥíĵķĺɱńóƥɋŕšţúṽŵẋýžÁƁĆĐÉƑǴĤÍĴĶĹⱮŃÓƤɊŔŠŢÚṼŴẊÝŽ"),
    MIRRORED: str.maketrans(_PLAIN, ("אבגדהוזחטיכלמנסעפצקרשתםןףך" * 2)),
}
_KEPT = re.compile(r"(%\(\w+\)s|</?\w+[^>]*>|\*\*)")
_VOWEL = re.compile(r"([aeiouyAEIOUY])")


def pseudo(words: str, language: str) -> str:
    """The message with what is no word of it as it was. Doubled vowels make it a third longer."""
    parts = _KEPT.split(words)
    changed = (_VOWEL.sub(r"\1\1", part).translate(_LETTERS[language]) for part in parts[::2])
    return "".join(part for pair in zip(changed, [*parts[1::2], ""], strict=True) for part in pair)


def catalog(language: str) -> Catalog:
    made = Catalog(locale="de")  # for its two forms
    for each in messages():
        if each.id:
            ids = [each.id] if isinstance(each.id, str) else list(each.id)
            words = tuple(pseudo(one, language) for one in ids)
            made.add(each.id, words if each.pluralizable else words[0], context=each.context)
    return made


def main() -> None:
    language, site = sys.argv[1:]
    with TemporaryDirectory() as folder:
        catalogue.FOLDER = Path(folder)
        (catalogue.FOLDER / f"{language}.po").write_bytes(written(catalog(language)))
        cli(["build", "--strict", "--quiet", "--site-dir", site])


if __name__ == "__main__":
    main()
