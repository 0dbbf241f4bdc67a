"""How files are written, by every command: whole, all of a command or none, and never outside of the project.

`places` decides where a file may be written; `parts` writes a file beside the one that it replaces; `journal` lists
what a command changes, so that the next one can finish it or take it back; `changing` does a whole change, and
`steps` its parts, one way and back; `locking` lets one command at a time read, think and write; `alone` is for a
single file that lies in no project.
"""

from explainer.commands.files.writing.alone import write_alone
from explainer.commands.files.writing.changing import New, change, finish_interrupted, locked
from explainer.commands.files.writing.places import (
    NotEmptyError,
    NotWrittenError,
    base_of,
    present,
    refused,
    target_of,
    text_of,
)

__all__ = [
    "New",
    "NotEmptyError",
    "NotWrittenError",
    "base_of",
    "change",
    "finish_interrupted",
    "locked",
    "present",
    "refused",
    "target_of",
    "text_of",
    "write_alone",
]
