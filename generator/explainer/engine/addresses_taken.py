"""A hand-written page must not stand where the generator puts a page: one of them would be lost."""

from collections.abc import Iterable


def taken(generated: Iterable[str], hand_written: Iterable[str]) -> list[str]:
    """The generated paths that a file of the docs folder holds already. `README.md` is a folder's `index.md`."""
    held = {_as_index(path) for path in hand_written}
    return [path for path in generated if path in held]


def message(path: str, docs: str) -> str:
    """What to say about one of them."""
    return f"`{docs}/{path}` stands where the generator puts a page; rename or remove it"


def _as_index(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}index.md" if name == "README.md" else path
