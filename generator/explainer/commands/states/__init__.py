"""A state of the seeds, by the name that somebody gives it: a folder, an archive, or a git revision.

Whatever it is, it is read into memory, bounded, and never unpacked: nothing of it reaches the disk or is run.
"""

from pathlib import Path

from explainer.commands.states.archive import is_archive, read_archive
from explainer.commands.states.bounds import LARGEST_FILE, State, StateError
from explainer.commands.states.revision import published, read_revision
from explainer.reading import scan

__all__ = ["State", "StateError", "read_published", "read_state"]


def read_state(name: str, root: Path) -> State:
    """The state that is called `name`; revisions are those of the repository around `root`. Raises StateError."""
    path = Path(name)
    if (path / "seeds").is_dir():
        contents, _ = scan(path, LARGEST_FILE)
        return State(name, contents, folder=name)
    if path.is_file() and is_archive(path):
        return State(name, read_archive(path))
    try:
        return State(name, read_revision(name, root))
    except StateError as error:
        if path.is_dir():
            raise StateError(f"the folder `{name}` has no folder `seeds` in it") from error
        if path.exists():
            raise StateError(
                f"`{name}` is not an archive that can be read: name a .zip, .tar or .tar.gz file"
            ) from error
        raise


def read_published(root: Path) -> State:
    """What is published, as far as the repository knows: where the work of this branch began. Raises StateError."""
    name, revision = published(root)
    return State(f"the merge base with {name} ({revision[:10]})", read_revision(revision, root))
