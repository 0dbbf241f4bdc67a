"""`explainer preview accept`: what is refused as an attack, what is left out, what is published."""

import warnings
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from explainer.commands.cli import run
from explainer.pull_requests import archive, limits
from tests.projects import run_module
from tests.pull_requests import hostile_archives, zips


def accept(artifact: Path, out: Path, *options: str | Path) -> tuple[int, str]:
    """The exit code, and what was printed."""
    with redirect_stdout(StringIO()) as told, redirect_stderr(told):
        code = run(["--debug", "preview", "accept", *map(str, (artifact, out, *options))])
    return code, told.getvalue()


def test_what_an_attack_is_called(tmp_path: Path) -> None:
    """So that whoever did not mean one knows what to mend."""
    for name, said in {
        "link": "it is a link",
        "device file": "neither a file",
        "capitals": "but for capitals",
        "one letter twice": "same name",
        "LZMA": "compressed in another way",
        "one over the other": "over one another",
        "a list that is too long": "list of files",
    }.items():
        with warnings.catch_warnings(action="ignore"):
            path = hostile_archives.CONDEMNED[name](tmp_path / f"{name}.zip")
        _, told = accept(path, tmp_path / name)
        assert said in told


def test_a_report_that_is_nested_too_deep(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("report.json", '{"version": 1, "diff": ' + "[" * 200_000 + "]" * 200_000 + "}")
    code, told = accept(tmp_path / "a.zip", tmp_path / "out")
    assert code == 1, told
    assert "not JSON" in told


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILES", 10)
    path = zips.artifact(tmp_path / "a.zip", {f"site/{number}.txt": "x" for number in range(20)})
    with pytest.raises(archive.HostileArchiveError):
        archive.read(path)


def test_all_files_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ALL_BYTES", 10_000)
    path = zips.artifact(tmp_path / "a.zip", {f"site/{number}.txt": b"0" * 3_000 for number in range(5)})
    with pytest.raises(archive.HostileArchiveError) as refused:
        archive.read(path)
    assert "all files together" in refused.value.refusals[0].reason


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    path = zips.artifact(
        tmp_path / "a.zip",
        {
            "site/index.html": zips.page(),
            "site/drawing.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
            "site/program.exe": "MZ",
            "site/no-picture.png": "<script>1</script>",
            "site/utf16.html": "<script>".encode("utf-16"),
            "site/assets/own.js": "document.title = 'ran'",
            "site/data.json": "{",
            "site/sitemap.xml": "<urlset/>",
            "site/name-without-ending": "x",
            "site/Über uns/index.html": zips.page(),
            "site/pictures/photo 1.png": b"\x89PNG\r\n\x1a\n",
            "else.txt": "x",
        },
    )
    code, told = accept(path, tmp_path / "out")
    assert code == 0, told
    refused = [line.split("\t")[0] for line in (tmp_path / "out" / "refused.txt").read_text("utf-8").splitlines()]
    assert sorted(refused) == [
        "assets/own.js", "data.json", "drawing.svg", "else.txt", "name-without-ending", "no-picture.png",
        "pictures/photo 1.png", "program.exe", "utf16.html", "Über uns/index.html",
    ]  # fmt: skip
    site = tmp_path / "out" / "site"
    assert sorted(each.name for each in site.iterdir()) == ["_headers", "index.html", "robots.txt"]
    assert "Disallow: /" in (site / "robots.txt").read_text("utf-8")
    page = (site / "index.html").read_text("utf-8")
    assert page.index("Content-Security-Policy") < page.index("<title>")
    assert "script-src 'none'" in page
    assert 'name="robots" content="noindex, nofollow"' in page
    done = run_module("explainer", "preview", "comment", tmp_path / "out", "--at", "https://p.example", cwd=tmp_path)
    assert "program.exe" in done.stdout
    assert "https://p.example/" in done.stdout


def test_only_the_scripts_of_the_main_branch(tmp_path: Path) -> None:
    main = tmp_path / "main"
    (main / "assets").mkdir(parents=True)
    (main / "assets" / "ours.js").write_text("1", encoding="utf-8")
    (main / "index.html").write_bytes(zips.page("<script>trusted()</script>"))
    path = zips.artifact(
        tmp_path / "a.zip",
        {
            "site/assets/ours.js": "2",
            "site/index.html": zips.page("<script>trusted()</script>"),
            "site/evil/index.html": zips.page("<script>trusted()</script><script>evil()</script>"),
        },
    )
    code, told = accept(path, tmp_path / "out", "--like", main)
    assert code == 0, told
    assert (tmp_path / "out/site/assets/ours.js").read_text("utf-8") == "1"
    assert "assets/ours.js: this script differs" in told
    assert "evil/index.html: it holds a script that is not, letter for letter, one of the main branch's" in told
    assert (tmp_path / "out/site/index.html").is_file()
    assert not (tmp_path / "out/site/evil").exists()


def test_the_folder_must_be_new(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("Mine.\n", encoding="utf-8")
    code, told = accept(zips.artifact(tmp_path / "a.zip", {}), tmp_path / "out")
    assert code == 2
    assert "is there already" in told
