"""The catalogues as files, and what is wrong with one."""

import re
from collections.abc import Iterator
from gettext import c2py
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from explainer.interface.catalogue import FOLDER

LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.po"))
_PLACE = re.compile(r"%\((\w+)\)s")
_TAG = re.compile(r"</?\w+[^>]*>|\*\*|%%")
_MARKUP = re.compile(r"[*_`\[\]<>{}|\\\"']|^\s*[#+>:-] ")
"""What Markdown, an attribute or a style could take for its own."""


def file_of(language: str) -> Path:
    return FOLDER / f"{language}.po"


def read(language: str) -> Catalog:
    with file_of(language).open("rb") as text:
        return read_po(text, locale=language.replace("-", "_"))


def updated(language: str, found: Catalog) -> Catalog:
    """The catalogue with exactly the messages that were found; translations of those stay."""
    old = read(language) if file_of(language).is_file() else Catalog(locale=language.replace("-", "_"))
    new = Catalog(locale=language.replace("-", "_"))
    for message in found:
        if message.id:
            known = old.get(_key(message), message.context)
            words = known.string if known and known.id == message.id else ("",) * new.num_plurals
            if not message.pluralizable:
                words = known.string if known and known.id == message.id else ""
            new.add(message.id, words, locations=message.locations, context=message.context)
    return new


def written(catalog: Catalog) -> bytes:
    """As the file holds it. No dates and no places in the code: they would change without a change of words."""
    out = BytesIO()
    write_po(out, catalog, width=120, no_location=True, omit_header=True)
    head = (
        f'msgid ""\nmsgstr ""\n"Language: {str(catalog.locale).replace("_", "-")}\\n"\n'
        f'"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    return head.encode() + out.getvalue()


def problems(language: str, found: Catalog) -> Iterator[str]:
    """What keeps a catalogue from being whole, a line each."""
    now = read(language)
    for message in found:
        if message.id:
            known = now.get(_key(message), message.context)
            if known is None or known.id != message.id:
                yield f"missing: {_key(message)}"
            else:
                yield from _of(known)
                yield from _unsaid(known, now.plural_expr)
    keys = {(message.context, message.id) for message in found}
    yield from (f"stale: {_key(each)}" for each in now if each.id and (each.context, each.id) not in keys)


def _of(message: Message) -> Iterator[str]:
    name = _key(message)
    if message.fuzzy:
        yield f"fuzzy: {name}"
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    for words in [message.string] if isinstance(message.string, str) else message.string or ():
        if not words:
            yield f"not translated: {name}"
            continue
        # One form of a plural may say its number in words: “the one mistake”.
        values, known = {*_PLACE.findall(words)}, {*_PLACE.findall(" ".join(ids))}
        if not (values <= known if message.pluralizable else values == known):
            yield f"other values: {name}: {words}"
        if sorted(_TAG.findall(words)) not in [sorted(_TAG.findall(each)) for each in ids]:
            yield f"other tags: {name}: {words}"
        if any(mark not in "".join(ids) for mark in _MARKUP.findall(_TAG.sub("", _PLACE.sub("x", words)))):
            yield f"could be markup: {name}: {words}"
        if (words[0] == " ", words[-1] == " ") != (ids[0][0] == " ", ids[0][-1] == " "):
            yield f"other spaces at the ends: {name}: {words}"


def _unsaid(message: Message, plural: str) -> Iterator[str]:
    """Forms for several numbers that do not say which: “the one question” stands for 21 of them, too, in Ukrainian."""
    if not message.pluralizable or "%(count)s" not in message.id[1]:
        return
    form = c2py(plural)
    for place, words in enumerate(message.string or ()):
        if "%(count)s" not in words and sum(form(count) == place for count in range(1, 200)) > 1:
            yield f"does not say how many: {_key(message)}: {words}"


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])
