"""What of an annotation both ways of exchange need: terms in which one of ours is whole.

The model of the W3C has no place for most fields of ours. So an exported annotation also carries each of them under a
term of ours: `explainer:party` is the field `party`, with the meaning that the reference of `annotations.yaml` gives
it. The terms follow from the shapes. Whoever does not know them reads the quote and the bodies.
"""

import base64
from collections.abc import Iterator
from typing import Any

from explainer import tree
from explainer.model.allowed import Expected, ListOf, RecordOf, fields_of
from explainer.model.kinds import SHAPES
from explainer.model.walk import inner

PREFIX = "explainer:"
VOCABULARY = "urn:uuid:b5216947-ba74-4727-b18e-6f928f50af30#"
"""What the prefix stands for. A name and no address, so that it stays whoever publishes this program where."""
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def context() -> dict[str, Any]:
    """What our terms mean to JSON-LD: names of one vocabulary; where we write a list, its order counts."""
    lists = sorted({key for shape in SHAPES.values() for key in _lists(shape)})
    return {
        "explainer": VOCABULARY,
        **{f"{PREFIX}{key}": {"@id": f"{PREFIX}{key}", "@container": "@list"} for key in lists},
    }


def _lists(shape: type) -> Iterator[str]:
    for key, field in fields_of(shape).items():
        if isinstance(field.expected, ListOf):
            yield key
            if isinstance(field.expected.item, RecordOf):
                yield from _lists(field.expected.item.shape)


def terms(kind: str, node: tree.Node) -> dict[str, Any]:
    """Each field of an annotation as it was written, under its term."""
    written = _terms(RecordOf(SHAPES[kind]), node)
    assert isinstance(written, dict)
    return written


def _terms(expected: Expected, node: tree.Node) -> Any:
    match expected:
        case RecordOf():
            return {
                f"{PREFIX}{key.text}": _terms(below, value)
                for key, below, value in inner(expected, node)
                if key and below and not (isinstance(value, tree.Scalar) and value.text is None)
            }
        case ListOf():
            return [_terms(below, item) for _, below, item in inner(expected, node) if below]
        case _:
            return tree.plain(node)


def name_of_text(sha256: str) -> str:
    """The name of a text itself, whatever its place: its SHA-256 as RFC 6920 writes it."""
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip('=')}"
