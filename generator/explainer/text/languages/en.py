"""English."""

import re

from explainer.text.languages.words import Language, pattern, words

LANGUAGE = Language(
    negations=words(
        "not no never none nobody nothing nowhere nor neither without cannot can't won't n't denied denies deny "
        "denying noone unable refused refuses refuse hardly barely lacked lacks lack"
    ),
    negating=("un", "in", "im", "ir", "il", "non", "non-", "dis", "anti-"),
    numbers=words(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds "
        "thousand thousands million millions billion billions trillion trillions dozen dozens half halves third "
        "thirds quarter quarters first second fourth fifth sixth seventh eighth ninth tenth once twice thrice "
        "percent"
    ),
    decimal=".",
    plain=words(
        "a an the this that these those and but or as at by for from in into of on to with he she it they we i "
        "you his her its their our my who what when where while after before if there here also then so both all "
        "some many most against about above across along although among another any around because been being "
        "below between beyond despite during each either even every few further had has have having how however "
        "indeed instead is it's just last later less like meanwhile more moreover much next now off once only "
        "other others over per perhaps same several shortly since soon still such than though through throughout "
        "thus today together tomorrow too toward towards under until unlike up upon very was were whatever "
        "whether which whoever whom whose why within yesterday yet your earlier according are be do does did "
        "somebody someone something somewhere anybody anyone anything everybody everyone everything always often "
        "sometimes again almost already"
    ),
    absent=re.compile(
        r"\b(?:nobody|no[ -]one|none|only one|the only|the first (?:to|who|time|ever|of its kind)"
        r"|for the first time)\b",
        re.IGNORECASE,
    ),
    seeker=pattern("we|our"),
    reported=re.compile(
        r"\b(?:sa(?:y|ys|id)|called|calls|wrote|writes|told|tells|report(?:s|ed)|claim(?:s|ed)|den(?:y|ies|ied)|thinks"
        r"|thought|according to)\b",
        re.IGNORECASE,
    ),
    ours=re.compile(r"\W*We\b"),
)
