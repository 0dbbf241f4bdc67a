"""What readers of an edition see of a text that is not translated, or whose original has changed since.

Names and lines carry marks (`model/marks`) into whatever they are put into; here the finished page has elements for
them, with the language of the words and their direction. Where no element can stand - in attributes, in the head of the
page, in data for programs - the words stand alone.
"""

import re
from dataclasses import replace

from markupsafe import Markup

from explainer.interface.dates_in_words import in_words
from explainer.model import marks
from explainer.model.editions import file_of
from explainer.model.fields import Stale, Untranslated
from explainer.model.stages import Asset, Linked, Page, SearchEntry
from explainer.rendering.author_pages import REFERENCE_PATH, RULES_PATH
from explainer.rendering.directed import spoken
from explainer.rendering.escape import filled
from explainer.rendering.speaker import Speaker

_ALONE = re.compile(r'="[^"]*"|<script\b(?:(?!<script\b).)*?</script>', re.DOTALL)
_LABEL = re.compile(rf"<(\w++)([^<>]*)>(?={marks.MARKED.pattern}</\1>)")
_DRAWN = re.compile(r"<svg\b(?:(?!<svg\b).)*?</svg>", re.DOTALL)


def shown(page: Page, linked: Linked) -> Page:
    """The page with its marks as elements, and with a line that tells of them; of the original, the page itself."""
    if linked.edition is None:
        return page
    front, end, body = page.markdown.partition("\n---\n")
    speaker, original = Speaker(linked), linked.edition.original
    body = _ALONE.sub(lambda match: marks.unmarked(match[0]), body)
    body = _DRAWN.sub(lambda match: _drawn(match[0], original), body)
    body = marks.unmarked(marks.MARKED.sub(lambda match: _element(match, speaker, original), body))
    own = file_of(page.seed, linked.edition.language) if page.seed else None
    seed = own if own in linked.seeds.files else page.seed
    if page.path in (RULES_PATH, REFERENCE_PATH):  # for authors, in English on every site
        body = f'<div lang="en" dir="ltr" markdown="1">\n\n{body}\n</div>\n'
    return replace(page, markdown=marks.unmarked(front) + end + _told(body, speaker), seed=seed)


def _drawn(svg: str, original: str) -> str:
    """A drawing: of its words, the element that holds nothing else says the language."""
    in_original = rf'<\1\2 lang="{original}">'
    return marks.unmarked(_LABEL.sub(lambda match: match.expand(in_original) if match[3] else match[0], svg))


def _element(match: re.Match[str], speaker: Speaker, original: str) -> str:
    is_untranslated, date, words = match.groups()
    if is_untranslated:
        return f'<span class="x-original"{spoken(original)}>{words}</span>'
    return f'<span class="x-older" title="{_since(speaker, marks.date_of(date))}">{words}</span>'


def _since(speaker: Speaker, date: str) -> str:
    return speaker.phrases.gettext(
        "Translated on %(date)s; the original has changed since.", date=in_words(speaker.words, date)
    )


def marked_blocks(printed: Markup, standing: Untranslated | Stale, speaker: Speaker) -> Markup:
    """A text of several paragraphs, with its language, or with what is to be known of its age."""
    match standing:
        case Untranslated(language=language):
            return filled('<div class="x-original"{} markdown="1">\n\n{}\n\n</div>', spoken(language), printed)
        case Stale(date=date):
            note = filled('<p class="x-older-note" markdown="1">{}</p>', _note(speaker, date))
            return filled('<div class="x-older" markdown="1">\n\n{}\n\n{}\n\n</div>', printed, note)


def marked_line(printed: Markup, standing: Untranslated | Stale, speaker: Speaker) -> Markup:
    """The same of a text within a line."""
    match standing:
        case Untranslated(language=language):
            return filled('<span class="x-original"{}>{}</span>', spoken(language), printed)
        case Stale(date=date):
            return filled(
                '<span class="x-older">{}</span> <small class="x-older-note">{}</small>', printed, _note(speaker, date)
            )


def _note(speaker: Speaker, date: str) -> Markup:
    return speaker.phrases.gettext("Translated on %(date)s; the original has changed since.", date=speaker.time(date))


def _told(body: str, speaker: Speaker) -> str:
    """The page with a line before all else that says what of it is not as it should be, where something is not."""
    said = []
    if 'class="x-original"' in body:
        said.append(
            speaker.phrases.gettext("Not all of this page is translated; the rest stands in the original’s language.")
        )
    if 'class="x-older"' in body:
        said.append(
            speaker.phrases.gettext("Some of its texts are older than the original; they say so and are marked.")
        )
    if not said:
        return body
    line = Markup(" ").join(said)
    return str(filled('<p class="x-edition-note" data-search-exclude markdown="1">{}</p>\n\n', line)) + body


def asset_unmarked(asset: Asset) -> Asset:
    return asset if isinstance(asset.content, bytes) else replace(asset, content=marks.unmarked(asset.content))


def entry_unmarked(entry: SearchEntry) -> SearchEntry:
    side = entry.side and replace(entry.side, name=marks.unmarked(entry.side.name))
    return replace(
        entry,
        title=marks.unmarked(entry.title),
        text=marks.unmarked(entry.text),
        also=tuple(map(marks.unmarked, entry.also)),
        mentions=tuple(map(marks.unmarked, entry.mentions)),
        side=side,
    )
