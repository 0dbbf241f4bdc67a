"""An entry of the list of sources, as a reader sees it."""

import re
from html import unescape
from typing import Any

import pytest

from generator.model.seeds import Source
from generator.rendering import bibliography
from generator.vocabulary import Reading


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"publisher": "a news agency, not named"}, "A news agency, not named, “Raid ends”, date not seen"),
        ({"publisher": "an outlet, not named"}, "An outlet, not named, “Raid ends”, date not seen"),
        ({"publisher": "my.ua"}, "my.ua, “Raid ends”, date not seen"),
        ({"title": "“Raid” ends, says “X”"}, "“‘Raid’ ends, says ‘X’”, date not seen"),
    ],
)
def test_entry(fields: dict[str, Any], shown: str) -> None:
    usual = {"id": "s", "type": "article-newspaper", "title": "Raid ends", "reading": Reading.ORIGINAL}
    source = Source(**(usual | fields))
    assert unescape(re.sub("<[^>]+>", "", bibliography.entry(source))) == shown
