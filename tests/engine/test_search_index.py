"""What stands in the search index: texts as text, words in one form."""

import html
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from explainer.engine import search_index, search_words
from explainer.model.paths import Address
from explainer.model.stages import SearchEntry


@given(st.text(), st.text())
def test_a_record_is_text(title: str, text: str) -> None:
    entry = SearchEntry(Address("a.md", "x"), title, text)
    (document,) = search_index.documents([entry], {"a.md": "a/"})
    for shown, written in ((document["title"], title), (document["text"], text)):
        assert "<" not in shown and html.unescape(shown) == html.unescape(html.escape(written))


def test_folding_changes_no_markup_and_twice_is_once() -> None:
    shown = search_words.folded("<p>the council&#x27;s &lt;b&gt; &quot;n\u00adote&quot; п`ять ‘so’</p>")
    assert shown == '<p>the council’s &lt;b&gt; "note" п’ять ‘so’</p>'
    assert search_words.folded(shown) == shown


def test_an_index_of_another_kind_stays_one(tmp_path: Path) -> None:
    file = tmp_path / search_index.INDEX
    file.parent.mkdir()
    file.write_text('{"docs": []}')
    search_index.add(tmp_path, [], {})
    assert json.loads(file.read_text()) == {"docs": []}
