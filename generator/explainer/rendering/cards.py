"""The picture that a shared link shows: the page's title and what kind of page it is, in the faces of the site; of a
question, its short answer.

Made when the site is built, from the faces in the package, so that nothing is asked of another host. Same words,
same bytes (of one version of Pillow).
"""

import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.interface.dates_in_words import in_words
from explainer.memo import Keep, memoized
from explainer.model.fields import prose_of
from explainer.model.marks import unmarked
from explainer.model.stages import Linked
from explainer.prose.nodes import plain_text
from explainer.rendering.faces import script_of
from explainer.rendering.phrases import status_mark

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, MARGIN = 1200, 630, 84
PAPER, INK, QUIET = 253, 28, 96
"""Shades of grey: the paper, the title, the lines above and below it."""
_SHADES = [INK + (PAPER - INK) * level // 15 for level in range(16)]
_LEVELS = [min(15, max(0, round((shade - INK) * 15 / (PAPER - INK)))) for shade in range(256)]
"""The shades of a card, and which of them stands for each of the 256."""
_SIZES = (84, 72, 62, 54, 46, 40, 36)
"""Of the title, in pixels: the largest with which it fits."""
_FACES = Path(__file__).parent.parent / "theme" / "assets" / "fonts"


def cards(linked: Linked, keep: Keep) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """What draws one for the home page, each article, question and context box whose words have a face, and its path:
    `cards/<page>.png`.
    """
    for page, *words in _words(linked):
        kicker, title, foot = map(unmarked, words)
        if path := card_of(page, kicker, title):
            shown = kicker, title, foot if _has_face(foot) else ""
            yield path, partial(keep, ("card", *shown), partial(picture, *shown))


def _words(linked: Linked) -> Iterator[tuple[str, str, str, str]]:
    """Of each page what stands above its title, the title, and what stands below."""
    seeds, words = linked.seeds, linked.catalogue
    site = seeds.site.value.title if seeds.site else ""
    if seeds.site:
        yield "index", words.gettext("Annotated explainer"), site, ""
    for article in seeds.articles.values():
        yield f"articles/{article.id}", words.gettext("Annotated article"), article.entry.value.title, site
    for question in seeds.questions.values():
        status = words.gettext(
            "%(status)s, as of %(date)s",
            status=status_mark(words, question.value.status),
            date=in_words(words, question.value.as_of),
        )
        answer = plain_text(prose_of(question.value.summary))
        yield f"questions/{question.id}", question.value.title, answer, status
    for box in seeds.context.values():
        yield f"context/{box.id}", words.gettext("Context"), box.value.title, site


def card_of(page: str, *words: str) -> str:
    """The path of the picture of the page at `page`; nothing where our faces lack letters of its words."""
    return f"cards/{page.removesuffix('.md')}.png" if all(_has_face(unmarked(each)) for each in words) else ""


def _has_face(words: str) -> bool:
    """Whether our faces have all letters of the words: no picture is better than one of empty boxes."""
    return all(script_of(char) for char in words if char.isalpha())


@memoized
def picture(kicker: str, title: str, foot: str) -> bytes:
    """A PNG of 1200 × 630 pixels."""
    from PIL import Image, ImageDraw  # here, because most commands draw no picture

    image = Image.new("L", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((MARGIN, MARGIN - 24, MARGIN + 96, MARGIN - 18), fill=INK)
    above = _broken(kicker, 34)
    for number, line in enumerate(above):
        _line(draw, MARGIN, MARGIN + number * 42, line, 34, 600, QUIET)
    top = MARGIN + 34 + len(above) * 42
    size, lines = _fitted(title, HEIGHT - MARGIN - 44 - top)
    for number, line in enumerate(lines):
        _line(draw, MARGIN, top + number * round(size * 1.14), line, size, 650, INK)
    _line(draw, MARGIN, HEIGHT - MARGIN - 16, foot, 34, 400, QUIET)
    return _png(image)


def _png(image: "Image.Image") -> bytes:
    """Sixteen shades from ink to paper: half the time of 256, fewer bytes, and letters look the same."""
    indexed = image.point(_LEVELS, "P")
    indexed.putpalette([part for shade in _SHADES for part in (shade, shade, shade)])
    written = BytesIO()
    # Run lengths alone: nearly all of a card is paper, and to look for more takes half as long again.
    indexed.save(written, "PNG", bits=4, compress_type=zlib.Z_RLE)
    return written.getvalue()


def _fitted(title: str, height: int) -> tuple[int, list[str]]:
    """The largest size with which the title fits, and its lines; the last line is cut where nothing helps."""
    for size in _SIZES:
        lines = _broken(title, size)
        if len(lines) * size * 1.14 <= height:
            return size, lines
    most = int(height / size / 1.14)
    return size, [*lines[: most - 1], lines[most - 1] + " …"]


def _broken(text: str, size: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and _width(f"{lines[-1]} {word}", size, 650) <= WIDTH - 2 * MARGIN:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _line(draw: "ImageDraw.ImageDraw", x: float, y: float, text: str, size: int, weight: int, shade: int) -> None:
    for script, run in _runs(text):
        face = _face(script, size, weight)
        draw.text((x, y), run, font=face, fill=shade)
        x += face.getlength(run)


def _width(text: str, size: int, weight: int) -> float:
    return sum(_face(script, size, weight).getlength(run) for script, run in _runs(text))


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """Stretches of one script, because each script has a file of its own."""
    for script, run in groupby(text, lambda char: script_of(char) or "latin"):
        yield script, "".join(run)


@lru_cache(maxsize=64)
def _face(script: str, size: int, weight: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont

    face = ImageFont.truetype(_FACES / f"sans-{script}.woff2", size)
    face.set_variation_by_axes([weight])
    return face
