"""What was annotated in INCEpTION or WebAnno, as annotations of ours by a mapping that the author gives.

`Claim=claim` makes each passage of the layer `Claim` a claim, `Claim.comment=note` takes its feature as the note. What
is not mapped is told: nobody but the author knows what a layer means.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from explainer.authoring.importing import own_terms, webanno_tsv
from explainer.authoring.importing.records import Lost, is_empty, shown
from explainer.authoring.importing.web_annotation import ImportedNote, Notes
from explainer.authoring.importing.webanno_tsv import LEADS, Layer, LayerMark, TsvDocument
from explainer.model.allowed import fields_of
from explainer.model.exchange import PREFIX
from explainer.model.kinds import SHAPES

_AROUND = 32
"""Characters of the text that tell a passage from others of the same words."""
_DEFAULT = "note"


class WrongMappingError(ValueError):
    """What the author wrote maps nothing of the file, or to nothing of ours."""


@dataclass(slots=True)
class _LayerMap:
    kind: str = _DEFAULT
    fields: dict[str, str] = field(default_factory=dict)
    """Our field by the feature."""


def read(text: str, name: str, mapping: Sequence[str] = ()) -> Notes:
    """The passages of mapped layers, and a line about each of the others. Raises WrongMappingError."""
    notes = Notes()
    try:
        document = webanno_tsv.read(text, name)
    except webanno_tsv.NoWebAnnoError as error:
        notes.problems.append(str(error))
        return notes
    maps = _maps(document, mapping)
    for layer in document.layers:
        if layer.name in maps:
            for mark in layer.marks:
                _read(mark, layer, maps[layer.name], document, name, notes)
        elif layer.marks:
            notes.problems.append(_untaken(layer, document, name))
    return notes


def _maps(document: TsvDocument, mapping: Sequence[str]) -> dict[str, _LayerMap]:
    passages = [layer for layer in document.layers if layer.kind == "SP"]
    found: dict[str, _LayerMap] = {}
    for written in mapping:
        left, is_pair, right = (part.strip() for part in written.partition("="))
        if not is_pair or not left or not right:
            raise WrongMappingError(f"`{written}` is no mapping: write `LAYER=KIND` or `LAYER.FEATURE=FIELD`")
        layer, feature = _sought(left, passages)
        map_ = found.setdefault(layer.name, _LayerMap())
        if feature:
            map_.fields[feature] = right
        elif right in SHAPES:
            map_.kind = right
        else:
            raise WrongMappingError(f"`{right}` in `{written}` is no kind; there are: {_listed(SHAPES)}")
    for map_ in found.values():
        known = [key.replace("_", "-") for key in fields_of(SHAPES[map_.kind]) if key not in ("id", "kind", "quote")]
        for feature, right in map_.fields.items():
            if right not in (*known, "kind"):
                raise WrongMappingError(
                    f"`{right}`, for `{feature}`, is no field of the kind `{map_.kind}`; there are: {_listed(known)}"
                )
    return found


def _sought(left: str, layers: list[Layer]) -> tuple[Layer, str]:
    """The layer, and its feature where one is named."""
    for name, feature in ((left, ""), left.rpartition(".")[::2]):
        same = [each for each in layers if each.name == name or each.name.endswith(f".{name}")] if name else []
        if len(same) > 1:
            raise WrongMappingError(f"`{name}` is more than one layer: {_listed(each.name for each in same)}")
        if same and feature and feature not in same[0].features:
            told = f"its features are {_listed(same[0].features)}" if same[0].features else "it has no features"
            raise WrongMappingError(f"the layer `{name}` has no feature `{feature}`; {told}")
        if same:
            return same[0], feature
    raise WrongMappingError(
        f"there is no layer of passages `{left}`; there are: {_listed(each.name for each in layers)}"
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"


def _read(mark: LayerMark, layer: Layer, map_: _LayerMap, document: TsvDocument, name: str, notes: Notes) -> None:
    words = document.text(mark.start, mark.end)
    given: dict[str, str] = {"kind": map_.kind}
    lost = []
    for feature, value in mark.values.items():
        key = map_.fields.get(feature)
        if key is None:
            lost.append(Lost(feature, _pointed(feature, value, document)))
        elif key == "note" and given.get("note"):
            given["note"] += f"\n\n{value}"
        elif key in given and key != "kind":
            lost.append(Lost(feature, value, str(given[key])))
        else:
            given[key] = value
    if not words.strip():
        said = "; ".join(f"{key} `{shown(value)}`" for key, value in mark.values.items() if not is_empty(value))
        where = f"{name}:{mark.line}:1"
        notes.problems.append(f"{where}: a `{_short(layer)}` marks no words{f'; {said}' if said else ''}")
        return
    own, not_own = own_terms.fields_in({f"{PREFIX}{key}": value for key, value in given.items()})
    if not own:  # the kind that a feature names is none of ours
        own, more = own_terms.fields_in(
            {f"{PREFIX}{key}": value for key, value in (given | {"kind": map_.kind}).items()}
        )
        not_own = [Lost("kind", given["kind"]), *more]
    note = ImportedNote(
        quote=words,
        prefix=document.text(mark.start - _AROUND, mark.start),
        suffix=document.text(mark.end, mark.end + _AROUND),
        text=str(own.get("note", "")).strip(),
        about="",
        lost=(*lost, *(replace(each, name=each.name.removeprefix(PREFIX)) for each in not_own)),
        own=own,
    )
    notes.notes.append(note)


def _untaken(layer: Layer, document: TsvDocument, name: str) -> str:
    """What is in a layer that nobody mapped, and how it is."""
    told = []
    for mark in layer.marks:
        values = "; ".join(f"{key} {_pointed(key, value, document)}" for key, value in mark.values.items())
        told.append(f"“{' '.join(document.text(mark.start, mark.end).split())}”{f' ({values})' if values else ''}")
    what = {"SP": "passages", "CH": "links of chains", "RL": "relations"}[layer.kind]
    if layer.kind != "SP":
        why = "which nothing here is"
    else:
        features = "".join(
            f", `--map {_short(layer)}.{each}=FIELD`" for each in layer.features if not each.endswith(LEADS)
        )
        why = f"take them with `--map {_short(layer)}=KIND`{features}"
    return f"{name}: {len(layer.marks)} {what} of the layer `{layer.name}`, {why}: {shown(', '.join(told))}"


def _short(layer: Layer) -> str:
    return layer.name.rpartition(".")[2]


def _pointed(feature: str, value: str, document: TsvDocument) -> str:
    """A value, with the words of each token that it names."""
    if not feature.endswith(LEADS):
        return value
    return re.sub(
        r"(?<![\w-])\d+-\d+(?:\.\d+)?",
        lambda match: f"{match[0]} “{document.tokens[match[0]]}”" if match[0] in document.tokens else match[0],
        value,
    )
