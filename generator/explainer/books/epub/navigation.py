"""What leads through the book: its title page, the table of contents, and the places that reading systems go to."""

from collections.abc import Sequence

from explainer.books.book import Book, BookChapter
from explainer.books.elements import escaped, xml
from explainer.books.epub import pages
from explainer.model import paths


def title_page(book: Book) -> str:
    lines = [f'<h1 id="title">{escaped(book.title)}</h1>']
    if book.description:
        lines.append(f'<p class="x-lede">{escaped(book.description)}</p>')
    if book.made:
        lines.append(xml(pages.in_book(book.made, "title.xhtml")))
    if book.address:
        name = book.words.gettext("On the web:")
        link = f'<a href="{escaped(book.address)}">{escaped(book.address)}</a>'
        lines.append(f"<p>{escaped(name)} {link}</p>")
    section = '<section epub:type="titlepage" aria-labelledby="title">\n{}\n</section>'.format("\n".join(lines))
    body = f'<body epub:type="frontmatter">\n<main class="x-title-page">\n{section}\n</main>\n</body>'
    return pages.page(book.title, body, book, "title.xhtml")


def navigation(book: Book) -> str:
    name = book.words.gettext("Contents")
    contents = (
        f'<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">\n<h1 id="contents">{escaped(name)}</h1>\n'
        f"{_listed(book.chapters)}\n</nav>"
    )
    landmarks = "".join(f"<li>{each}</li>\n" for each in _landmarks(book, name))
    landmark_nav = f'<nav epub:type="landmarks" hidden="hidden">\n<ol>\n{landmarks}</ol>\n</nav>'
    body = f'<body epub:type="frontmatter">\n<main>\n{contents}\n</main>\n{landmark_nav}\n</body>'
    return pages.page(name, body, book, "nav.xhtml")


def _listed(chapters: Sequence[BookChapter]) -> str:
    items = [
        f'<li><a href="{pages.file_of(each.path)}">{escaped(each.title)}</a>'
        + (f"\n{_listed(each.below)}\n" if each.below else "")
        + "</li>\n"
        for each in chapters
    ]
    return f"<ol>\n{''.join(items)}</ol>"


def _landmarks(book: Book, contents: str) -> list[str]:
    say = book.words.gettext
    places = [("titlepage", "title.xhtml", say("Title page")), ("toc", "nav.xhtml", contents)]
    first = book.chapters[0]
    places.append(("bodymatter", pages.file_of(first.path), first.title))
    for kind, path in (("glossary", paths.GLOSSARY), ("bibliography", paths.SOURCES)):
        places += [(kind, pages.file_of(path), each.title) for each in book.walk() if each.path == path]
    return [f'<a epub:type="{kind}" href="{file}">{escaped(words)}</a>' for kind, file, words in places]
