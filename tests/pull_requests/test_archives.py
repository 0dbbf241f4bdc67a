"""Every archive of `hostile_archives` through `explainer preview accept`: condemned, or published without its harm."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from explainer.pull_requests import acceptance, archive, limits
from explainer.pull_requests.scripts import Scripts, of_site
from tests.projects import run_module
from tests.pull_requests import hostile_archives as hostile
from tests.pull_requests import hostile_bodies as bodies
from tests.pull_requests import zips
from tests.pull_requests.test_accept import accept

HOME = {"site/index.html": zips.page(bodies.OURS)}


@pytest.fixture(scope="module")
def trusted(tmp_path_factory: pytest.TempPathFactory) -> Scripts:
    return of_site(hostile.main_site(tmp_path_factory.mktemp("main")))


def published(path: Path, files: Mapping[str, bytes | str], trusted: Scripts) -> tuple[dict[str, bytes], list[str]]:
    """The files of the accepted site, and the names of what was refused."""
    found = acceptance.accepted(archive.read(zips.artifact(path, files)), trusted)
    return dict(found.site), [refusal.name for refusal in found.refused]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("attack", hostile.CONDEMNED)
def test_condemned_as_a_whole(attack: str, tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    path = hostile.CONDEMNED[attack](inside / "artifact.zip")
    code, told = accept(path, inside / "out")
    assert code == 1, told
    assert told.startswith("refused: "), told
    assert not any(line.startswith("::") for line in told.splitlines())
    assert [each.name for each in (inside / "out").iterdir()] == ["comment.md"]
    assert "No preview" in (inside / "out" / "comment.md").read_text("utf-8")
    assert [each.name for each in tmp_path.iterdir()] == ["inside"]


@pytest.mark.parametrize("attack", hostile.LEFT_OUT)
def test_left_out_and_told(attack: str, tmp_path: Path, trusted: Scripts) -> None:
    files = hostile.LEFT_OUT[attack]
    site, refused = published(tmp_path / "a.zip", {**HOME, **files}, trusted)
    assert refused == [name.removeprefix("site/") for name in files]
    assert "index.html" in site
    for name, content in files.items():
        raw = content.encode() if isinstance(content, str) else content
        assert site.get(name.removeprefix("site/")) != raw


@pytest.mark.parametrize("attack", bodies.LEFT_OUT)
def test_a_page_is_left_out(attack: str, tmp_path: Path, trusted: Scripts) -> None:
    files = {**HOME, "site/x.html": zips.page(bodies.LEFT_OUT[attack])}
    site, refused = published(tmp_path / "a.zip", files, trusted)
    assert (refused, "x.html" in site, "index.html" in site) == (["x.html"], False, True)


@pytest.mark.parametrize("beginning", bodies.BEGINNINGS)
def test_a_page_that_begins_otherwise_is_left_out(beginning: str, tmp_path: Path, trusted: Scripts) -> None:
    files = {**HOME, "site/x.html": bodies.BEGINNINGS[beginning].encode()}
    site, refused = published(tmp_path / "a.zip", files, trusted)
    assert (refused, "x.html" in site) == (["x.html"], False)


@pytest.mark.parametrize("name", ["index.html", "a/index.html", "a/b/index.html", "a/b/c/d.html"])
def test_scripts_of_ours_stay_in_every_folder(name: str, tmp_path: Path, trusted: Scripts) -> None:
    """Also in folders that the main branch does not have: only the way to the root differs."""
    root = "/".join([".."] * name.count("/")) or "."
    page = (
        bodies.OURS.replace('URL(".', f'URL("{root}').replace('"base": "."', f'"base": "{root}"')
        .replace("assets/", f"{root}/assets/" if root != "." else "assets/")
    )  # fmt: skip
    more = '<script type="application/ld+json">{"a": "b"}</script><link rel="canonical" href="https://site.example/">'
    site, refused = published(tmp_path / "a.zip", {f"site/{name}": zips.page(page + more)}, trusted)
    assert refused == []
    policy = site["_headers"].decode()
    assert policy.count("'sha256-") == site[name].decode().count("'sha256-") == 1


def test_a_policy_of_the_page_itself_stays(tmp_path: Path, trusted: Scripts) -> None:
    """Ours comes first; a browser obeys both."""
    own = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; script-src 'sha256-x='\">"
    site, refused = published(tmp_path / "a.zip", {"site/x.html": zips.page(own)}, trusted)
    assert refused == []
    page = site["x.html"].decode()
    assert page.index("default-src 'none'") < page.index("default-src 'self'")


def test_a_text_is_the_main_branch_s(tmp_path: Path, trusted: Scripts) -> None:
    site, refused = published(tmp_path / "a.zip", {"site/assets/OFL.txt": "Another.", "site/x.txt": "x"}, trusted)
    assert (site["assets/OFL.txt"], refused) == (b"A licence.", ["assets/OFL.txt", "x.txt"])


BOUNDLESS = (
    "<script>",
    "<SCRIPT ",
    "<script src=",
    '<script src="a" src="a" ',
    "<article ",
    "<link ",
    '<meta name="',
    '<link rel="icon" ',
    "<!--",
    "<base",
    "</",
)
SIZE = limits.FILE_BYTES // 10


def test_any_page_is_judged_in_one_go(tmp_path: Path) -> None:
    """A tenth of the size that is allowed, none of its tags closed. In a process of its own: what takes a step more
    with every tag would not end before the test does.
    """
    pages = {f"site/x{number}.html": zips.page(part * (SIZE // len(part))) for number, part in enumerate(BOUNDLESS)}
    main = hostile.main_site(tmp_path / "main")
    artifact = zips.artifact(tmp_path / "a.zip", {**HOME, **pages})
    done = run_module("explainer", "preview", "accept", artifact, tmp_path / "out", "--like", main, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_known_scripts_in_great_number_are_judged_in_one_go(tmp_path: Path, trusted: Scripts) -> None:
    page = zips.page('<script>trusted(new URL(".",location))</script>' * 100_000)
    site, refused = published(tmp_path / "a.zip", {"site/x.html": page}, trusted)
    assert ("x.html" in site, refused) == (True, [])
