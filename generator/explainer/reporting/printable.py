r"""Which characters may be printed as they are.

A text from a seed is printed into terminals and into the logs of build servers. Control characters
could move the cursor or recolour what follows, format characters could turn the direction of a line
round, and some sequences are commands to a build server wherever they stand in a line. All of them
are shown as escapes such as `\x1b` instead.
"""

import unicodedata

_UNPRINTABLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
# Commands that build servers take from anywhere in a line: `##[add-path]`, `##vso[task…]`.
_COMMANDS = ("##[", "##vso[")


def _shown(char: str) -> str:
    if char == "\t":
        return " "
    if unicodedata.category(char) not in _UNPRINTABLE:
        return char
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def printable(text: str) -> str:
    """`text` on one line, each character that a terminal or a log could act on as an escape."""
    shown = text if text.isprintable() else "".join(map(_shown, text))
    for command in _COMMANDS:
        shown = shown.replace(command, f"#\\{command[1:]}")
    return shown
