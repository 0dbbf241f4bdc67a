"""What an author is told when a quote cannot be anchored: the diagnostics of the four rules about quotes."""

from collections.abc import Callable

from explainer.anchoring.edges import cut, is_whole, widen
from explainer.anchoring.match import Match, Selector, find, folded_words
from explainer.anchoring.nearest import nearest
from explainer.anchoring.quoted import Quoted
from explainer.anchoring.select import describe, without_spaces
from explainer.anchoring.shown import ShownText
from explainer.anchoring.wording import key_value
from explainer.diagnostics import Diagnostic, Remark
from explainer.rules import QUOTE_IS_FOUND, QUOTE_IS_SHOWN, QUOTE_IS_UNIQUE, QUOTE_IS_WHOLE_WORDS
from explainer.text.differ import compare
from explainer.text.folded import Folded
from explainer.text.folding import fold
from explainer.text.shortening import without_middle
from explainer.text.word_edges import Cut

_PLACES = 6  # Places shown under one diagnostic.


def not_found(shown: ShownText, quoted: Quoted) -> Diagnostic:
    """The quote stands nowhere: the nearest passage, how it differs, and in what kind of thing."""
    span, quote = quoted.at("quote"), fold(quoted.selector.quote)
    if not quote.text.strip():
        return Diagnostic(QUOTE_IS_FOUND, span, "the quote holds only white space", "Quote words of the article.")
    match = _quotable(shown, nearest(shown.words, quote.text.strip()))
    said = f"`{without_middle(quote.written)}` is not in the article"
    if match is None or not _can_be_quoted(shown.passage, match):
        fix = "Copy the words from `source.txt`."
        return Diagnostic(QUOTE_IS_FOUND, span, f"{said}, and no passage is like it", fix)
    passage = shown.passage.written[match.start : match.end]
    comparison = compare(quote, fold(passage), shown.language)
    mend = f"if you mean that passage, {_mend(shown, quoted, match)}"
    return Diagnostic(
        QUOTE_IS_FOUND,
        span,
        f"{said}; the nearest passage differs in {' and '.join(map(str, comparison.kinds))}",
        f"Check the meaning first, it is not the same; {mend}." if comparison.is_loud else f"I{mend[1:]}.",
        (
            Remark(f"the nearest passage is `{without_middle(passage)}`", shown.span_of(match)),
            Remark(f"[-only in the quote-] {{+only in the article+}}: {comparison.diff}"),
        ),
    )


def neighbours_differ(shown: ShownText, quoted: Quoted, matches: tuple[Match, ...]) -> Diagnostic:
    """The quote stands at `matches`, but nowhere with its prefix and suffix."""
    passage, selector = shown.passage, quoted.selector
    quote = selector.quote
    prefix, suffix = without_middle(selector.prefix), without_middle(selector.suffix)
    prefix_fails = bool(prefix) and not find(passage, Selector(quote, prefix=selector.prefix))
    suffix_fails = bool(suffix) and not find(passage, Selector(quote, suffix=selector.suffix))
    if prefix_fails and suffix_fails:
        message = f"the quote is in the article, but not with `{prefix}` right before it, nor `{suffix}` right after it"
    elif prefix_fails:
        message = f"the quote is in the article, but not with `{prefix}` right before it"
    elif suffix_fails:
        message = f"the quote is in the article, but not with `{suffix}` right after it"
    else:
        message = f"no occurrence of the quote has both `{prefix}` right before it and `{suffix}` right after it"
    around = folded_words(selector.prefix), folded_words(selector.suffix)
    best = max(matches, key=lambda match: (_likeness(passage, match, *around), -match.start))
    if len(matches) == 1:
        keys = " and ".join(f"`{key}`" for key, text in (("prefix", prefix), ("suffix", suffix)) if text)
        fix = f"Check that the passage is the one you mean, and remove {keys}: the quote occurs once."
    else:
        fix = f"If you mean the one in line {shown.span_of(best).line}, {_mend(shown, quoted, best)}."
    return Diagnostic(
        QUOTE_IS_FOUND,
        quoted.at("suffix" if suffix_fails and not prefix_fails else "prefix"),
        message,
        fix,
        _remarks(shown, (best, *(match for match in matches if match != best)), lambda _: "the quote stands here"),
    )


def not_unique(shown: ShownText, quoted: Quoted, matches: tuple[Match, ...]) -> Diagnostic:
    """The quote stands at all `matches`: each with the prefix or suffix that tells it apart."""
    selector = quoted.selector
    times = "twice" if len(matches) == 2 else f"{len(matches)} times"
    keys = " and ".join(key for key, text in (("prefix", selector.prefix), ("suffix", selector.suffix)) if text)
    return Diagnostic(
        QUOTE_IS_UNIQUE,
        quoted.at("quote"),
        f"`{without_middle(selector.quote)}` stands in the article {times}" + (f" with this {keys}" if keys else ""),
        remarks=_remarks(shown, matches, lambda match: f"add {_neighbours(describe(shown.passage, match))} for this"),
    )


def not_whole_words(shown: ShownText, quoted: Quoted, matches: tuple[Match, ...]) -> Diagnostic:
    """The quote stands at `matches`, but each cuts a word or number."""
    passage, match = shown.passage, matches[0]
    starts_in, ends_in = cut(passage, match.start), cut(passage, match.end)
    wide = widen(passage, match)
    first, last = _token(passage, wide, match.start), _token(passage, wide, match.end)
    if starts_in and ends_in and first != last:
        how = f"begins inside {_the(starts_in)} `{first}` and ends inside {_the(ends_in)} `{last}`"
    elif starts_in and ends_in:
        how = f"is only a part of {_the(starts_in)} `{first}`"
    elif starts_in:
        how = f"begins inside {_the(starts_in)} `{first}`"
    else:
        how = f"ends inside {_the(ends_in)} `{last}`"
    return Diagnostic(
        QUOTE_IS_WHOLE_WORDS,
        quoted.at("quote"),
        f"`{without_middle(quoted.selector.quote)}` {how}",
        f"Quote the whole of it: {_mend(shown, quoted, wide)}." if _can_be_quoted(passage, wide) else "",
        _remarks(shown, matches, lambda _: "it stands here"),
    )


def in_furniture(shown: ShownText, quoted: Quoted, match: Match) -> Diagnostic:
    """The quote stands in the file (a match in `shown.file`), but not in the shown text alone."""
    start, end = shown.file.offsets(match.start, match.end)
    partly = any(block.start < end and start < block.end for block in shown.article.blocks)
    return Diagnostic(
        QUOTE_IS_SHOWN,
        quoted.at("quote"),
        f"`{without_middle(quoted.selector.quote)}` lies {'partly ' if partly else ''}in "
        f"{_furniture(shown, start, end)}, which is not shown",
        remarks=(Remark("it stands here", shown.span(start, end)),),
    )


def across_furniture(shown: ShownText, quoted: Quoted, match: Match) -> Diagnostic:
    """The quote stands at `match` in the shown text, but furniture lies in its middle."""
    start, end = shown.passage.offsets(match.start, match.end)
    return Diagnostic(
        QUOTE_IS_SHOWN,
        quoted.at("quote"),
        f"`{without_middle(quoted.selector.quote)}` runs across {_furniture(shown, start, end)}",
        "Quote the words on one side of the furniture.",
        (Remark("it stands here", shown.span(start, end)),),
    )


def _remarks(shown: ShownText, matches: tuple[Match, ...], say: Callable[[Match], str]) -> tuple[Remark, ...]:
    """A remark for each match, with the words around it; the last says how many more there are."""
    places = tuple(
        Remark(f"{say(match)}: {_around(shown.passage, match)}", shown.span_of(match)) for match in matches[:_PLACES]
    )
    more = len(matches) - len(places)
    return (*places, Remark(f"and in {more} more places")) if more else places


def _around(passage: Folded, match: Match) -> str:
    """A match with a few words on each side."""
    before = passage.written[max(0, match.start - 60) : match.start].split(" ")
    after = passage.written[match.end : match.end + 60].split(" ")
    words = without_middle(passage.written[match.start : match.end])
    return f"`… {' '.join(before[-4:])}{words}{' '.join(after[:4])} …`"


def _quotable(shown: ShownText, match: Match | None) -> Match | None:
    """The part of a passage that can be quoted: whole words, on one side of furniture that lies in its middle."""
    if match is None:
        return None
    inner = without_spaces(shown.passage, match)
    if inner.start == inner.end:
        return None
    whole = widen(shown.passage, inner)
    if not shown.runs_across_furniture(whole):
        return whole
    start, end = shown.passage.offsets(whole.start, whole.end)
    parts = ((max(start, block.start), min(end, block.end)) for block in shown.article.blocks)
    longest = max(parts, key=lambda part: part[1] - part[0])
    return Match(*shown.passage.indexes(*longest))


def _mend(shown: ShownText, quoted: Quoted, match: Match) -> str:
    """What to write, and what to remove, so that the quote lies at `match`, which can be quoted, and nowhere else."""
    passage, old = shown.passage, quoted.selector
    new = Selector(passage.written[match.start : match.end], old.prefix, old.suffix)
    if [each for each in find(passage, new) if is_whole(passage, each)] != [match]:
        new = describe(passage, match)
    keys = ("quote", "prefix", "suffix")
    lines = [
        key_value(key, getattr(new, key))
        for key in keys
        if getattr(new, key) and (key == "quote" or getattr(new, key) != getattr(old, key))
    ]
    if folded_words(old.quote) == folded_words(new.quote) and len(lines) > 1:
        del lines[0]
    removed = [f"`{key}`" for key in keys if getattr(old, key) and not getattr(new, key)]
    return f"write {' and '.join(lines)}" + (f" and remove {' and '.join(removed)}" if removed else "")


def _can_be_quoted(passage: Folded, match: Match) -> bool:
    """Whether a selector finds this place alone. None does where it begins with a mark upon a space, or the like."""
    return [each for each in find(passage, describe(passage, match)) if is_whole(passage, each)] == [match]


def _neighbours(selector: Selector) -> str:
    """The prefix and suffix of a selector as YAML."""
    keys = (("prefix", selector.prefix), ("suffix", selector.suffix))
    return " and ".join(key_value(key, text) for key, text in keys if text)


def _likeness(passage: Folded, match: Match, prefix: str, suffix: str) -> float:
    """How like the words around a match are to the prefix and suffix asked for, folded."""
    from rapidfuzz import fuzz  # here, because a site without a misquote never asks

    before = passage.text[max(0, match.start - len(prefix) - 1) : match.start].strip()
    after = passage.text[match.end : match.end + len(suffix) + 1].strip()
    return (fuzz.ratio(prefix, before) if prefix else 0.0) + (fuzz.ratio(suffix, after) if suffix else 0.0)


def _token(passage: Folded, wide: Match, index: int) -> str:
    """The word or number around an edge that cuts it."""
    start = end = index
    while start > wide.start and cut(passage, start):
        start -= 1
    while end < len(passage.text) and cut(passage, end):
        end += 1
    return passage.written[start:end]


def _the(unit: Cut | None) -> str:
    return f"the {unit}"


def _furniture(shown: ShownText, start: int, end: int) -> str:
    names = shown.furniture_names(start, end)
    return "the furniture" + "".join(f" `{name}`" for name in names[:1])
