"""What `make lock` writes: names, versions and hashes, and nothing that tells where somebody's packages come from."""

import re
import tomllib

import pytest

from tests.projects import PROJECT

LOCKS = ("requirements.lock", "requirements-tests.lock", "requirements-properdocs.lock")
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]*==[0-9][0-9a-z.+!]*(?: ; [^/:\\]+)? \\")
_HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_path(lock: str) -> None:
    lines = (PROJECT / lock).read_text("utf-8").splitlines()
    assert len(lines) > 100
    for line in lines:
        assert _NAME.fullmatch(line) or _HASH.fullmatch(line), line


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    base, engines = project["project"]["dependencies"], project["project"]["optional-dependencies"]
    ours = base + groups["build"] + engines["mkdocs"]
    theirs = base + groups["dev"] + engines["mkdocs"] + engines["zensical"]
    others = base + groups["build"] + engines["properdocs"]
    for lock, wanted in zip(LOCKS, (ours, theirs, others), strict=True):
        locked = {line.split("==")[0] for line in (PROJECT / lock).read_text("utf-8").splitlines() if "==" in line}
        names = {re.split(r"[<>=!~ ]", requirement)[0].lower().replace(".", "-") for requirement in wanted}
        assert names <= locked, lock
