"""Texts of an edition as a PO file of gettext. A stale translation is *fuzzy*, with the words that it translated."""

from collections.abc import Iterable
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from explainer.authoring.editions.units import CannotExchangeError, TranslationUnit

_HEADER = "Texts of this site. Citations such as [@source] and links such as [[record]] stay as they are."


def written(units: Iterable[TranslationUnit], original: str, language: str) -> bytes:
    """Without a date: the same texts give the same bytes."""
    catalog = Catalog(locale=None, project="explainer", header_comment=f"# {_HEADER}\n#", fuzzy=False, charset="utf-8")
    for unit in units:
        catalog.add(
            unit.source,
            unit.target,
            locations=[(f"seeds/{unit.file}", unit.line)],
            flags=["fuzzy"] if unit.is_unsure else [],
            auto_comments=[unit.place],
            previous_id=unit.before,
            context=unit.name,
        )
    file = BytesIO()
    write_po(file, catalog, width=0, omit_header=True, include_previous=True)
    head = (
        f"# {_HEADER}\n"
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language.replace("-", "_")}\\n"\n'
        f'"X-Source-Language: {original}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    return head.encode() + file.getvalue()


def read(content: bytes) -> tuple[TranslationUnit, ...]:
    """The units of a PO file, in its order. Raises CannotExchangeError."""
    try:
        catalog = read_po(BytesIO(content), abort_invalid=True, charset="utf-8")
    except (PoFileError, UnicodeError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise CannotExchangeError(f"it is no PO file{f': line {line + 1}' if line else ''}: {error}") from error
    found = []
    for message in catalog:
        if not message.id:
            continue
        file, _, place = (message.context or "").partition(":")
        source, target = (_one(each) for each in (message.id, message.string))
        found.append(TranslationUnit(file, place, source, target, is_unsure=message.fuzzy))
    if not found:
        raise CannotExchangeError("it is no PO file: no text was found in it")
    return tuple(found)


def _one(words: object) -> str:
    """Of a message with several numbers, which we never write, the first."""
    return str(words[0]) if isinstance(words, tuple | list) else str(words or "")
