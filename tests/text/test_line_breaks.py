"""What line breaks mean: prose that was wrapped flows, lists, verse, dialogue and rows keep their lines."""

import textwrap

import pytest

from explainer.text.line_breaks import are_kept, are_paragraphs

PROSE = (
    "The ferry across the Fen will stop on Monday, the company said, because the river is too low for its boats. The "
    "town council asks for a bus until the autumn, and the company says that it will pay for one half of that."
)
UKRAINIAN = (
    "Пором через річку зупиняють з понеділка, повідомила компанія, бо вода надто низька для її човнів. Міська рада "
    "просить пустити автобус до осені, а компанія каже, що заплатить за нього половину."
)

KEPT = {
    "numbers": "1. The operator blames fog.\n2. The union blames the company.\n- “We had no pilot,” it says.",
    "bullets": "• fog\n• wind",
    "dashes": "– Was it late?\n– It was late again.",
    "letters": "a) in rain\nb) in wind",
    "verse": "The ferry lies below the bridge\nAnd no one calls it in,\nThe river went its way\nAnd boats are thin",
    "speakers": f"Reporter: {PROSE}\nMayor: {PROSE}\nReporter: Thank you.",
    "rows": "Day\tCouncil\nMonday\t900",
    "by-line": "By Ink Penn\n5 May 2031",
    "japanese verse": "古池や\n蛙飛びこむ\n水の音",
    "list with a lead": "What is known so far:\n1. The ferry is late.\n2. The bridge is shut.",
}
FLOWING = {
    **{f"wrapped at {width}": textwrap.fill(PROSE, width) for width in (40, 60, 72, 79, 100)},
    "wrapped, Ukrainian": textwrap.fill(UKRAINIAN, 60),
    "one line": PROSE,
    "a number at the start of a line": textwrap.fill(PROSE.replace("town", "2. May"), 72),
    "a sentence a line": PROSE.replace(". The", ".\nThe"),
}
PARAGRAPHS = {
    "speech": f"Fellow citizens,\n{PROSE}\n{UKRAINIAN}\nThank you.",
    "with a headline": f"On the bridge\n\nFellow citizens,\n{PROSE}\n{PROSE}",
    "interview": f"Reporter: Why?\nMayor: {PROSE}\nReporter: Since when?\nMayor: {PROSE}",
}
NOT_PARAGRAPHS = {
    **{name: text for name, text in KEPT.items() if name != "speakers"},
    **FLOWING,
    "paragraphs with empty lines": f"{PROSE}\n\n{UKRAINIAN}\n\n{PROSE}",
    "wrapped paragraphs": f"{textwrap.fill(PROSE, 72)}\n\n{textwrap.fill(UKRAINIAN, 72)}",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_lines_are_kept(text: str) -> None:
    assert are_kept(text.split("\n"))


@pytest.mark.parametrize("text", FLOWING.values(), ids=FLOWING)
def test_prose_flows(text: str) -> None:
    assert not are_kept(text.split("\n"))


@pytest.mark.parametrize("text", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_a_paragraph_a_line(text: str) -> None:
    assert are_paragraphs(text)


@pytest.mark.parametrize("text", NOT_PARAGRAPHS.values(), ids=NOT_PARAGRAPHS)
def test_other_texts_have_no_paragraph_a_line(text: str) -> None:
    assert not are_paragraphs(text)
