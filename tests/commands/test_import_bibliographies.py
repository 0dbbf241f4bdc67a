"""Bibliographies as programs and people write them: each value is in the source or in the comment above it."""

import json
import re
import shutil
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer import tree
from explainer.authoring import yaml_writing
from explainer.authoring.importing import FileForm, form_of, read_library, source_drafts
from explainer.authoring.importing.latex import decoded
from explainer.commands import cli
from explainer.model import csl
from explainer.reading.yaml_file import parse_yaml
from explainer.source import SourceFile
from tests.cases import HERE
from tests.projects import MINIMAL, PROJECT

CASES = HERE / "bibliographies"


def imported(text: str, form: FileForm) -> str:
    """What stands in `sources.yaml` afterwards, below what could not be read."""
    library = read_library(text, form)
    drafts = source_drafts(library.records, {}, "original").drafts
    return "".join(f"# left out: {line}\n" for line in library.problems) + yaml_writing.appended(
        "references:\n", "references", drafts
    )


def sources(written: str) -> list[dict[str, Any]]:
    node, found = parse_yaml(SourceFile("sources.yaml", written))
    assert node is not None
    assert not found, found
    plain = tree.plain(node)
    assert isinstance(plain, dict)
    listed = plain["references"]
    assert isinstance(listed, list)
    return listed


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.expected")))
def test_what_is_written_and_what_is_told(name: str) -> None:
    text = (CASES / name).read_text(encoding="utf-8-sig")
    form = form_of(name, text)
    assert form is not None
    assert form_of("-", text) is form, "the form is seen without a name"
    assert imported(text, form) == (CASES / f"{name}.expected").read_text().partition("\n")[2]


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("swedish", "sv"), ("portuguese", "pt"), ("brazilian", "pt-BR"), ("turkish", "tr"), ("arabic", "ar"),
        ("japanese", "ja"), ("ukrainian", "uk"), ("ngerman", "de"), ("naustrian", "de-AT"), ("Deutsch", "de"),
        ("ger", "de"), ("DEU", "de"), ("en_US", "en-US"), ("EN", "en"), ("українська", "uk"), ("magyar", "hu"),
        ("American English", "en-US"), ("eng; ger", None), ("Made Up", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", [FileForm.BIBTEX, FileForm.RIS, FileForm.CSL_JSON])
def test_a_language_has_one_tag_in_all_forms(written: str, tag: str | None, form: FileForm) -> None:
    text = {
        FileForm.BIBTEX: f"@online{{a, title = {{A}}, langid = {{{written}}}}}",
        FileForm.RIS: f"TY  - NEWS\nID  - a\nTI  - A\nLA  - {written}\nER  - \n",
        FileForm.CSL_JSON: json.dumps([{"id": "a", "title": "A", "language": written}]),
    }[form]
    written_file = imported(text, form)
    assert sources(written_file)[0].get("language") == tag
    assert tag or f"`{written}`" in written_file


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2030/11/25/", "2030-11-25"), ("20301125", "2030-11-25"), ("25 Nov 2030", "2030-11-25"),
        ("Nov 25, 2030", "2030-11-25"), ("2030 Nov 25", "2030-11-25"), ("2030/11/25-28", "2030-11-25/2030-11-28"),
        ("2030-11-25 - 2030-12-01", "2030-11-25/2030-12-01"), ("November 25, 2030 Monday", "2030-11-25"),
        ("Monday, 25 November 2030", "2030-11-25"), ("2030///", "2030"), ("2030/11//", "2030-11"),
        ("2030-00-00", "2030"), ("2030-11-00", "2030-11"), ("12-15 March 2031", "2031-03-12/2031-03-15"),
        ("March 12-15, 2031", "2031-03-12/2031-03-15"), ("July/August 2031", "2031-07/2031-08"),
        ("25/11/2030", "2030-11-25"), ("05/11/2030", None), ("11/25/30", None),
        ("Spring 2030", None), ("2030-31", None), ("Marvel 2030", None),
    ],
)  # fmt: skip
def test_dates_of_databases(given: str, date: str | None) -> None:
    written = imported(f"TY  - NEWS\nID  - a\nTI  - A\nDA  - {given}\nER  - \n", FileForm.RIS)
    assert sources(written)[0].get("issued") == date
    assert date or f"`{given}`" in written


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(MINIMAL, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


A = {"id": "a", "type": "speech", "title": "Evening briefing", "container-title": "Council", "issued": "2031-03-12"}


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        ({}, True),
        ({"title": "Evening Briefing"}, True),
        ({"author": [{"family": "Ember", "given": "Ruth"}]}, True),
        ({"issued": "2031-03"}, True),
        ({"issued": "2031-03-13"}, False),
        ({"container-title": "Friends"}, False),
        ({"title": "Morning briefing"}, False),
        ({"container-title": "", "issued": ""}, False),
        ({"language": "de"}, False),
        ({"URL": "https://example.org/other"}, False),
    ],
)
def test_two_entries_are_one_only_where_nothing_differs(other: dict[str, Any], is_same: bool) -> None:
    first = {**A, "URL": "https://example.org/a", "language": "en"} if other.keys() & {"URL", "language"} else A
    written = imported(json.dumps([first, {**first, "id": "b", **other}]), FileForm.CSL_JSON)
    assert len(sources(written)) == (1 if is_same else 2)
    assert ("may be the source `a`" in written) == ("container-title" in other and "issued" in other)


@pytest.mark.parametrize("field", ["author", "volume", "page", "DOI", "publisher"])
def test_what_tells_two_of_one_title_apart(field: str) -> None:
    both = [
        {**A, "id": id_, field: [{"literal": value}] if field == "author" else value} for id_, value in ("ax", "by")
    ]
    assert len(sources(imported(json.dumps(both), FileForm.CSL_JSON))) == 2


def test_an_address_tells_what_the_site_has_and_two_entries_of_one_file_are_two(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = [{**A, "URL": "https://example.org/a"}, {**A, "title": "Morning briefing", "URL": "https://example.org/a/"}]
    Path("two.json").write_text(json.dumps([{**item, "id": f"a{number}"} for number, item in enumerate(both)]))
    assert cli.run(["import", "two.json"]) == 0
    assert "The source `a0` has the same address" in capsys.readouterr().out
    Path("again.json").write_text(json.dumps([{**both[0], "title": "Evening briefing, with a new headline"}]))
    assert cli.run(["import", "again.json"]) == 0
    assert "is there already, as `a0`" in capsys.readouterr().out


def test_our_own_export_comes_back_whole(site: Path) -> None:
    before = (PROJECT / "seeds" / "sources.yaml").read_text()
    shutil.rmtree("seeds")
    shutil.copytree(PROJECT / "seeds", "seeds")
    assert cli.run(["export", "--format", "csl-json", "--output", "out.json"]) == 0
    Path("seeds/sources.yaml").write_text("references:\n")
    assert cli.run(["import", "out.json"]) == 0
    after = Path("seeds/sources.yaml").read_text()
    assert sources(after) == sources(before)
    assert "#" not in re.sub(r"\S#", "", after), "nothing is told, because nothing is lost"


EXACT = st.fixed_dictionaries(
    {"type": st.sampled_from(["webpage", "a type of ours"])},
    optional={
        "title": st.sampled_from(["A", "[A]", "a <b>b</b>", "[a] b]"]),
        "description": st.sampled_from(["A", "[A]", "a] b", "<i>"]),
        "issued": st.sampled_from(["0031", "2031-03~", "2031-03-12?", "2031%", "2031-03-12T10:20+01:00", "2031/2032~"]),
        "accessed": st.sampled_from(["2031-03-12", "2031-03-12T10:20Z", "2031-01/2031-02"]),
    },
)


@given(EXACT)
def test_what_csl_cannot_say_comes_back_exactly(source: dict[str, str]) -> None:
    said = {key: value for key, value in csl.said(source).items() if value}
    text = json.dumps([{"id": "a", **said, "custom": {**csl.inexact(source), "reading": "copy"}}])
    if source.keys() & {"title", "description"}:
        assert sources(imported(text, FileForm.CSL_JSON)) == [{"id": "a", **source, "reading": "copy"}]


def test_a_date_that_was_changed_since_is_not_undone() -> None:
    item = {"id": "a", "title": "A", "issued": {"date-parts": [[2032]]}, "custom": {"issued": "2031-03-12T10:20Z"}}
    assert sources(imported(json.dumps([item]), FileForm.CSL_JSON))[0]["issued"] == "2032"


MARK = "zq7word"  # found again wherever a value went
JUNK = st.text(st.sampled_from(" \n\t-#:?[]'\"|>&*!%@`,;.~^_$\u00a0\u2028\u0085“é漢\U0001f600a0"), max_size=12)
ODD = st.one_of(JUNK, st.text(max_size=12))  # half surrogates and characters of control too
LATEX = st.sampled_from(
    [
        "\\enquote{%s}",
        "\\href{https://e.example}{%s}",
        "\\url{%s}",
        "\\today %s",
        "\\odd[1]{%s}",
        "{\\'%s}",
        "$%s$",
        "\\'{%s",
    ]
)
NAMES_CSL = [
    "id", "type", "title", "author", "editor", "container-title", "publisher", "issued", "accessed", "URL", "DOI",
    "note", "language", "volume", "abstract", "custom", "citation-key", "made up", "description", "reading", "root",
]  # fmt: skip
NAMES_RIS = [
    "TI", "T1", "T2", "BT", "AU", "A1", "A2", "DA", "PY", "Y1", "Y2", "UR", "L1", "DO", "LA", "N1", "AB", "PB", "XX",
]  # fmt: skip
NAMES_BIB = [
    "title", "TITLE", "subtitle", "author", "editor", "journal", "booktitle", "publisher", "date", "year", "month",
    "day", "urldate", "url", "doi", "note", "howpublished", "langid", "language", "type", "id", "eprint", "file",
    "abstract",
]  # fmt: skip


def marked(junk: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(junk, junk).map(lambda around: f"{around[0]}{MARK}{around[1]}")


VALUES = st.recursive(
    marked(ODD),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=2),
        st.dictionaries(st.sampled_from(["family", "given", "literal", "raw", "date-parts", "x"]), inner, min_size=1),
    ),
    max_leaves=3,
)


@given(st.sampled_from(NAMES_CSL), VALUES)
def test_no_value_of_csl_is_lost(name: str, value: Any) -> None:
    item = {"id": "a", "title": "A", "type": "book", name: value}
    written = imported(json.dumps([item]), FileForm.CSL_JSON)
    assert len(sources(written)) == 1
    assert written.count(MARK) >= 1
    assert written.count(MARK) >= json.dumps(value).count(MARK)


@given(
    st.lists(st.tuples(st.sampled_from(NAMES_RIS), marked(JUNK.map(lambda text: " ".join(text.split())))), max_size=5)
)
def test_no_value_of_ris_is_lost(pairs: list[tuple[str, str]]) -> None:
    values = [(tag, value.replace(MARK, f"{MARK}{number}x")) for number, (tag, value) in enumerate(pairs)]
    text = "".join(["TY  - NEWS\n", *(f"{tag}  - {value}\n" for tag, value in values)])
    written = imported(text, FileForm.RIS)
    assert len(sources(written)) == 1
    assert [number for number in range(len(values)) if f"{MARK}{number}x" not in written] == []


@given(st.lists(st.tuples(st.sampled_from(NAMES_BIB), marked(JUNK), st.one_of(st.just("%s"), LATEX)), max_size=5))
def test_no_value_of_bibtex_is_lost(pairs: list[tuple[str, str, str]]) -> None:
    values = [
        (
            name,
            form.replace("%s", value.replace(MARK, f"{MARK}{number}x").replace("@", "")) + "}" * form.endswith("{%s"),
        )
        for number, (name, value, form) in enumerate(pairs)
    ]
    text = f"@online{{a,\n{''.join(f'{name} = {{{value}}},' for name, value in values)}\n}}"
    # A command for an accent puts it upon the mark: \'z is ź.
    written = imported(text, FileForm.BIBTEX)
    assert len(sources(written)) == 1
    bare = "".join(filter(str.isascii, unicodedata.normalize("NFD", written)))
    assert [number for number in range(len(values)) if f"{MARK}{number}x" not in bare] == []


@given(st.text(st.sampled_from("\\{}[]$%&~'`\"^abchref uilnoty*-\n"), max_size=60))
def test_no_command_of_latex_ends_an_import(text: str) -> None:
    assert MARK in decoded(f"{text} {MARK}").text
