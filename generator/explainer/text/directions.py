"""In which direction a text is read: of a language, by its script (BCP 47, CLDR), or of the words themselves."""

import unicodedata

_SCRIPTS = (
    " adlm arab aran armi avst chrs cprt elym hatr hebr hung khar lydi mand mani mend merc mero narb nbat nkoo ougr "
    "orkh palm phli phlp phnx prti rohg samr sarb sogd sogo syrc syre syrj syrn thaa yezi "
)
_LANGUAGES = (
    " ae aii ajp apc ar arc arq ars ary arz avl az-ir azb bal bej bft bgn bqi brh ckb dv fa fa-af fia glk gwc haz he "
    "hnd hno iw ji khw ks ku-iq ku-ir lki lrc luz mby mde mfa mnj ms-cc mzn nqo ota pal pbt phl plk prd prs ps qxq rmt "
    "rhg sam scl sd sdh shu skr syc syr tks trw ttt ug ur uz-af wni xco xld xmn yi yud "
)
"""Written from right to left where nothing says in which script."""


def of_language(language: str | None) -> str:
    """What `dir` says of words in a language: `rtl`, `ltr`, or `auto` where the language is not told."""
    if not language:
        return "auto"
    main, *more = language.lower().replace("_", "-").split("-")
    script = next((part for part in more if len(part) == 4 and part.isalpha()), None)
    if script:
        return "rtl" if f" {script} " in _SCRIPTS else "ltr"
    known = [main, *(f"{main}-{part}" for part in more)]
    return "rtl" if any(f" {each} " in _LANGUAGES for each in known) else "ltr"


def runs_against(text: str, direction: str) -> bool:
    """Whether a text holds letters that are read in the other direction (bidirectional classes of Unicode)."""
    if direction == "rtl":
        return any(unicodedata.bidirectional(char) == "L" for char in text)
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text if char > "\u058f")
