"""No character that is forbidden is overlooked: most of a file is passed over before one is looked for."""

import pytest

from explainer.reading.decoding import decode, first_control

CONTROLS = [chr(code) for code in (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))]
NONCHARACTERS = [
    *map(chr, range(0xFDD0, 0xFDF0)),
    *(chr(plane * 0x10000 + 0xFFFE) for plane in range(17)),
    "\U0010ffff",
]


@pytest.mark.parametrize("around", ["a", "ж\t", "’ “"])
@pytest.mark.parametrize("tabs", [True, False])
def test_each_character_that_no_page_can_show_is_found(around: str, *, tabs: bool) -> None:
    for char in CONTROLS + NONCHARACTERS:
        _, found = decode("a", f"{around}{char}{around}".encode(), tabs=tabs)
        assert [each.span.column for each in found] == [len(around) + 1], hex(ord(char))
        assert first_control(f"{around}{char}{around}") == char


def test_what_yaml_takes_for_a_line_break_is_found_in_yaml_alone() -> None:
    for char in "\u2028", "\u2029", "\r":
        assert len(decode("a", f"a{char}b".encode(), tabs=False)[1]) == 1
        assert decode("a", f"a{char}b".encode(), tabs=True)[1] == ()
    assert decode("a", b"a\r\nb\r\n", tabs=False)[1] == ()
    (found,) = decode("a", b"a\r\nb\rc\r\n", tabs=False)[1]
    assert str(found.span) == "a:2:2"


def test_every_other_character_may_stand() -> None:
    text = "".join(map(chr, (9, 10, *range(0x20, 0x7F), *range(0xA0, 0x2028), *range(0x202A, 0xD800), 0x1F600)))
    assert decode("a", text.encode(), tabs=False)[1] == ()
    assert first_control(text) is None
