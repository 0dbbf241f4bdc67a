"""In which direction words are read."""

import pytest

from explainer.text import directions


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("ur", "rtl"), ("ckb", "rtl"), ("yi", "rtl"), ("dv", "rtl"),
        ("ps", "rtl"), ("az-Arab", "rtl"), ("pa-Arab-PK", "rtl"), ("ku", "ltr"), ("ku-IQ", "rtl"), ("AR-EG", "rtl"),
        ("ar-Latn", "ltr"), ("uz-Cyrl", "ltr"), ("en", "ltr"), ("uk", "ltr"), ("ja", "ltr"),
        (None, "auto"), ("", "auto"),
    ],
)  # fmt: skip
def test_of_language(language: str | None, direction: str) -> None:
    assert directions.of_language(language) == direction


def test_words() -> None:
    assert directions.runs_against("Bridge (جسر)", "ltr") and directions.runs_against("גשר", "ltr")
    assert not directions.runs_against("Міст, “bridge” 12 ‘’", "ltr")
    assert directions.runs_against("جسر (A2)", "rtl") and directions.runs_against("Міст", "rtl")
    assert not directions.runs_against("جسر, “12” ٣٫٢", "rtl")
