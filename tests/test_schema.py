"""What an editor says with the schemas and what the checker says are the same, for every case there is.

An editor reads YAML 1.2 with its numbers, booleans and nulls; `as_an_editor` reads a file as it does.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from explainer import reading, rules, tree, validating
from explainer.diagnostics import Diagnostic, Rule, Stage
from explainer.model.files import FILES, SeedFile, seed_file
from explainer.model.record_types import RecordType, Ref
from explainer.source import SourceFile, Span
from explainer.validating.schema import ids_schema, schemas
from tests.cases import cases_in, changed, rule_files
from tests.projects import MINIMAL, PROJECT

SHAPE_RULES = (rules.KEY_IS_KNOWN, rules.KEY_IS_PRESENT, rules.VALUE_IS_ALLOWED, rules.VALUE_HAS_FORM)
VALIDATORS = {name: Draft7Validator(schema) for name, schema in schemas().items()}
COMMITTED = PROJECT / "seeds" / ".schema"
LOOSER = (rules.DATE_EXISTS, rules.WORD_IS_CURRENT)
"""The year 0000, and words of before, which are understood."""

CASES = [
    pytest.param(case, id=f"{file.stem}: {case['title']}")
    for file in rule_files()
    for case in cases_in(file)
    if rules.RULES[file.stem].stage
    is not Stage.BUILDING  # on the settings of an engine, which no schema of ours is for
]

Place = tuple[str | int, ...]
"""The record of a file in which a mistake is: `()` where the file is one record."""


@pytest.mark.parametrize("case", CASES)
def test_editor_and_checker_agree(case: dict[str, Any]) -> None:
    """Record by record. What the checker says of `LOOSER` is to the editor a matter of shape."""
    documents, found_reading = reading.parse(changed(case))
    found = validating.validate(documents)[1]
    # The editor's parser has its own words for what cannot be read; a file with a wrong name is not looked into.
    left_out = {each.span.path for each in found_reading} | {
        each.span.path for each in found if each.message.startswith("the name of this ")
    }
    for path, node in documents.trees.items():
        file = seed_file(path)
        assert file is not None, path
        if path not in left_out:
            broken = {rule: set(records_told(file, node, found, rule)) for rule in (*SHAPE_RULES, *LOOSER)}
            told = set().union(*(broken[rule] for rule in SHAPE_RULES))
            refused = set(records_refused(file, documents.files[path]))
            assert told <= refused <= told.union(*(broken[rule] for rule in LOOSER)), path


def records_told(file: SeedFile, node: tree.Node, found: Iterable[Diagnostic], rule: Rule) -> Iterator[Place]:
    for each in found:
        if each.rule is rule and each.span.path == node.span.path:
            yield record_at(file, node, each.span)


def records_refused(file: SeedFile, text: SourceFile) -> Iterator[Place]:
    depth = 1 if file.is_list else 2 if file.sections else 0
    for error in VALIDATORS[file.name].iter_errors(as_an_editor(text.text)):
        yield tuple(error.absolute_path)[:depth]


def record_at(file: SeedFile, root: tree.Node, span: Span) -> Place:
    """The record in which a place lies: the items of a list, or those of the lists of a mapping of lists."""
    match root:
        case tree.Sequence(items=items) if file.is_list:
            return next(((index,) for index, item in enumerate(items) if holds(item, span)), ())
        case tree.Mapping(items=pairs) if file.sections:
            for key, value in pairs:
                for index, item in enumerate(value.items if isinstance(value, tree.Sequence) else ()):
                    if holds(item, span):
                        return (str(key.text), index)
                if holds(value, span):
                    return (str(key.text),)
    return ()


def holds(node: tree.Node, span: Span) -> bool:
    at = (span.line, span.column)
    return (node.span.line, node.span.column) <= at <= (node.span.end_line, node.span.end_column)


def as_an_editor(text: str) -> Any:
    return _value(yaml.compose(text, Loader=yaml.SafeLoader))


def _value(node: yaml.Node | None) -> Any:
    match node:
        case yaml.MappingNode(value=pairs):
            return {key.value: _value(value) for key, value in pairs}
        case yaml.SequenceNode(value=items):
            return [_value(item) for item in items]
        case yaml.ScalarNode(style=None, value=text):
            return _core_schema(text)
        case yaml.ScalarNode(value=text):
            return text
        case _:
            return None


def _core_schema(text: str) -> object:
    """A plain value of YAML 1.2."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text.lower() in ("true", "false") and (text.islower() or text.isupper() or text.istitle()):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


@pytest.mark.parametrize("root", [MINIMAL, PROJECT], ids=["minimal", "real"])
def test_an_editor_finds_no_mistake_in_good_seeds(root: Path) -> None:
    documents, _ = reading.read(root)
    for path in documents.trees:
        file = seed_file(path)
        assert file is not None
        assert not list(records_refused(file, documents.files[path])), path


def test_every_file_has_its_schema() -> None:
    assert seed_file("seeds/questions/losses.yaml") == next(file for file in FILES if file.name == "question")
    assert seed_file("seeds/articles/raid/source.txt") is None
    for name, schema in schemas(with_ids=True).items():
        Draft7Validator.check_schema(schema)
        assert schema["title"].startswith("seeds/"), name


def test_keys_and_words_are_explained() -> None:
    question = schemas()["question"]["definitions"]["Question"]["properties"]
    assert question["as-of"]["description"].startswith("Date of the status. Form: year-month-day")
    assert len(question["status"]["enum"]) == len(question["status"]["enumDescriptions"])
    kinds = schemas()["annotations"]["items"]["properties"]["kind"]
    assert "erratum" in kinds["enum"]
    assert all(kinds["enumDescriptions"])


def test_known_ids_are_offered_and_new_ones_are_no_mistake() -> None:
    known = {Ref(RecordType.SOURCE, "tass"): "TASS", Ref(RecordType.PARTY, "fsb"): "FSB"}
    offered = ids_schema(known)
    Draft7Validator.check_schema(offered)
    source = offered["definitions"]["source"]
    assert source["anyOf"][1] == {"enum": ["tass"], "enumDescriptions": ["TASS"]}
    assert Draft7Validator(source).is_valid("interfax-2024")
    assert not Draft7Validator(source).is_valid("In terfax")
    assert offered["definitions"]["record"]["anyOf"][1]["enum"] == ["party/fsb", "source/tass"]
    evidence = schemas(with_ids=True)["question"]["definitions"]["Evidence"]["properties"]
    assert evidence["source"]["$ref"] == "ids.schema.json#/definitions/source"


def test_the_committed_schemas_are_current() -> None:
    """Those of the shapes. The known ids may lag behind: an editor only offers them."""
    for name, schema in schemas(with_ids=True).items():
        written = json.loads((COMMITTED / f"{name}.schema.json").read_text("utf-8"))
        assert written == schema, "run: explainer schema --with-ids"
    assert (COMMITTED / "ids.schema.json").is_file()


def test_every_real_seed_names_its_schema() -> None:
    for path in reading.read(PROJECT)[0].trees:
        file = seed_file(path)
        assert file is not None
        first = (PROJECT / path).read_text("utf-8").split("\n", 1)[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found, f"{path}: run: explainer schema --modelines"
        assert ((PROJECT / path).parent / found[1]).resolve() == (COMMITTED / f"{file.name}.schema.json").resolve()


def test_vs_code_knows_every_file() -> None:
    settings = json.loads((PROJECT / ".vscode" / "settings.json").read_text("utf-8"))
    wanted = {f"seeds/.schema/{file.name}.schema.json": file.path.replace("<slug>", "*") for file in FILES}
    assert settings["yaml.schemas"] == wanted
    recommended = json.loads((PROJECT / ".vscode" / "extensions.json").read_text("utf-8"))["recommendations"]
    assert "redhat.vscode-yaml" in recommended
