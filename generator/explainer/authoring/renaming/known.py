"""Which records the files write, broken ones among them: what may be renamed, and which ids are taken."""

from collections.abc import Hashable, Iterator
from typing import cast

from explainer import tree
from explainer.model.allowed import kind_word
from explainer.model.files import SeedFile, seed_file
from explainer.model.record_types import RECORD_TYPES, RecordType, Ref
from explainer.model.stages import Documents

_TYPE_OF: dict[Hashable, RecordType] = {
    shape: type_ for type_, declared in RECORD_TYPES.items() for shape in declared.shapes
}


def records(documents: Documents) -> Iterator[tuple[type, tree.Node, Ref | None]]:
    """Every record as written: its shape, its node, and its name if it has one."""
    for path, root in documents.trees.items():
        file = seed_file(path)
        if file is None:
            continue
        for shape, node in _in_file(file, root):
            yield shape, node, _name(path, shape, node)


def id_of(node: tree.Node) -> tree.Scalar | None:
    """Where the id of a record of a list is written."""
    found = node.get("id") if isinstance(node, tree.Mapping) else None
    return found if isinstance(found, tree.Scalar) and found.text else None


def _in_file(file: SeedFile, root: tree.Node) -> Iterator[tuple[type, tree.Node]]:
    if file.sections:
        for key, shape in file.sections:
            listed = root.get(key) if isinstance(root, tree.Mapping) else None
            yield from ((shape, item) for item in (listed.items if isinstance(listed, tree.Sequence) else ()))
    elif file.is_list:
        for item in root.items if isinstance(root, tree.Sequence) else ():
            yield _shape(file.shapes, item), item
    else:
        yield file.shapes[0], root


def _shape(among: tuple[type, ...], item: tree.Node) -> type:
    """That of its `kind`, where several are possible; the first for a kind that is none."""
    kind = item.get("kind") if isinstance(item, tree.Mapping) else None
    text = kind.text if isinstance(kind, tree.Scalar) else None
    return next((shape for shape in among if len(among) > 1 and kind_word(shape) == text), among[0])


def _name(path: str, shape: type, node: tree.Node) -> Ref | None:
    type_ = _TYPE_OF.get(cast(Hashable, shape))
    if type_ is None:
        return None
    if RECORD_TYPES[type_].is_file:
        return Ref(type_, path.split("/")[2].removesuffix(".yaml"))
    written = id_of(node)
    if written is None or written.text is None:
        return None
    folder = f"{path.split('/')[2]}/" if RECORD_TYPES[type_].is_of_article else ""
    return Ref(type_, f"{folder}{written.text}")
