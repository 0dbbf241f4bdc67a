"""States of the seeds read from folders, archives and git: the same bytes from each, bounded, and nothing unpacked."""

import io
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.commands.states import StateError, bounds, read_published, read_state
from tests.cases import minimal_seeds
from tests.projects import MINIMAL
from tests.repositories import commit, git, tarred, zipped

SITE = b"title: A site\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    commit(folder, minimal_seeds())
    return folder


PACK: dict[str, Callable[[Path, dict[str, bytes], str], Path]] = {
    "site.zip": zipped, "site.tar": tarred, "site.tar.gz": tarred, "site.tgz": tarred,
}  # fmt: skip


@pytest.mark.parametrize("name", PACK)
@pytest.mark.parametrize("prefix", ["", "project-1.0/", "./"])
def test_an_archive_holds_what_the_folder_holds(name: str, prefix: str, tmp_path: Path) -> None:
    packed = PACK[name](tmp_path / name, {**minimal_seeds(), "README.md": b"Hello"}, prefix)
    assert read_state(str(packed), tmp_path).contents == minimal_seeds()
    assert read_state(str(MINIMAL), tmp_path).contents == minimal_seeds()


@pytest.mark.parametrize("name", PACK)
def test_paths_that_leave_the_archive_are_ignored(name: str, tmp_path: Path) -> None:
    escapes = ["../seeds/site.yaml", "/seeds/site.yaml", "seeds/../../seeds/x.yaml", "a\\..\\seeds/x.yaml"]
    packed = PACK[name](tmp_path / name, {"seeds/site.yaml": SITE, **dict.fromkeys(escapes, b"evil")}, "")
    before = sorted(tmp_path.rglob("*"))
    assert read_state(str(packed), tmp_path).contents == {"seeds/site.yaml": SITE}
    assert sorted(tmp_path.rglob("*")) == before


def test_links_in_archives_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        member = tarfile.TarInfo("seeds/site.yaml")
        member.size = len(SITE)
        archive.addfile(member, io.BytesIO(SITE))
        for kind, name in ((tarfile.SYMTYPE, "symbolic"), (tarfile.LNKTYPE, "hard"), (tarfile.FIFOTYPE, "pipe")):
            link = tarfile.TarInfo(f"seeds/{name}.yaml")
            link.type, link.linkname = kind, str(tmp_path / "secret")
            archive.addfile(link)
    assert read_state(str(tmp_path / "a.tar"), tmp_path).contents == {"seeds/site.yaml": SITE}
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("seeds/site.yaml", SITE)
        info = zipfile.ZipInfo("seeds/link.yaml")
        info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        packed.writestr(info, str(tmp_path / "secret"))
    assert read_state(str(tmp_path / "a.zip"), tmp_path).contents == {"seeds/site.yaml": SITE}


@pytest.mark.parametrize("name", PACK)
def test_a_bomb_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explainer.commands.states.bounds.LARGEST_STATE", 1_000_000)
    monkeypatch.setattr("explainer.commands.states.archive.LARGEST_STATE", 1_000_000)
    packed = PACK[name](tmp_path / name, {f"seeds/context/{n}.yaml": b" " * 300_000 for n in range(9)}, "")
    with pytest.raises(StateError, match=r"larger than|more than"):
        read_state(str(packed), tmp_path)
    elsewhere = PACK[name](tmp_path / f"b-{name}", {"seeds/site.yaml": SITE, "big.bin": b" " * 4_000_000}, "")
    if name == "site.zip":
        assert read_state(str(elsewhere), tmp_path).contents == {"seeds/site.yaml": SITE}
    else:
        with pytest.raises(StateError, match="more than"):
            read_state(str(elsewhere), tmp_path)


def test_one_large_file_is_read_only_as_far_as_it_takes_to_refuse_it(repository: Path, tmp_path: Path) -> None:
    large = {"seeds/context/large.yaml": b"#" * 6_000_000}
    packed = zipped(tmp_path / "a.zip", {**minimal_seeds(), **large})
    commit(repository, large)
    for state in (read_state(str(packed), tmp_path), read_state("HEAD", repository)):
        assert len(state.contents["seeds/context/large.yaml"]) == bounds.LARGEST_FILE


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.zip", b"PK\x03\x04 cut short", "cannot be read"),
        ("a.zip", b"", "cannot be read"),
        ("a.tar", b"\x00" * 100, "cannot be read"),
        ("a.tar.gz", b"\x1f\x8b\x08 no gzip", "cannot be read"),
        ("a.7z", b"7z", "is not an archive that can be read"),
    ],
)
def test_what_is_no_archive_is_said_to_be_none(name: str, content: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(StateError, match=told):
        read_state(str(tmp_path / name), tmp_path)


def test_an_archive_without_seeds_or_with_two(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="no folder `seeds`"):
        read_state(str(zipped(tmp_path / "a.zip", {"README.md": b""})), tmp_path)
    with pytest.raises(StateError, match="several folders"):
        read_state(str(zipped(tmp_path / "b.zip", {"a/seeds/site.yaml": SITE, "b/seeds/site.yaml": SITE})), tmp_path)
    inner = {"seeds/site.yaml": SITE, "tests/sites/minimal/seeds/site.yaml": b"other"}
    assert read_state(str(zipped(tmp_path / "c.zip", inner)), tmp_path).contents == {"seeds/site.yaml": SITE}


def test_a_revision_holds_what_was_committed(repository: Path) -> None:
    (repository / "seeds" / "site.yaml").write_bytes(SITE)
    assert read_state("HEAD", repository).contents == minimal_seeds()
    assert read_state(str(repository), repository).contents == {**minimal_seeds(), "seeds/site.yaml": SITE}


def test_a_revision_hides_nothing_behind_attributes_and_follows_no_links(repository: Path) -> None:
    (repository / ".gitattributes").write_text("seeds/questions/* export-ignore\nseeds/site.yaml filter=evil ident\n")
    (repository / "seeds" / "context" / "link.yaml").symlink_to("/etc/passwd")
    commit(repository, {})
    assert read_state("HEAD", repository).contents == minimal_seeds()


def test_a_project_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, {f"sites/one/{path}": content for path, content in minimal_seeds().items()})
    assert read_state("HEAD", tmp_path / "sites" / "one").contents == minimal_seeds()


@pytest.mark.parametrize("name", ["no-such-branch", "--output=x", "HEAD:seeds", "", "a b", "HEAD~99"])
def test_an_unknown_revision_is_one_sentence(name: str, repository: Path) -> None:
    with pytest.raises(StateError, match=r"^`.*` is neither a folder or archive with seeds nor a revision") as found:
        read_state(name, repository) if name else read_state("x", repository)
    assert "\n" not in str(found.value)


def test_a_revision_without_seeds(repository: Path) -> None:
    git(repository, "rm", "-r", "-q", "seeds")
    commit(repository, {"README.md": b""})
    with pytest.raises(StateError, match="has no folder `seeds`"):
        read_state("HEAD", repository)


def test_what_is_published_is_where_the_branch_began(repository: Path) -> None:
    git(repository, "switch", "-q", "-c", "work")
    commit(repository, {"seeds/site.yaml": SITE})
    git(repository, "switch", "-q", "main")
    commit(repository, {"seeds/glossary.yaml": b"[]\n"})
    git(repository, "switch", "-q", "work")
    found = read_published(repository)
    assert found.contents == minimal_seeds()
    assert found.name.startswith("the merge base with main (")


def test_without_a_main_branch_or_a_repository(repository: Path, tmp_path: Path) -> None:
    git(repository, "branch", "-m", "trunk")
    with pytest.raises(StateError, match="name the old state"):
        read_published(repository)
    with pytest.raises(StateError, match="name the old state"):
        read_published(tmp_path)
