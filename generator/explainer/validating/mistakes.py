"""What is wrong where a record does not fit its shape, in the author's words, with what to write instead."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from explainer import rules, tree
from explainer.diagnostics import Diagnostic, Remark
from explainer.model import fields as forms
from explainer.model.allowed import (
    Expected,
    ListOf,
    RecordOf,
    TableOf,
    TextOf,
    WordOf,
    expected_at,
    fields_of,
    name_of,
)
from explainer.model.fields import Form
from explainer.model.kinds import SHAPES
from explainer.model.seeds import AnnotationBase
from explainer.source import Span
from explainer.text.shortening import cut_off
from explainer.validating.guesses import IN_STRAIGHT_MARKS, NO_MARKS, guess, without_marks
from explainer.validating.unwritten import is_unwritten

_FORM_NAMES = {
    forms.ID: "valid id",
    forms.DATE: "valid date",
    forms.COUNT: "valid count",
    forms.URL: "full address",
    forms.LANGUAGE: "language tag",
    forms.LETTER: "capital letter",
    forms.LATITUDE: "latitude",
    forms.LONGITUDE: "longitude",
}


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """The path to what does not fit; `is_key` where it is the key at the end of the path itself."""

    path: tree.Path
    is_key: bool = False


def explain(shape: type, node: tree.Node, places: tuple[KeyPlace, ...]) -> tuple[Diagnostic, ...]:
    """One diagnostic for each mistake. A misspelt key is not reported as a missing one as well."""
    found: list[Diagnostic] = []
    meant: set[tree.Path] = set()
    missing: list[KeyPlace] = []
    for place in places:
        parent, _ = tree.find(node, place.path[:-1])
        _, reached = tree.find(node, place.path)
        expected = expected_at(shape, place.path)
        if place.is_key:
            found.append(_own_key(shape, parent, place.path))
        elif place.path and expected is None and isinstance(parent, tree.Mapping):
            diagnostic, key = _unknown_key(shape, parent, place.path)
            found.append(diagnostic)
            if key:
                meant.add((*place.path[:-1], key))
        elif reached < len(place.path):
            missing.append(place)
        elif expected is not None and not is_unwritten(value := tree.find(node, place.path)[0]):
            found.append(wrong_value(expected, value, parent, place.path))
    found += [_missing(shape, node, place.path) for place in missing if place.path not in meant]
    return tuple(found)


def wrong_value(expected: Expected, node: tree.Node, parent: tree.Node, path: tree.Path) -> Diagnostic:
    """The diagnostic for a value that is there, and is not what its place takes."""
    name = _name(path)
    if isinstance(node, tree.Scalar) and (node.text is None or not node.text.strip()):
        if path and isinstance(path[-1], str) and isinstance(parent, tree.Mapping):
            span = key.span if (key := parent.key(path[-1])) else node.span
            if node.text is not None:
                fix = "Write words of it, or remove the line."
                return Diagnostic(rules.KEY_IS_PRESENT, span, f"{name} holds only white space", fix)
            return Diagnostic(rules.KEY_IS_PRESENT, span, f"{name} has no value", _to_write(path[-1], expected))
        message = f"{name} is empty"
        return Diagnostic(rules.VALUE_HAS_FORM, node.span, message, "Write its value, or remove the line.")
    match expected, node:
        case WordOf(), tree.Scalar(text=str(text)):
            return _wrong_word(text, expected, node.span, name)
        case TextOf(form=form), tree.Scalar(text=str(text)):
            return _wrong_form(text, form, node.span, name)
        case TextOf() | WordOf(), tree.Sequence(items=items):
            only = _text(items[0]) if len(items) == 1 else None
            fix = f"Write `{only}` without the list." if only else "Put a text that begins with `[` in quotation marks."
            return _form(node, f"{name} takes one text, and this is a list", fix)
        case TextOf() | WordOf(), tree.Mapping():
            fix = "Put a text that begins with `{` or holds `: ` in quotation marks, or write it as a block after `|`."
            return _form(node, f"{name} takes one text, and this is a mapping with keys", fix)
        case ListOf(item=item), tree.Scalar(text=str(text)):
            if isinstance(item, RecordOf):
                fix = f"Write a list: `- ` before each {name_of(item.shape)}, with {keys(item.shape)}."
            else:
                fix = f"Write it as a list: `[{cut_off(text)}]`."
            return _form(node, f"{name} takes a list, and this is a single text", fix)
        case ListOf(), tree.Mapping():
            fix = "Begin each item with `- ` on a line of its own, or put `[` and `]` around it."
            return _form(node, f"{name} takes a list, and this is a mapping", fix)
        case TableOf(key=forms.LANGUAGE, value=ListOf()), _:
            words = (
                [_text(each) or "" for each in node.items] if isinstance(node, tree.Sequence) else [_text(node) or ""]
            )
            fix = f"Write each name after the tag of its language: `{{en: [{cut_off(', '.join(words))}]}}`."
            return _form(node, f"{name} takes names by their language", fix)
        case TableOf(), _:
            return _form(node, f"{name} takes keys with values", "Write `{key: value}`.")
        case RecordOf(shape=shape), _:
            what = "a list" if isinstance(node, tree.Sequence) else f"the text “{cut_off(_text(node) or '')}”"
            return _form(node, f"{name} takes a mapping, and this is {what}", f"Write its keys: {keys(shape)}.")
        case _:
            return _form(node, f"{name} has a form that cannot be used here", "")


def _to_write(key: str, expected: Expected) -> str:
    """What to do about a key without a value."""
    if key.isdecimal():
        return "A comma ends a value between `{` and `}`: write the number before it without separators."
    match expected:
        case TextOf(form=form) if form not in (forms.LINE, forms.TEXT, forms.MARKDOWN):
            return f"Write it after the colon: {form.words}."
        case WordOf(words=words):
            return f"Write one of these after the colon: {', '.join(f'`{word}`' for word in words)}."
        case TextOf():
            return "Write it after the colon; a text of several lines is indented more than its key."
        case _:
            return "Write it after the colon or, indented, on the lines below; with nothing to write, remove the line."


def unknown_key(key: tree.Scalar, allowed: Iterable[str], where: str, fix: str = "") -> tuple[Diagnostic, str | None]:
    """The diagnostic for a key that may not stand there, and the key that was probably meant."""
    text = key.text or ""
    meant = _nearest(text, allowed)
    fix = f"Did you mean `{meant}`?" if meant else fix
    return Diagnostic(rules.KEY_IS_KNOWN, key.span, f"unknown key `{cut_off(text)}` in {where}", fix), meant


def _unknown_key(shape: type, parent: tree.Mapping, path: tree.Path) -> tuple[Diagnostic, str | None]:
    key = parent.key(str(path[-1])) or tree.Scalar(str(path[-1]), parent.span)
    inner = expected_at(shape, path[:-1])
    owner = inner.shape if isinstance(inner, RecordOf) else shape
    free = [name for name in fields_of(owner) if parent.key(name) is None]
    where = f"{_article(name_of(owner))} {name_of(owner)}"
    fix = f"It takes {', '.join(f'`{name}`' for name in free)}." if free else ""
    kinds_of_owner = SHAPES if issubclass(owner, AnnotationBase) else {}
    elsewhere = [word for word, kind in kinds_of_owner.items() if kind is not owner and key.text in fields_of(kind)]
    if elsewhere and not _nearest(key.text or "", free, 0.8):
        kinds = " or ".join(f"`{kind}`" for kind in elsewhere)
        fix = f"It belongs to the kind {kinds}; remove it, or change `kind`."
        return Diagnostic(rules.KEY_IS_KNOWN, key.span, f"unknown key `{key.text}` in {where}", fix), None
    if _follows_a_comma(parent, key) and not _nearest(key.text or "", free):
        fix = f"A comma ends a value between `{{` and `}}`. {IN_STRAIGHT_MARKS}"
    return unknown_key(key, free, where, fix)


def _missing(shape: type, node: tree.Node, path: tree.Path) -> Diagnostic:
    parent, _ = tree.find(node, path[:-1])
    inner = expected_at(shape, path[:-1])
    owner = inner.shape if isinstance(inner, RecordOf) else shape
    key = str(path[-1])
    doc = fields_of(owner)[key].doc
    identity = parent.get("id") if isinstance(parent, tree.Mapping) else None
    named = f" `{cut_off(text)}`" if identity and (text := _text(identity)) else ""
    message = f"this {name_of(owner)}{named} has no `{key}`"
    return Diagnostic(rules.KEY_IS_PRESENT, start_of(parent), message, f"Add `{key}`: {_lower(doc)}")


def start_of(node: tree.Node) -> Span:
    """The first thing written in a node: for a mapping its first key, which an excerpt can show in one line."""
    match node:
        case tree.Mapping(items=((key, _), *_)):
            return key.span
        case tree.Sequence(items=(item, *_)):
            return start_of(item)
        case _:
            return node.span


def keys(shape: type) -> str:
    """The keys that a record of this shape needs, or else those that it takes, for a fix."""
    needed = [key for key, field in fields_of(shape).items() if field.required]
    return ", ".join(f"`{key}`" for key in needed or fields_of(shape))


def _own_key(shape: type, parent: tree.Node, path: tree.Path) -> Diagnostic:
    key = parent.key(str(path[-1])) if isinstance(parent, tree.Mapping) else None
    table = expected_at(shape, path[:-1])
    form = table.key if isinstance(table, TableOf) and table.key else forms.ID
    return _wrong_form(str(path[-1]), form, key.span if key else parent.span, "key")


def _follows_a_comma(parent: tree.Mapping, key: tree.Scalar) -> bool:
    """Whether a key without a colon stands between `{` and `}`: the rest of a text with a comma in it."""
    value = parent.get(key.text or "")
    if not isinstance(value, tree.Scalar) or value.text is not None:
        return False
    return (value.span.line, value.span.column) == (key.span.end_line, key.span.end_column)


def _wrong_word(text: str, expected: WordOf, span: Span, name: str) -> Diagnostic:
    bare = without_marks(text)
    listed = ", ".join(f"`{word}`" for word in expected.words)
    remarks: tuple[Remark, ...] = ()
    if bare in expected.words:
        fix = f"Write `{bare}`. {NO_MARKS}"
    elif meant := _nearest(text, expected.words):
        fix = f"Did you mean `{meant}`? Allowed are {listed}."
    else:
        fix = f"Allowed are {listed}."
        described = zip(expected.words, expected.meanings, strict=False)
        remarks = tuple(Remark(f"`{word}`: {meaning}") for word, meaning in described if meaning)
    message = f"unknown word `{cut_off(text)}` for {name}"
    return Diagnostic(rules.VALUE_IS_ALLOWED, span, message, fix, remarks)


def _wrong_form(text: str, form: Form, span: Span, name: str) -> Diagnostic:
    if form is forms.LINE:
        fix = "Write it on one line, or after `>`, which joins the lines."
        return Diagnostic(rules.VALUE_HAS_FORM, span, f"{name} takes one line, and this has more", fix)
    meant = guess(text, form)
    fix = f"Write `{meant}`: {form.words}." if meant else f"Write {form.words}."
    if (bare := without_marks(text)) != text and form.pattern and re.fullmatch(form.pattern, bare):
        fix = f"Write `{bare}`. {NO_MARKS}"
    called = _FORM_NAMES.get(form, form.name)
    return Diagnostic(rules.VALUE_HAS_FORM, span, f"`{cut_off(text)}` is not a {called}", fix)


def _nearest(text: str, allowed: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The allowed word of which `text` is another spelling or a slip of the fingers."""
    spelled = {word.lower(): word for word in allowed}
    plain = re.sub(r"[ _]+", "-", text.strip().lower())
    match = next(iter(get_close_matches(plain, spelled, 1, cutoff)), None)
    return spelled[match] if match else None


def _name(path: tree.Path) -> str:
    named = [step for step in path if isinstance(step, str)]
    if not named:
        return "this"
    return f"an item of `{named[-1]}`" if isinstance(path[-1], int) else f"`{named[-1]}`"


def _form(node: tree.Node, message: str, fix: str) -> Diagnostic:
    return Diagnostic(rules.VALUE_HAS_FORM, start_of(node), message, fix)


def _text(node: tree.Node) -> str | None:
    return node.text if isinstance(node, tree.Scalar) else None


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"
