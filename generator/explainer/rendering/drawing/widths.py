"""How wide a text will be, without the face at hand: the widths of our sans, semibold, rounded up.

Regular is narrower, so labels never get less room than they need.
"""

_WIDTHS = {
    0.2: " \xa0\u202f",
    0.3: "',.:;Iijl|¦·ÌÍÎÏìíîïıІЇіїј‘’‚′‹›",
    0.35: "!()-/[\\]f{}¡°•",
    0.4: "rtª²³¹º",
    0.45: "*?sz®¿гѓѕґ",
    0.5: '"J_cvxy«»çýÿЈзстухэєўұ–“”„″',
    0.55: "#$+0123456789<=>EFLSTVXYZ^`aegko~¢£¤¥§¨¬¯±´¸ÈÉÊË×Ýàáâãäåèéêëòóôõö÷øЀЁЃЅЎГЕТУХавекочьяѐёќҐҰ",
    0.6: "ABCKPRbdhnpquµ¶ÀÁÂÃÄÅÇÞðñùúûüþЄЌАБВЗКРСЬЭЯбдийлнпрцђћѝџ",
    0.65: "&DGßЛЧмъ",
    0.7: "HNOQUÐÑÒÓÔÕÖØÙÚÛÜЂЍЏДИЙНОПЦ",
    0.75: "Mw©ЋМФЪжы",
    0.8: "W¼æфшщюљњ—",
    0.85: "%m½¾ÆœЫ",
    0.9: "@ŒЖШ",
    0.95: "ЉЊЩЮ",
}
_WIDTH_OF = {char: width for width, chars in _WIDTHS.items() for char in chars}
_UNKNOWN = 1.0
"""A character of another script: as wide as it is high."""


def width(text: str, size: float, spacing: float = 0) -> float:
    """Of one line at `size`; `spacing` is what is added to every letter, in parts of the size."""
    return sum(_WIDTH_OF.get(char, _UNKNOWN) + spacing for char in text) * size
