"""Which names a record has had: a record that was renamed between the states is one record, not two."""

from collections.abc import Iterable, Mapping

from explainer.comparing.passages import words_of
from explainer.comparing.records import ComparedRecord, Key
from explainer.model.allowed import fields_of
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Linked


def latest_names(old: Linked, new: Linked, unsaid: Mapping[Key, Key]) -> Mapping[Key, Key]:
    """By each name that a record once had, the last it was given: as the states say, and in `unsaid`.

    The notes on an article that was renamed have another name too, because theirs begins with the article's.
    """
    steps = dict(unsaid)
    for linked in (old, new):
        for entry in linked.seeds.renamed:
            ref = Ref.parse(entry.value.record)
            if ref:
                steps[ref.type, ref.with_own_id(entry.value.was).id] = (ref.type, ref.id)
    notes = {(ref.type, ref.id) for linked in (old, new) for ref in linked.labels if ref.type is RecordType.ANNOTATION}
    latest = {key: _followed(key, steps) for key in {*steps, *notes}}
    return {key: name for key, name in latest.items() if key in steps or key != name}


def renamed_unsaid(before: Mapping[Key, ComparedRecord], after: Mapping[Key, ComparedRecord]) -> dict[Key, Key]:
    """Records that are gone, each with the new one that says the same word for word: nobody said that it is the same.

    Where two are alike, nobody can tell which is which.
    """
    gone = _by_content((key, record) for key, record in before.items() if key not in after)
    come = _by_content((key, record) for key, record in after.items() if key not in before)
    pairs = ((found, come.get(content, [])) for content, found in gone.items())
    return {old[0]: new[0] for old, new in pairs if len(old) == len(new) == 1}


def _followed(key: Key, steps: Mapping[Key, Key]) -> Key:
    """To the end of the chain; one that leads in a circle ends where it was entered."""
    seen = {key}
    while (following := _next(key, steps)) and following not in seen:
        key = following
        seen.add(key)
    return key


def _next(key: Key, steps: Mapping[Key, Key]) -> Key | None:
    kind, name = key
    folder, slash, own = name.partition("/")
    article = steps.get((RecordType.ARTICLE, folder)) if slash and kind == RecordType.ANNOTATION else None
    return steps.get(key) or ((kind, f"{article[1]}/{own}") if article else None)


def _by_content(records: Iterable[tuple[Key, ComparedRecord]]) -> dict[tuple[str, ...], list[Key]]:
    found: dict[tuple[str, ...], list[Key]] = {}
    for key, record in records:
        if key[0] in list(RecordType):
            found.setdefault(_content(record), []).append(key)
    return found


def _content(record: ComparedRecord) -> tuple[str, ...]:
    """Everything that a record says, but for its name."""
    value, kind = record.entry.value, record.key[0]
    shape: type = type(value)
    said = [f"{key}: {getattr(value, field.attribute)!r}" for key, field in fields_of(shape).items() if key != "id"]
    if record.article and kind == RecordType.ARTICLE:
        said.append(record.article.seed.text.text)
    elif record.article:
        said += [record.key[1].partition("/")[0], words_of(record)]
    return (kind, *said)
