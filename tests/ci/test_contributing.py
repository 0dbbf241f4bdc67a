"""What CONTRIBUTING.md names is there."""

import re

from tests.projects import PROJECT

TEXT = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


def test_every_path_exists() -> None:
    named = re.findall(r"(?<=`)(?:generator|tests|docs|\.ci)/[\w./-]*(?=`)|(?<=\]\()[\w./-]+(?=\))", TEXT)
    assert len(named) > 40
    assert [path for path in named if not (PROJECT / path).exists()] == []


def test_every_kind_of_extension_has_its_recipe() -> None:
    assert re.findall(r"^### … an? ([\w ]+)$", TEXT, re.MULTILINE) == [
        "rule", "kind of annotation", "type of record", "page", "word for readers", "message to authors", "language",
        "importer", "export", "engine",
    ]  # fmt: skip


def test_every_command_of_make_exists() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    assert {name for name in re.findall(r"\bmake ([a-z]+)", TEXT) if f"\n{name}:" not in makefile} == set()
