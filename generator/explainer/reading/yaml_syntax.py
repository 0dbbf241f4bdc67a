"""What a mistake in the syntax of YAML means, in words that an author can act on.

The parser's own sentences speak of tokens and simple keys. Each entry says what the author did and what to
write instead; whatever has no entry keeps the parser's words.
"""

import re

import yaml

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.source import SourceFile, Span

# No-break and zero-width spaces that become part of a plain value. The zero-width joiners are left out:
# they are part of how some scripts write their words.
_HIDDEN_SPACES = {
    "\u00a0": "no-break space",
    "\u2007": "figure space",
    "\u200b": "zero-width space",
    "\u202f": "narrow no-break space",
    "\u2060": "word joiner",
    "\ufeff": "zero-width no-break space",
}
HIDDEN_SPACE = re.compile(f"[{''.join(_HIDDEN_SPACES)}]")
_MERGE_MARK = re.compile(r"<{7} |={7}$|>{7} |\|{7}(?: |$)")

_QUOTE_IT = "Put the whole value in quotation marks, or write it as a block after `|`."

# (part of the parser's problem, part of its context, message, fix, whether the context's place is the better one)
_SENTENCES: tuple[tuple[str, str, str, str, bool], ...] = (
    ("unexpected end of stream", "quoted scalar", "this quotation mark is not closed",
     "Add the closing quotation mark.", True),
    ("unexpected document indicator", "quoted scalar", "this quotation mark is not closed",
     "Add the closing quotation mark.", True),
    ("unknown escape character", "",
     "a backslash in a text between double quotation marks needs a known letter after it",
     "Write `\\\\` for a backslash, or use single quotation marks.", False),
    ("hexdecimal", "", "a backslash and `x` or `u` need the number of a character after them",
     "Write `\\\\` for a backslash, or use single quotation marks.", False),
    ("invalid Unicode character escape", "", "no character has this number",
     "Write the character itself.", False),
    ("sequence entries are not allowed", "", "a list cannot begin on the line of its key",
     "Begin the list on the next line, or put a text that begins with `-` in quotation marks.", False),
    ("mapping keys are not allowed", "", "a `?` followed by a space cannot stand here",
     "Put the text in quotation marks.", False),
    ("could not find expected ':'", "simple key", "this line has no `key: value` with a space after the colon",
     "Write `key: value`; if the line goes on with the text above, indent it more than its key.", True),
    ("expected comment or line break", "block scalar", "text follows `|` or `>` on the same line",
     "Begin the text on the next line, indented.", False),
    ("indentation indicator", "", "a `0` cannot follow `|` or `>`", "Remove the digit.", False),
    ("alphabetic or numeric", "alias", "a value that begins with `*` would be an alias",
     "Put the value in quotation marks.", True),
    ("alphabetic or numeric", "anchor", "a value that begins with `&` would be an anchor",
     "Put the value in quotation marks.", True),
    ("undefined tag handle", "", "a value that begins with `!` would be a tag",
     "Put the value in quotation marks.", True),
    ("", "tag", "a value that begins with `!` would be a tag", "Put the value in quotation marks.", True),
    ("", "directive", "a line that begins with `%` would be an order to the parser",
     "Remove the line, or put the text in quotation marks.", True),
    ("incompatible YAML document", "", "a line that begins with `%` gives orders to the parser, which is not allowed",
     "Remove the line.", False),
    ("expected '-' indicator", "", "this line stands in a list, but does not begin with `- `",
     "Indent it like the other keys of its item; if it is an item of its own, begin it with `- `.", False),
    ("',' or ']'", "", "this `[` is not closed, or its items are not separated by commas",
     "Write `[one, two]`; a text that begins with `[` needs quotation marks.", True),
    ("',' or '}'", "", "this `{` is not closed, or its parts are not separated by commas",
     "Write `{key: value, key: value}`; a text that begins with `{` needs quotation marks.", True),
    ("maximum nesting depth", "", "this is nested more than 20 levels deep", "", False),
)  # fmt: skip


def syntax_mistake(file: SourceFile, error: yaml.YAMLError) -> Diagnostic:
    """The diagnostic for what stopped the parser."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Diagnostic(rules.YAML_PARSES, Span(file.path), "this file cannot be read as YAML")
    problem, context = error.problem or "", error.context or ""
    here = _offset(file, error.problem_mark)
    before = _offset(file, error.context_mark) if error.context_mark else here
    char = file.text[here : here + 1]
    line = file.line(file.line_and_column(before)[0])
    if _MERGE_MARK.match(line):
        message = f"the line `{line[:20].strip()}` was left here when two versions were merged"
        return Diagnostic(rules.YAML_PARSES, _at(file, before), message, "Choose one version, and remove the marks.")
    # The context of a list or mapping is where it begins; of everything else, what is wrong itself.
    number = file.line_and_column(here if "block" in context else before)[0]
    if "scalar" not in context and (hidden := HIDDEN_SPACE.search(file.line(number))):
        return hidden_space(file, file.offset(number, hidden.start() + 1), file.line(number).lstrip(" "))
    if char == "\t" or "tab character" in problem:
        return Diagnostic(rules.YAML_HAS_NO_TABS, _at(file, here), "a tab stands here")
    if "cannot start any token" in problem:
        return Diagnostic(rules.YAML_PARSES, _at(file, here), f"a value cannot begin with “{char}”", _QUOTE_IT)
    if "mapping values are not allowed" in problem:
        return _second_colon(file, here)
    if "did not find expected key" in problem or "<block end>" in problem:
        return _not_a_key(file, here)
    if "<document start>" in problem:
        return _after_the_end(file, here)
    if "node content" in problem:
        message = f"a value cannot begin with “{char}”" if char.strip() else "a value is missing here"
        return Diagnostic(rules.YAML_PARSES, _at(file, here), message, _QUOTE_IT)
    for in_problem, in_context, message, fix, at_context in _SENTENCES:
        if in_problem in problem and in_context in context:
            rule = rules.YAML_IS_SHALLOW if "nesting depth" in in_problem else rules.YAML_PARSES
            return Diagnostic(rule, _at(file, before if at_context else here), message, fix)
    said = " ".join(f"{context} {problem}".split()) or "no reason given"
    return Diagnostic(rules.YAML_PARSES, _at(file, here), f"the YAML parser stopped here: {said}")


def hidden_space(file: SourceFile, offset: int, around: str) -> Diagnostic:
    """The diagnostic for the no-break or zero-width space at `offset`, made visible in the words around it."""
    char = file.text[offset]
    shown = HIDDEN_SPACE.sub("␣", around[:60])
    message = f"a {_HIDDEN_SPACES[char]} (U+{ord(char):04X}) stands in `{shown}`, shown as ␣"
    return Diagnostic(rules.YAML_SPACES_ARE_PLAIN, file.span(offset, offset + 1), message)


def _second_colon(file: SourceFile, here: int) -> Diagnostic:
    """`note: Reuters: it says` on one line, or a line indented under a key that already has a value."""
    line, column = file.line_and_column(here)
    written = file.line(line)[: column - 1]
    if ": " in written.lstrip("- "):
        return Diagnostic(rules.YAML_PARSES, _at(file, here), "a second `: ` stands in this value", _QUOTE_IT)
    message = f"`{written.strip(' -')}:` would be a key, but the text above goes on into this line"
    above = next((file.line(number) for number in range(line - 1, 0, -1) if file.line(number).strip()), "")
    indent = len(above) - len(above.lstrip(" -"))
    if re.match(r"[ -]*\w[\w-]*: ", above) and len(written) - len(written.lstrip(" ")) > indent:
        fix = f"Give it as many spaces as the key above has, {indent}; if it is part of the text there, put that in "
        fix += "quotation marks."
    else:
        fix = "Indent it like the key it belongs beside; the line above needs a space after its colon."
    return Diagnostic(rules.YAML_PARSES, _at(file, here), message, fix)


def _not_a_key(file: SourceFile, here: int) -> Diagnostic:
    """Something after a closed quotation mark or bracket, or a line at an indentation that fits nothing above."""
    line, column = file.line_and_column(here)
    before = file.line(line)[: column - 1].rstrip()
    if file.text[here : here + 1] == ":":
        message, fix = "a key is missing before this colon", "Write the key, or put the text in quotation marks."
    elif before.endswith("'"):
        message = "the text ends at the quotation mark before this"
        fix = "Put the whole value between double quotation marks, or write '' for an apostrophe inside it."
    elif before.endswith('"'):
        message = "the text ends at the quotation mark before this"
        fix = 'Put the whole value between single quotation marks, or write \\" for a mark inside it.'
    elif before.endswith(("]", "}")):
        message = f"the value ends at the `{before[-1]}` before this"
        fix = _QUOTE_IT
    elif file.line(line)[column - 1 :].startswith("- "):
        message, fix = "a list begins here, among keys", "Indent it under its key, or give it a key."
    else:
        message = "this line is indented less than the lines that it follows, and more than those before"
        fix = "Give it the same indentation as the keys or the text that it belongs with."
    return Diagnostic(rules.YAML_PARSES, _at(file, here), message, fix)


def _after_the_end(file: SourceFile, here: int) -> Diagnostic:
    """A line that is indented less than the first one, or that follows a line `...`."""
    line, column = file.line_and_column(here)
    if any(file.line(number).startswith("...") for number in range(1, line)):
        message, fix = "nothing may stand after the end of the document", "Remove the line `...`."
    elif file.line(line)[column - 1 :].startswith("- "):
        message = "a list begins here, below keys that belong to no item of it"
        fix = "Begin the record above with `- ` too, with as many spaces before it as here."
    else:
        message = "this line is indented less than the first one of the file"
        fix = "Give both the same indentation; the first line of most files has none."
    return Diagnostic(rules.YAML_PARSES, _at(file, here), message, fix)


def _offset(file: SourceFile, mark: yaml.Mark) -> int:
    return min(mark.index, len(file.text))


def _at(file: SourceFile, offset: int) -> Span:
    if offset == len(file.text):  # the end of the file: point at the last character instead of past it
        offset = len(file.text.rstrip())
    return file.span(offset, min(offset + 1, len(file.text)))
