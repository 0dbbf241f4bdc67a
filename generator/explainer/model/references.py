"""Which records the ids under each key name: the one place that says it, for linking, renaming and editors."""

from explainer.model.stages import RecordType

NAMED: dict[str, tuple[RecordType, ...]] = {
    "about": (RecordType.PARTY,),
    "article": (RecordType.ARTICLE,),
    "box": (RecordType.CONTEXT,),
    "context": (RecordType.CONTEXT,),
    "derived-from": (RecordType.SOURCE,),
    "events": (RecordType.EVENT,),
    "member-of": (RecordType.PARTY,),
    "parties": (RecordType.PARTY,),
    "party": (RecordType.PARTY,),
    "places": (RecordType.PLACE,),
    "question": (RecordType.QUESTION,),
    "questions": (RecordType.QUESTION,),
    "root": (RecordType.PARTY, RecordType.SOURCE),
    "side": (RecordType.SIDE,),
    "source": (RecordType.SOURCE,),
    "sources": (RecordType.SOURCE,),
    "term": (RecordType.TERM,),
}
"""By the key as an author writes it; other ids name the record itself or a part of it."""

TYPED = "record"
"""The key under which a record is named with its type: `question/losses`, in a text of one line."""

BARE = tuple(each for each in RecordType if each is not RecordType.ANNOTATION)
"""What a bare `[[id]]` may name; an annotation's id says its article first."""
