"""States of the minimal site, made at random from the edits of the cases."""

from typing import Any

from hypothesis import strategies as st

from tests.cases import HERE, cases_in, minimal_seeds

Edit = tuple[str, str, str]
"""A path, a text that stands there once, and what stands there instead."""


def all_edits() -> list[Edit]:
    cases = (case for file in sorted((HERE / "diff").glob("*.yaml")) for case in cases_in(file))
    states: list[dict[str, Any]] = [case.get(state, {}) for case in cases for state in ("old", "new")]
    found = [
        (path, old, new) for state in states for path, pairs in state.get("edit", {}).items() for old, new in pairs
    ]
    return list(dict.fromkeys(found))


def edited(edits: list[Edit]) -> dict[str, bytes]:
    """The minimal site with every edit whose place is still there."""
    seeds = dict(minimal_seeds())
    for path, old, new in edits:
        content = seeds[path].decode()
        if content.count(old) == 1:
            seeds[path] = content.replace(old, new).encode()
    return seeds


STATES = st.lists(st.sampled_from(all_edits()), max_size=6).map(edited)
