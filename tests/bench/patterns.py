"""Whether a regular expression of the program needs more than twice the time for twice the text.

python -m tests.bench.patterns

Of every expression of the package, compiled or written in a call of `re`, texts are made that it may be slow on: what
each of its repetitions takes, over and over, behind what it begins with, and before something that it does not take.
Each is tried with the methods that the code calls. Those that grow faster than the text are printed: exit code 1.
"""

import ast
import gc
import importlib
import pkgutil
import re
import signal
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from time import process_time
from types import FrameType, ModuleType
from typing import Any

import explainer

SHORT, LONG = 1_000, 16_000
"""Characters of the texts."""
SLOW, TOO_MANY_TIMES = 0.03, 4
"""Seconds below which nothing is compared, and how many times as long as in pieces is too long; quadratic is 16."""
HANGS = 3.0
WHOLE = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")
BEHIND = ("", "\0", "\n", "!", "a", " ")


@dataclass(frozen=True)
class Expression:
    """A regular expression, where it stands, and the methods that are called with it."""

    place: str
    pattern: "re.Pattern[Any]"
    methods: frozenset[str]


def expressions() -> Iterator[Expression]:
    for info in pkgutil.walk_packages(explainer.__path__, "explainer."):
        if info.name == "explainer.__main__":
            continue
        module = importlib.import_module(info.name)
        assert module.__file__ is not None
        yield from _of_module(module, ast.parse(Path(module.__file__).read_text(encoding="utf-8")))


def _of_module(module: ModuleType, code: ast.Module) -> Iterator[Expression]:
    called: dict[str, set[str]] = {}
    for node in ast.walk(code):
        if isinstance(node, ast.Attribute) and node.attr in WHOLE:
            called.setdefault(ast.unparse(node.value), set()).add(node.attr)
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WHOLE):
            continue
        if ast.unparse(node.func.value) == "re":
            try:
                given = [eval(ast.unparse(each), vars(module)) for each in (node.args[0], *_flags(node))]
            except NameError:
                print(f"not tried, for it is made of texts: {module.__name__}:{node.lineno} {ast.unparse(node)}")
                continue
            pattern = re.compile(*given)
            yield Expression(f"{module.__name__}:{node.lineno}", pattern, frozenset({node.func.attr}))
    for name, value in vars(module).items():
        for pattern in _within(value):
            yield Expression(f"{module.__name__}.{name}", pattern, frozenset(called.get(name) or {"search"}))


def _within(value: object) -> Iterator["re.Pattern[Any]"]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _within(each)


def _flags(call: ast.Call) -> list[ast.expr]:
    named = [each.value for each in call.keywords if each.arg == "flags"]
    given = [each for each in call.args[1:] if ast.unparse(each).startswith("re.")]
    return named or given


def texts(pattern: "re.Pattern[Any]", size: int) -> Iterator[Any]:
    """What an expression may be slow on, of about so many characters."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = parser.parse(source, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    pumps = {(before, pump) for few in (True, False) for before, pump in _pumps(tree, "", few) if pump}
    pumps |= {("", pump) for pump in ("a", " ", "\n", "1", "<", "(", "[", "{", '"', "a ", "a.", "1.", "-", "\\", "a=")}
    for (before, pump), behind in product(sorted(pumps), BEHIND):
        text = before + pump * (size // len(pump)) + behind
        yield text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")
        if before:
            text = (before + pump) * (size // len(before + pump)) + behind
            yield text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")


def _pumps(tree: Any, before: str, fewest: bool) -> Iterator[tuple[str, str]]:
    """What each repetition takes, behind what stands before it in the expression."""
    for operation, value in tree:
        if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            for example in _examples(value[2]):
                yield before, example
            yield from _pumps(value[2], before, fewest)
        elif operation is codes.SUBPATTERN:
            yield from _pumps(value[3], before, fewest)
        elif operation is codes.ATOMIC_GROUP:
            yield from _pumps(value, before, fewest)
        elif operation is codes.BRANCH:
            for branch in value[1]:
                yield from _pumps(branch, before, fewest)
        elif operation in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _pumps(value[1], before, fewest)
        before += _examples([(operation, value)], fewest=fewest)[0]


def _examples(tree: Any, *, fewest: bool = False) -> list[str]:
    """A few texts that a part of an expression takes; with `fewest`, what may be left out is left out."""
    made = [""]
    for operation, value in tree:
        choices = [""]
        if operation is codes.LITERAL:
            choices = [chr(value)]
        elif operation is codes.NOT_LITERAL:
            choices = ["a" if value != ord("a") else "b"]
        elif operation is codes.ANY:
            choices = ["a", " "]
        elif operation is codes.IN:
            choices = _of_class(value)
        elif operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            choices = [each * max(1, value[0]) for each in _examples(value[2], fewest=fewest)[:3]]
            choices = choices if value[0] else ["", *choices] if fewest else [*choices, ""]
        elif operation is codes.SUBPATTERN:
            choices = _examples(value[3], fewest=fewest)
        elif operation is codes.ATOMIC_GROUP:
            choices = _examples(value, fewest=fewest)
        elif operation is codes.BRANCH:
            choices = [each for branch in value[1] for each in _examples(branch, fewest=fewest)[:2]][:6]
        made = [text + choice for choice in choices for text in made][:6]
    return made


def _of_class(value: Any) -> list[str]:
    one = re.compile(f"[{''.join(_class(value))}]")
    usual = "a1 .-\n\t<\"'([{=_/&@#*é"
    return [char for char in usual if one.match(char)][:5] or [_first(value)]


def _class(value: Any) -> Iterator[str]:
    named = {
        codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_NOT_DIGIT: r"\D", codes.CATEGORY_SPACE: r"\s",
        codes.CATEGORY_NOT_SPACE: r"\S", codes.CATEGORY_WORD: r"\w", codes.CATEGORY_NOT_WORD: r"\W",
    }  # fmt: skip
    for operation, given in value:
        if operation is codes.NEGATE:
            yield "^"
        elif operation is codes.LITERAL:
            yield re.escape(chr(given))
        elif operation is codes.RANGE:
            yield f"{re.escape(chr(given[0]))}-{re.escape(chr(given[1]))}"
        elif operation is codes.CATEGORY:
            yield named[given]


def _first(value: Any) -> str:
    given = [each if op is codes.LITERAL else each[0] for op, each in value if op in (codes.LITERAL, codes.RANGE)]
    return chr(given[0]) if given else ""


def took(pattern: "re.Pattern[Any]", method: str, text: Any) -> float:
    """Seconds of CPU; those until it was stopped, where it hangs."""
    do = getattr(pattern, method)
    start = process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    try:
        if method in ("sub", "subn"):
            do("" if isinstance(text, str) else b"", text)
        elif method == "finditer":
            deque(do(text), 0)
        else:
            do(text)
    except TimeoutError:
        return HANGS * 1000
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return process_time() - start


def is_too_slow(pattern: "re.Pattern[Any]", method: str, short: Any, long: Any) -> bool:
    """Whether one long text takes many times as long as so many short ones of as many characters."""
    if took(pattern, method, long) < SLOW:
        return False
    in_pieces = sum(took(pattern, method, short) for _ in range(LONG // SHORT))
    return min(took(pattern, method, long) for _ in range(2)) > max(SLOW, TOO_MANY_TIMES * in_pieces)


def main() -> int:
    signal.signal(signal.SIGVTALRM, _stop)
    gc.disable()
    count, slow = 0, 0
    for each in expressions():
        for method in sorted(each.methods):
            count += 1
            pairs = zip(texts(each.pattern, SHORT), texts(each.pattern, LONG), strict=True)
            if found := next((short for short, long in pairs if is_too_slow(each.pattern, method, short, long)), None):
                slow += 1
                print(f"{each.place}.{method}: {each.pattern.pattern!r}")
                print(f"    on {found[:40]!r} … {found[-3:]!r}", flush=True)
    print(f"{count} regular expressions tried, {slow} grow faster than their text")
    return 1 if slow else 0


def _stop(signum: int, frame: FrameType | None) -> None:
    raise TimeoutError


if __name__ == "__main__":
    sys.exit(main())
