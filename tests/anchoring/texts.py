"""Random texts for hypothesis: made of words that repeat, in several scripts, with marks and white space between."""

from hypothesis import strategies as st

_WORDS = (
    "the a no not said council Council U.S. can't Putin’s anti-Putin cross-border 234 1,234 77.5 -5 16:30 "
    "не село Курск Курска українська «да» état café cafe\u0301 Белгородскии\u0306 "
    "القرية אמר ไทย 国境 越えた 한국어 \u1112\u1161\u11ab 👩🏽‍🚀 🇺🇦🇷🇺 e\u0301\u0323 ﬁ ǅ İ ß"
)
MARKS = (*"“”\"'‘’«».,:;!?()-–—…/&*_", "\u00ad", "\u200b", "\u2060", "\u200d", "\u200c", "\u0301")
SPACES = (" ", "  ", "\n", "\r\n", "\n\n", "\t", "\u00a0", "\u202f", "\u3000", " \u200b", "\ufeff ")

words = st.sampled_from(_WORDS.split())
marks = st.sampled_from(MARKS)
spaces = st.sampled_from(SPACES)
pieces = st.one_of(words, words, spaces, spaces, marks, st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]))
texts = st.lists(pieces, min_size=1, max_size=40).map("".join)
"""Mostly words and spaces; sometimes any character at all."""
