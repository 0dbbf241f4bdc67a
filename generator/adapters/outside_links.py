"""A link in the docs folder must not put a file of somebody's machine on the site: a review shows only its name."""

from pathlib import Path


def leads_out(file: str | None, root: Path) -> bool:
    """Whether a file of the project is a link, or lies behind one, to something that is not in the project."""
    return file is not None and not Path(file).resolve().is_relative_to(root.resolve())


def told(path: str, docs: str) -> str:
    """What to say about one."""
    return f"`{docs}/{path}` is a link that leads out of the project, so it is left out"
