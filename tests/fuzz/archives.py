"""Random artifacts for `explainer preview accept`: hostile parts put together, and bytes changed afterwards."""

import io
import json
import random
import tempfile
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from explainer.commands.cli import run
from tests.pull_requests import github, hostile_archives, hostile_bodies, zips

_ENDINGS = (".html", ".HTML", ".js", ".css", ".txt", ".json", ".svg", ".png", ".woff2", ".xml", "")
_PARTS = [
    *hostile_bodies.LEFT_OUT.values(),
    hostile_bodies.OURS,
    "<p>Words</p>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    '"',
    ">",
]
NAMES = [*hostile_archives.NAMES.values(), "site/index.html", "site/a/b.html", "site/assets/ours.js"]
_TRUSTED_SOURCES = ("assets/ours.js",)


def inputs(seed: int) -> Iterator[bytes]:
    """Three artifacts: one of random parts, the same with bytes changed, and the same with its end cut and moved."""
    dice = random.Random(seed)
    sound = _archive(dice)
    yield sound
    changed = bytearray(sound)
    for _ in range(dice.randrange(1, 20)):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    yield bytes(changed)
    place = dice.randrange(len(sound))
    yield sound[:place] + sound[place + dice.randrange(40) :] + sound[: dice.randrange(100)]


def check(artifact: bytes) -> None:
    """Fails where the command ends with a traceback, writes beside its folder, or publishes a stranger's script."""
    with tempfile.TemporaryDirectory() as folder:
        inside = Path(folder) / "inside"
        inside.mkdir()
        (inside / "artifact.zip").write_bytes(artifact)
        main = hostile_archives.main_site(inside / "main")
        out = inside / "out"
        command = ["--debug", "preview", "accept", str(inside / "artifact.zip"), str(out), "--like", str(main)]
        with redirect_stdout(io.StringIO()) as told, redirect_stderr(told):
            code = run(command)
        assert code in (0, 1), told.getvalue()
        assert sorted(each.name for each in inside.iterdir()) == ["artifact.zip", "main", "out"]
        assert [each.name for each in Path(folder).iterdir()] == ["inside"]
        for path in out.rglob("*"):
            if path.is_file() and path.parent != out:
                _is_harmless(path.relative_to(out / "site").as_posix(), path.read_bytes(), main)
        with redirect_stdout(io.StringIO()) as told, redirect_stderr(told):
            assert run(["--debug", "preview", "comment", str(out)]) == 0, told.getvalue()
        github.nothing_hides_what_follows(told.getvalue())


def _is_harmless(name: str, content: bytes, main: Path) -> None:
    if name in ("robots.txt", "_headers"):
        return
    assert name == name.rpartition(".")[0] + "." + name.rpartition(".")[2].lower()
    if name.endswith((".js", ".txt")):
        assert content == (main / name).read_bytes(), name
    elif name.endswith(".css"):
        assert content.startswith(b"@charset"), name
    elif name.endswith(".html"):
        _has_scripts_of_ours_alone(content.decode())
    else:
        assert name.endswith((".json", ".png", ".woff2")), name


def _has_scripts_of_ours_alone(page: str) -> None:
    """As a browser reads it: what is no data is the main branch's."""
    for node in LexborHTMLParser(page).css("script"):
        if str(node.attributes.get("type", "")).endswith("json"):
            assert "src" not in node.attributes, node.html
        elif "src" in node.attributes:
            assert str(node.attributes["src"]).endswith(_TRUSTED_SOURCES), node.html
        else:
            assert node.text().startswith("trusted(new URL("), node.html


def _archive(dice: random.Random) -> bytes:
    written = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        diff = "".join(
            dice.choice(["@</b>x", "<details>", "</details>", "\n\n", "`", "#</b>1", "- ", "> ", "word "])
            for _ in range(20)
        )
        archive.writestr("report.json", json.dumps({**zips.REPORT, "diff": diff}))
        for number in range(dice.randrange(1, 6)):
            name = f"site/{number}{dice.choice(_ENDINGS)}" if dice.random() < 0.9 else dice.choice(NAMES)
            body = "".join(dice.choice(_PARTS) for _ in range(dice.randrange(1, 4)))
            raw = zips.page(body) if dice.random() < 0.8 else body.encode()
            method = zipfile.ZIP_LZMA if dice.random() < 0.02 else zipfile.ZIP_DEFLATED
            archive.writestr(name, raw, method)
    return written.getvalue()
