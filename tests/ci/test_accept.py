"""`explainer preview accept`: what is refused as an attack, what is left out, what is published."""

import zipfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from generator.adapters.cli import run
from generator.adapters.preview import archive, limits
from tests.ci import zips
from tests.projects import run_module


def accept(artifact: Path, out: Path, *options: str | Path) -> tuple[int, str]:
    """The exit code, and what was printed."""
    with redirect_stdout(StringIO()) as told, redirect_stderr(told):
        code = run(["--debug", "preview", "accept", *map(str, (artifact, out, *options))])
    return code, told.getvalue()


def _duplicated(path: Path) -> Path:
    with pytest.warns(UserWarning, match="Duplicate"):
        return _written(path, ("site/a.html", b"1"), ("site/a.html", b"2"))


def _written(path: Path, *entries: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("report.json", '{"version": 1}')
        for name, content in entries:
            written.writestr(name, content)
    return path


def _lying(path: Path) -> Path:
    """Says in its listing that a file is small."""
    _written(path, ("site/bomb.txt", b"0" * 3_000_000))
    content = path.read_bytes()
    path.write_bytes(content.replace((3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    return path


def _no_zip(path: Path) -> Path:
    path.write_bytes(b"PK\3\4 no zip")
    return path


ATTACKS: dict[str, Callable[[Path], Path]] = {
    "leads out": lambda path: zips.artifact(path, {"site/../../out.html": "x"}),
    "absolute": lambda path: zips.artifact(path, {"/tmp/out.html": "x"}),
    "drive": lambda path: zips.artifact(path, {"C:/out.html": "x"}),
    "backslash": lambda path: zips.artifact(path, {"site/..\\..\\out.html": "x"}),
    "link": lambda path: zips.special(path, "site/link.html", zips.LINK),
    "device": lambda path: zips.special(path, "site/device.html", zips.DEVICE),
    "capitals": lambda path: zips.artifact(path, {"site/a.html": "x", "site/A.html": "y"}),
    "twice": _duplicated,
    "file as folder": lambda path: zips.artifact(path, {"site/a.txt": "x", "site/a.txt/b.txt": "y"}),
    "deep": lambda path: zips.artifact(path, {"site/" + "a/" * 40 + "b.txt": "x"}),
    "long": lambda path: zips.artifact(path, {"site/" + "a" * 300 + ".txt": "x"}),
    "control": lambda path: zips.artifact(path, {"site/a\n::error::b.html": "x"}),
    "turned round": lambda path: zips.artifact(path, {"site/a\u202egnp.html": "x"}),
    "mark of a system": lambda path: zips.artifact(path, {"site/a|b.html": "x"}),
    "space at the end": lambda path: zips.artifact(path, {"site/a /b.html": "x"}),
    "folder of a device": lambda path: zips.artifact(path, {"site/aux/index.html": "x"}),
    "device name": lambda path: zips.artifact(path, {"site/CON.html": "x"}),
    "host's script": lambda path: zips.artifact(path, {"site/_worker.js": "x"}),
    "host's rules": lambda path: zips.artifact(path, {"site/_redirects": "/* https://evil.example 302"}),
    "hidden": lambda path: zips.artifact(path, {"site/.htaccess": "x"}),
    "large": lambda path: zips.artifact(path, {"site/a.txt": b"0" * (limits.FILE_BYTES + 1)}),
    "lying about its size": _lying,
    "no zip": _no_zip,
    "no report": lambda path: zips.artifact(path, {"site/index.html": zips.page()}, report=None),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_condemns_the_whole(attack: str, tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    path = ATTACKS[attack](inside / "artifact.zip")
    code, told = accept(path, inside / "out")
    assert code == 1, told
    assert told.startswith("refused: "), told
    assert not any(line.startswith("::") for line in told.splitlines())
    assert sorted(each.name for each in (inside / "out").iterdir()) == ["comment.md"]
    assert "No preview" in (inside / "out" / "comment.md").read_text("utf-8")
    assert [each.name for each in tmp_path.iterdir()] == ["inside"]


def test_what_an_attack_is_called(tmp_path: Path) -> None:
    """So that whoever did not mean one knows what to mend."""
    for name, said in {"link": "it is a link", "device": "neither a file", "capitals": "but for capitals"}.items():
        _, told = accept(ATTACKS[name](tmp_path / f"{name}.zip"), tmp_path / name)
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
    done = run_module("generator", "preview", "comment", tmp_path / "out", "--at", "https://p.example", cwd=tmp_path)
    assert "program.exe" in done.stdout
    assert "https://p.example/" in done.stdout


def test_only_the_scripts_of_the_main_branch(tmp_path: Path) -> None:
    main = tmp_path / "main"
    (main / "assets").mkdir(parents=True)
    (main / "assets" / "ours.js").write_text("1", encoding="utf-8")
    (main / "index.html").write_bytes(zips.page("<script>trusted()</script>"))
    path = zips.artifact(
        tmp_path / "a.zip",
        {"site/assets/ours.js": "2", "site/index.html": zips.page("<script>trusted()</script><script>evil()</script>")},
    )
    code, told = accept(path, tmp_path / "out", "--like", main)
    assert code == 0, told
    assert (tmp_path / "out/site/assets/ours.js").read_text("utf-8") == "1"
    assert "assets/ours.js: this script differs" in told
    assert "index.html: 1 of its inline scripts" in told


def test_the_folder_must_be_new(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    code, told = accept(zips.artifact(tmp_path / "a.zip", {}), tmp_path / "out")
    assert code == 2
    assert "is there already" in told
