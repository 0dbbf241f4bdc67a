"""Words for diagnostics: texts cut short, and values as an author would type them into YAML."""

import re

_PLAIN = re.compile(r"[^\W_][^\n]*\S|[^\W_]")
_NOT_PLAIN = re.compile(r": | #|:$|[\u00a0\u202f\u200b\u2060\ufeff]")
_OTHER_TYPES = re.compile(r"[\d.,:/+-]+|(?i:y|n|yes|no|on|off|true|false|null)")


def key_value(key: str, text: str) -> str:
    """A line of YAML in backticks: `quote: …`."""
    return f"`{yaml_line(key, text)}`"


def yaml_line(key: str, text: str) -> str:
    """A line of YAML: `quote: …`, in quotation marks where YAML needs them."""
    return f"{key}: {_value(text)}"


def _value(text: str) -> str:
    if _PLAIN.fullmatch(text) and not _NOT_PLAIN.search(text) and not _OTHER_TYPES.fullmatch(text):
        return text
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
