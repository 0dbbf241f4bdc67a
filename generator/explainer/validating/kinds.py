"""Which shape an annotation has: that of its kind."""

from explainer import rules, tree
from explainer.diagnostics import Diagnostic
from explainer.model.allowed import RecordOf, WordOf, fields_of
from explainer.model.kinds import SHAPES
from explainer.validating import mistakes


def shape_of_annotation(item: tree.Node) -> type | Diagnostic:
    """The shape that an annotation's `kind` asks for, or what is wrong with its `kind`."""
    words = WordOf(tuple(SHAPES))
    if not isinstance(item, tree.Mapping):
        return mistakes.wrong_value(RecordOf(next(iter(SHAPES.values()))), item, item, (0,))
    kind = item.get("kind")
    if isinstance(kind, tree.Scalar) and kind.text and kind.text in SHAPES:
        return SHAPES[kind.text]
    if kind is not None:
        return mistakes.wrong_value(words, kind, item, ("kind",))
    identity = item.get("id")
    named = f" `{identity.text}`" if isinstance(identity, tree.Scalar) and identity.text else ""
    message = f"this annotation{named} has no `kind`"
    keys = {key for shape in SHAPES.values() for key in fields_of(shape)}
    for key, value in item.items:
        if isinstance(value, tree.Scalar) and value.text in SHAPES:
            if key.text not in keys:
                return mistakes.unknown_key(key, ["kind"], "an annotation", "Did you mean `kind`?")[0]
            if key.text == "type":  # a key of errata, but none of its words is a kind
                return Diagnostic(rules.KEY_IS_PRESENT, key.span, message, f"Did you mean `kind: {value.text}`?")
    listing = ", ".join(f"`{word}`" for word in words.words)
    return Diagnostic(rules.KEY_IS_PRESENT, mistakes.start_of(item), message, f"Add `kind`: one of {listing}.")
