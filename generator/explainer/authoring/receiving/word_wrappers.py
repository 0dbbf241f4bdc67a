"""What stands around words in a document of Word, taken away, so that its reader finds the words.

mammoth 1.13 passes over elements that it does not know, with all that is in them; some of those hold words.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree as ET

from explainer.authoring.receiving.zipped import Zipped

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OPENED = frozenset(f"{_W}{name}" for name in ("dir", "bdo", "fldSimple"))
_BECOMES = {f"{_W}cr": f"{_W}br", f"{_W}ptab": f"{_W}tab"}
_WITH_WORDS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


def without_wrappers(file: BinaryIO, parts: Zipped) -> BinaryIO:
    """The document, written anew where it has such elements; readings above letters stand behind them, in brackets."""
    trees = {name: parts.tree(name) for name in _WITH_WORDS if name in parts.names}
    changed = {name: tree for name, tree in trees.items() if _open(tree)}
    if not changed:
        return file
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in sorted(parts.names):
            if name in changed:
                archive.writestr(name, ET.tostring(changed[name], "utf-8"))
            elif not name.startswith("word/media/"):  # pictures are not taken
                archive.writestr(name, parts.read(name))
    made.seek(0)
    return made


def _open(tree: ET.Element) -> bool:
    """Whether anything was opened."""
    found = False
    for parent in list(tree.iter()):
        if parent.tag in _BECOMES:
            parent.tag, found = _BECOMES[parent.tag], True
        while any(child.tag in _OPENED or child.tag == f"{_W}ruby" for child in parent):
            parent[:] = [inner for child in parent for inner in _inside(child)]
            found = True
    return found


def _inside(child: ET.Element) -> Iterator[ET.Element]:
    if child.tag in _OPENED:
        yield from child
    elif child.tag == f"{_W}ruby":  # it stands in a run, and its base is made of runs
        for run in (run for base in child.iter(f"{_W}rubyBase") for run in base.iter(f"{_W}r")):
            yield from (each for each in run if each.tag != f"{_W}rPr")
        reading = ET.Element(f"{_W}t")
        reading.text = "".join(each.text or "" for part in child.iter(f"{_W}rt") for each in part.iter(f"{_W}t"))
        if reading.text:
            reading.text = f"({reading.text})"
            yield reading
    else:
        yield child
