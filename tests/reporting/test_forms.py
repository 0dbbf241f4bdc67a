"""Diagnostics in each form that they are printed in."""

import json

import pytest

from explainer import reporting, rules
from explainer.diagnostics import Diagnostic, Remark
from explainer.source import SourceFile, Span

QUESTION = "title: Who held Tyotkino?\nstatus: disputd\nas-of: 2024-03-13\n"
ARTICLE = "A first line.\n" + "one two three " * 40 + "the passage" + " four five" * 40 + "\n"
FILES = {
    path: SourceFile(path, text)
    for path, text in {"seeds/questions/who.yaml": QUESTION, "seeds/articles/a/source.txt": ARTICLE}.items()
}


def at(path: str, words: str) -> Span:
    start = FILES[path].text.index(words)
    return FILES[path].span(start, start + len(words))


STATUS = Diagnostic(
    rules.VALUE_IS_ALLOWED, at("seeds/questions/who.yaml", "disputd"), "`disputd` is not a status", "write `disputed`"
)
TWICE = Diagnostic(
    rules.QUOTE_IS_UNIQUE,
    Span("seeds/articles/a/annotations.yaml", 3, 10, 3, 21),
    "“the passage” is there twice",
    "add `prefix: three`",
    (Remark("first here", at("seeds/articles/a/source.txt", "the passage")), Remark("a word\nmore")),
)
UNKNOWN = Diagnostic(rules.FILE_IS_KNOWN, Span("seeds/termz.yaml"), "`termz.yaml` is not read")
ALL = (STATUS, UNKNOWN, TWICE)


def test_text_shows_place_line_caret_remarks_and_fix() -> None:
    assert reporting.text(ALL, FILES) == (
        "seeds/articles/a/annotations.yaml  1 error\n"
        "\n"
        "seeds/articles/a/annotations.yaml:3:10: error: “the passage” is there twice [quote-is-unique]\n"
        "   = seeds/articles/a/source.txt:2:561: first here\n"
        "   2 | …one two three one two three the passage four five four five four five four five four five four f…\n"
        "     |                              ^^^^^^^^^^^\n"
        "   = a word\n"
        "   | more\n"
        "   = why: Nobody can tell which of the passages is meant.\n"
        "   = fix: add `prefix: three`\n"
        "\n"
        "seeds/questions/who.yaml  1 error\n"
        "\n"
        "seeds/questions/who.yaml:2:9: error: `disputd` is not a status [value-is-allowed]\n"
        " 2 | status: disputd\n"
        "   |         ^^^^^^^\n"
        "   = why: Readers meet each word with its printed definition; a new word would have none.\n"
        "   = fix: write `disputed`\n"
        "\n"
        "seeds/termz.yaml  1 warning\n"
        "\n"
        "seeds/termz.yaml:1:1: warning: `termz.yaml` is not read [file-is-known]\n"
        "   = why: A misspelt file name is silently left out of the site.\n"
        "   = fix: Rename or move the file, or take it out of `seeds`.\n"
        "\n"
        "2 errors, 1 warning in 3 files\n"
    )


def test_nothing_found_is_said() -> None:
    assert reporting.text((), {}) == "no mistakes found\n"


def test_carets_stand_under_wide_and_combining_characters() -> None:
    file = SourceFile("seeds/a.yaml", "x: 漢字é wrong")
    start = file.text.index("wrong")
    _, _, _, line, carets, *_ = reporting.text(
        [Diagnostic(rules.KEY_IS_KNOWN, file.span(start, start + 5), "m")], {file.path: file}
    ).splitlines()
    assert line == " 1 | x: 漢字é wrong"
    # Two columns for each of the two signs, none for the accent.
    assert carets == "   | " + " " * len("x: xxxxe ") + "^^^^^"


def test_colour_only_where_asked_for() -> None:
    coloured = reporting.text(ALL, FILES, colour=True)
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert "\x1b" not in reporting.text(ALL, FILES)


HOSTILE = "a\x1b[2J\r\n::error::b\n##[add-path]c ##vso[task.x]\u202e\u2028d\x85::warning::e"


@pytest.mark.parametrize("form", [reporting.text, reporting.github, reporting.json_document, reporting.step_summary])
def test_no_text_of_an_author_is_a_command(form: object) -> None:
    path = "seeds/a\x1b[1m,b:c%0A\n::error::.yaml"
    file = SourceFile(path, HOSTILE)
    found = Diagnostic(
        rules.KEY_IS_KNOWN, file.span(0, len(HOSTILE)), HOSTILE, HOSTILE, (Remark(HOSTILE, file.span(3, 9)),)
    )
    assert callable(form)
    told = form([found], {path: file})
    assert not set("\x1b\r\x85\u202e\u2028") & set(told)
    assert "##[" not in told and "##vso[" not in told
    commands = [line for line in told.split("\n") if line.strip().startswith("::")]
    assert len(commands) == (1 if form is reporting.github else 0)


def test_github_puts_the_worst_first_and_escapes() -> None:
    odd = Diagnostic(rules.KEY_IS_KNOWN, Span("seeds/a,b:c%.yaml", 1, 2, 2, 3), "100% of\nit", "mend")
    lines = reporting.github([UNKNOWN, odd], {}).splitlines()
    assert lines == [
        "::error file=seeds/a%2Cb%3Ac%25.yaml,line=1,col=2,endLine=2,title=key-is-known::100%25 of%0Ait%0Afix: mend",
        (
            "::warning file=seeds/termz.yaml,line=1,col=1,endLine=1,endColumn=1,title=file-is-known::"
            "`termz.yaml` is not read%0Afix: Rename or move the file, or take it out of `seeds`."
        ),
        "1 error, 1 warning in 2 files",
    ]


def test_github_says_where_the_rest_is() -> None:
    many = [Diagnostic(rules.KEY_IS_KNOWN, Span("seeds/a.yaml", line), "m") for line in range(1, 12)]
    assert "::notice title=explainer::GitHub shows 10 errors" in reporting.github(many, {})
    assert "::notice" not in reporting.github(many[:10], {})


def test_the_step_summary_is_text_that_markdown_leaves_alone() -> None:
    found = Diagnostic(rules.KEY_IS_KNOWN, Span("seeds/a.yaml"), "</pre><img src=x> *b*")
    told = reporting.step_summary([found], {})
    assert told.startswith("### explainer: 1 error in 1 file\n\n<pre>")
    assert "&lt;/pre&gt;&lt;img src=x&gt; *b*" in told


def test_the_step_summary_is_one_that_github_takes() -> None:
    """Of texts that take most bytes when they are escaped."""
    many = [Diagnostic(rules.KEY_IS_KNOWN, Span("seeds/a.yaml", line), '“ж”&"' * 60) for line in range(1, 3_000)]
    told = reporting.step_summary(many, {})
    assert len(told.encode()) < 1_000_000
    assert told.endswith("… the log of the step has the rest\n</pre>\n")


def test_json_has_every_field() -> None:
    document = json.loads(reporting.json_document(ALL, FILES))
    assert (document["version"], document["errors"], document["warnings"]) == (1, 2, 1)
    first, second, _ = document["diagnostics"]
    assert first["remarks"][0] == {
        "message": "first here",
        "path": "seeds/articles/a/source.txt",
        "line": 2,
        "column": 561,
        "end_line": 2,
        "end_column": 572,
    }
    assert first["remarks"][1] == {"message": "a word\nmore"}
    assert second == {
        "rule": "value-is-allowed",
        "severity": "error",
        "stage": "validating",
        "path": "seeds/questions/who.yaml",
        "line": 2,
        "column": 9,
        "end_line": 2,
        "end_column": 16,
        "message": "`disputd` is not a status",
        "fix": "write `disputed`",
        "remarks": [],
    }


def test_paths_from_another_folder() -> None:
    diagnostics, files = reporting.relocated("sites/one/", [TWICE], FILES)
    told = reporting.text(diagnostics, files)
    assert "sites/one/seeds/articles/a/annotations.yaml:3:10: error" in told
    assert "sites/one/seeds/articles/a/source.txt:2:561: first here" in told
    assert "the passage four" in told
