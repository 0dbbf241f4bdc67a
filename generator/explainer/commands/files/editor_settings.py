"""Which schema VS Code takes for which file: the part of its settings that follows from the files of the seeds."""

import json
import re
from pathlib import Path

from explainer.model.files import FILES

PATH = ".vscode/settings.json"
_SCHEMAS = re.compile(r'^([ \t]*)"yaml\.schemas"\s*:\s*(\{[^{}]*\})', re.MULTILINE)


def with_schemas(text: str, folder: str) -> str:
    """The settings, naming the schemas in `folder` for every file of the seeds; all else stays as it was written.

    Settings that name no schemas, or that are not JSON there, are left alone.
    """
    found = _SCHEMAS.search(text)
    try:
        named = json.loads(found[2]) if found else None
    except json.JSONDecodeError:
        named = None
    if not found or not isinstance(named, dict):
        return text
    ours = {f"{folder}/{file.name}.schema.json": file.path.replace("<slug>", "*") for file in FILES}
    others = {path: files for path, files in named.items() if not path.startswith(f"{folder}/")}
    if named == {**ours, **others}:
        return text
    written = json.dumps({**ours, **others}, indent=2, ensure_ascii=False).replace("\n", f"\n{found[1]}")
    return text[: found.start(2)] + written + text[found.end(2) :]


def changed(root: Path, folder: str) -> dict[str, str]:
    """The settings of a project as they should be, by their path; nothing where they are, or where there are none."""
    path = root / PATH
    if not path.is_file():
        return {}
    text = path.read_text(encoding="utf-8")
    new = with_schemas(text, folder)
    return {PATH: new} if new != text else {}
