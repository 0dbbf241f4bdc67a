"""Every type of record is whole: what is forgotten of a new one is named here."""

from functools import cache
from typing import get_args, get_type_hints

import pytest

from explainer.commands.files.example_files import example_files
from explainer.diagnostics import Diagnostic
from explainer.model import seeds as shapes
from explainer.model.allowed import ListOf, TextOf, fields_of
from explainer.model.fields import ID
from explainer.model.files import FILES, seed_file
from explainer.model.homes import home_of
from explainer.model.paths import Address
from explainer.model.record_types import RECORD_TYPES, RecordType, Ref, word_of, words_of
from explainer.model.references import NAMED
from explainer.model.stages import Linked
from explainer.reading.layout import SeedPath, place_of
from tests.stages import linked, printed

NAMES_A_PART = {"id", "aspect", "counts", "inset-of", "was"}
"""Keys whose ids name a part of the same record, or nothing that is there."""


@cache
def example() -> tuple[Linked, dict[str, str], tuple[Diagnostic, ...]]:
    """The records and pages of the site that `explainer new` writes, and what is wrong with it."""
    records, found = linked({path: data for path, data in example_files().items() if path.startswith("seeds/")})
    return records, {page.path: page.markdown for page in printed(records)}, found


each_type = pytest.mark.parametrize("type_", RecordType, ids=str)


def test_every_type_is_declared() -> None:
    assert [*RECORD_TYPES] == [*RecordType], "model/record_types.py has an entry for each, in their order"


@each_type
def test_its_file_is_read_and_explained(type_: RecordType) -> None:
    declared = RECORD_TYPES[type_]
    path = declared.path.replace("<slug>", "any")
    assert place_of(path) is SeedPath.YAML, "the file is none that reading knows"
    file = seed_file(path)
    assert file is not None
    assert file in FILES
    in_file = {**dict(file.sections), "": file.shapes[0] if file.shapes else None}
    assert in_file[declared.section] is declared.shapes[0]


@each_type
def test_it_has_words_and_a_place(type_: RecordType) -> None:
    declared = RECORD_TYPES[type_]
    assert word_of(type_)
    assert words_of(type_) != word_of(type_)
    assert declared.part
    assert home_of(Ref(type_, "any"))
    assert isinstance(declared.address("any"), Address)
    for shape in declared.shapes:
        assert not declared.name or declared.name in get_type_hints(shape), "records are called by a field they have"
    assert not declared.ordered_by or declared.ordered_by in get_type_hints(shapes.Site)


@each_type
def test_the_example_shows_one_that_has_its_page(type_: RecordType) -> None:
    records, pages, found = example()
    assert not found
    refs = [ref for ref in records.addresses if ref.type is type_]
    assert refs, "the site that `explainer new` writes has none"
    for ref in refs:
        address = records.addresses[ref]
        assert address.page in pages, f"nothing prints the page of {ref}"
        assert records.labels[ref]
        if address.fragment and ref in records.uses:
            assert f"#{address.fragment}" in pages[address.page] or f'id="{address.fragment}"' in pages[address.page]


def test_every_id_in_a_field_names_records_of_a_type() -> None:
    shapes_of_files = [shape for file in FILES for shape in (*file.shapes, *(shape for _, shape in file.sections))]
    parts = [
        *get_args(shapes.Annotation),
        shapes.Evidence,
        shapes.Position,
        shapes.Figure,
        shapes.ControlClaim,
        shapes.ReportPassage,
    ]
    keys = {
        key
        for shape in (*shapes_of_files, *parts)
        for key, field in fields_of(shape).items()
        if field.expected in (TextOf(ID), ListOf(TextOf(ID)))
    }
    assert keys - NAMES_A_PART <= NAMED.keys(), "no type of record lists the key under `keys`"


def test_a_name_reads_back() -> None:
    for type_ in RecordType:
        assert Ref.parse(str(Ref(type_, "any"))) == Ref(type_, "any")
    assert Ref.parse("annotation/market/hall") == Ref(RecordType.ANNOTATION, "market/hall")
    assert Ref.parse("annotation/market/hall").own_id == "hall"  # type: ignore[union-attr]
    assert [Ref.parse(text) for text in ("losses", "question", "questoin/losses", "")] == [None] * 4
