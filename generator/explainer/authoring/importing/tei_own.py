"""The fields of an annotation that this program exported to TEI: they stand beside its words, as features."""

import re
from typing import Any

from explainer.authoring.importing import own_terms
from explainer.authoring.importing.records import Lost
from explainer.authoring.importing.xml_tree import Element
from explainer.model.drafts import Value
from explainer.model.exchange import PREFIX

_TYPE = "annotation"
_DERIVED = "derived"
"""What the program adds to a record, and makes anew."""


def fields_in(element: Element) -> tuple[dict[str, Value], list[Lost]]:
    """The fields by key, and what was not taken. Nothing where it is no annotation of ours."""
    features = next((fs for fs in element.named("fs") if fs.attributes.get("type") == _TYPE), None)
    if features is None:
        return {}, []
    given = {f"{PREFIX}{key}": value for key, value in _mapping(features).items() if key != _DERIVED}
    return own_terms.fields_in(given)


def is_made(words: str, own: dict[str, Value]) -> bool:
    """Whether the words of a note are those of its field, with links and marks taken out, and so are there."""
    left = iter(re.findall(r"\w+", str(own.get("note", ""))))
    return all(any(word == each for each in left) for word in re.findall(r"\w+", words))


def _mapping(features: Element) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for feature in features.named("f"):
        values = [_value(child) for child in feature.children]
        found[feature.attributes.get("name", "")] = values[0] if len(values) == 1 else values
    return found


def _value(element: Element) -> Any:
    match element.local:
        case "fs":
            return _mapping(element)
        case "vColl" if element.attributes.get("org") == "set":
            entries = [_mapping(entry) for entry in element.named("fs")]
            return {str(entry.get("key")): entry.get("value") for entry in entries}
        case "vColl":
            return [_value(child) for child in element.children]
        case "string":
            return element.text
        case _:
            return element.attributes.get("value", element.text)
