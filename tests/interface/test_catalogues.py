"""Every catalogue is whole: `make check` says the same, and which message it is."""

from pathlib import Path

import pytest

from tests.messages import files
from tests.messages.extract import messages
from tests.messages.files import LANGUAGES, file_of, problems


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_missing_stale_or_broken(language: str) -> None:
    assert list(problems(language, messages())) == []


BROKEN = {
    "": "not translated: Glossary",
    "Glos*sar*": "could be markup: Glossary: Glos*sar*",
    "%(count)s Wörter": "other values: Glossary: %(count)s Wörter",
    " Glossar": "other spaces at the ends: Glossary:  Glossar",
}


@pytest.mark.parametrize("words", BROKEN)
def test_what_is_wrong_with_a_message_is_told(words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = file_of("de").read_text(encoding="utf-8").replace('"Glossar"', f'"{words}"', 1)
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    (tmp_path / "de.po").write_text(f'{text}\nmsgid "Old"\nmsgstr "Alt"\n', encoding="utf-8")
    assert list(problems("de", messages())) == [BROKEN[words], "stale: Old"]


def test_a_form_for_several_numbers_says_which(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In Ukrainian the first form is that of 1, 21 and 31."""
    text = file_of("uk").read_text(encoding="utf-8").replace("До %(count)s питання", "До питання", 1)
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    (tmp_path / "uk.po").write_text(text, encoding="utf-8")
    assert list(problems("uk", messages())) == ["does not say how many: See the question: До питання"]
