"""What each stage hands to the next: a type of its own after each, so that no stage can be skipped."""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from explainer import tree
from explainer.interface import ENGLISH, Catalogue
from explainer.model import seeds as shapes
from explainer.model.fields import Form, Voice
from explainer.model.paths import Address
from explainer.model.record_types import RecordType, Ref
from explainer.model.search_kinds import SearchKind
from explainer.source import SourceFile, Span

T = TypeVar("T", covariant=True)
E = TypeVar("E")


# --- after reading ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class ArticleSource:
    """A source.txt as read: `text` is the file without its byte-order mark; line breaks are as in the file."""

    file: SourceFile
    sha256: str
    """Of the bytes of the file."""


@dataclass(frozen=True)
class EarlierSource:
    """What the source.txt of an article was before a newer text took its place."""

    source: ArticleSource
    day: str | None
    """On which it was retrieved or published; None where that is not known."""


@dataclass(frozen=True)
class Documents:
    """The seeds as files: every file that could be read, and the tree of every YAML file that parsed."""

    files: Mapping[str, SourceFile]
    trees: Mapping[str, tree.Node]
    articles: Mapping[str, ArticleSource]
    """By the name of the article's folder."""
    unreadable: frozenset[str] = frozenset()
    """Paths that exist but gave no tree or text; what stood in them is not reported as missing again."""
    earlier: Mapping[str, tuple[EarlierSource, ...]] = field(default_factory=dict)
    """By the name of the article's folder, the oldest first."""
    received: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of each file as it was received, by its path; empty where that was not read, as in a former state."""


# --- after validating -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Entry(Generic[T]):
    """A record with the place at which it was written."""

    ref: Ref | None
    """None for records that nothing can point at (the site, a correction)."""
    value: T
    node: tree.Node = field(repr=False)

    def __hash__(self) -> int:
        return hash((self.ref, self.node.span))

    @property
    def id(self) -> str:
        return self.ref.id if self.ref else ""

    def at(self, *path: str | int) -> Span:
        """The place of the value under `path`, or of the nearest thing around it that was written."""
        return tree.find(self.node, path)[0].span

    def wrote(self, *path: str | int) -> bool:
        """Whether the author wrote a value under `path`."""
        return tree.find(self.node, path)[1] == len(path)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of an article: offsets into its text, without the white space around it."""

    start: int
    end: int
    is_headline: bool = False
    keeps_lines: bool = False
    """Whether its line breaks are shown, as in verse and lists; else it flows on, as wrapped prose does."""


@dataclass(frozen=True)
class ArticleText:
    """An article's text, and which parts of it are shown. What no block holds is furniture or white space."""

    source: ArticleSource
    blocks: tuple[Block, ...]
    """In the order of the file."""
    is_settled: bool = True
    """False where furniture or a headline was not found: what is shown is then not what was meant."""

    @property
    def text(self) -> str:
        return self.source.file.text

    def fragment(self, index: int) -> str:
        """The address on the article's page of the block `index`: paragraphs are counted without the headline."""
        if self.blocks[index].is_headline:
            return "headline"
        return f"p{sum(not block.is_headline for block in self.blocks[: index + 1])}"


@dataclass(frozen=True)
class EarlierText:
    """What an article said before a newer text took its place."""

    text: ArticleText
    day: str | None

    @property
    def name(self) -> str:
        """A part of its address: its day and the beginning of its hash."""
        return f"{self.day or 'undated'}-{self.text.source.sha256[:8]}"


@dataclass(frozen=True)
class ArticleSeed:
    entry: Entry[shapes.Article]
    text: ArticleText
    annotations: tuple[Entry[shapes.Annotation], ...]
    earlier: tuple[EarlierText, ...] = ()
    """The oldest first."""

    @property
    def id(self) -> str:
        return self.entry.id


Point: TypeAlias = tuple[float, float]
"""Degrees east and north."""
Outline: TypeAlias = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Land:
    """An area of the basemap: its outer ring, then its holes."""

    country: str
    rings: tuple[Outline, ...]


@dataclass(frozen=True, slots=True)
class Basemap:
    """What a map is drawn on."""

    land: tuple[Land, ...] = ()
    borders: tuple[Outline, ...] = ()
    """National borders."""
    lines: tuple[Outline, ...] = ()
    """Every other line."""


@dataclass(frozen=True)
class EditionSeed:
    """What was written for an edition: what it is, and its translations by the file in which they stand."""

    entry: Entry[shapes.Edition]
    language: str
    texts: Mapping[str, tuple[Entry[shapes.Translation], ...]]


@dataclass(frozen=True)
class Seeds:
    """The valid records. Mappings are by id, in the order in which the site lists them."""

    site: Entry[shapes.Site] | None
    articles: Mapping[str, ArticleSeed]
    records: Mapping[RecordType, Mapping[str, Entry[Any]]]
    """Those of every type but articles and their annotations."""
    corrections: tuple[Entry[shapes.Correction], ...]
    loaded_words: tuple[Entry[shapes.LoadedWord], ...] = ()
    renamed: tuple[Entry[shapes.Renamed], ...] = ()
    silenced: tuple[Entry[shapes.Silence], ...] = ()
    map: Entry[shapes.Map] | None = None
    """None where the site has no map, or a broken one."""
    basemap: Basemap = Basemap()
    editions: Mapping[str, EditionSeed] = field(default_factory=dict)
    """By their language."""
    unshown: Mapping[str, ArticleSeed] = field(default_factory=dict)
    """Articles whose description is broken: not shown, but their annotations are checked with the rest."""
    dropped: frozenset[Ref] = frozenset()
    """Records that were written but are broken: a reference to one is not reported a second time."""
    dropped_types: frozenset[RecordType] = frozenset()
    """Types of which a whole file was unreadable: no reference to them is reported."""
    files: Mapping[str, SourceFile] = field(default_factory=dict, repr=False)
    """The files as written, to point at a word inside a value."""

    @property
    def questions(self) -> Mapping[str, Entry[shapes.Question]]:
        return self.records[RecordType.QUESTION]

    @property
    def reports(self) -> Mapping[str, Entry[shapes.Report]]:
        return self.records[RecordType.REPORT]

    @property
    def context(self) -> Mapping[str, Entry[shapes.ContextBox]]:
        return self.records[RecordType.CONTEXT]

    @property
    def terms(self) -> Mapping[str, Entry[shapes.Term]]:
        return self.records[RecordType.TERM]

    @property
    def sides(self) -> Mapping[str, Entry[shapes.Side]]:
        return self.records[RecordType.SIDE]

    @property
    def parties(self) -> Mapping[str, Entry[shapes.Party]]:
        return self.records[RecordType.PARTY]

    @property
    def places(self) -> Mapping[str, Entry[shapes.Place]]:
        return self.records[RecordType.PLACE]

    @property
    def events(self) -> Mapping[str, Entry[shapes.Event]]:
        return self.records[RecordType.EVENT]

    @property
    def sources(self) -> Mapping[str, Entry[shapes.Source]]:
        return self.records[RecordType.SOURCE]

    @property
    def topics(self) -> Mapping[str, Entry[shapes.Topic]]:
        return self.records[RecordType.TOPIC]

    @property
    def every_article(self) -> Mapping[str, ArticleSeed]:
        """Those that cannot be shown too: passages are found in them, and their author sees their page."""
        return dict(sorted({**self.articles, **self.unshown}.items()))

    def is_dropped(self, ref: Ref) -> bool:
        return ref in self.dropped or ref.type in self.dropped_types


# --- after anchoring --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation's quote lies: offsets into the article's text."""

    annotation: Entry[shapes.Annotation]
    start: int
    end: int


@dataclass(frozen=True)
class AnchoredArticle:
    seed: ArticleSeed
    anchors: tuple[Anchor, ...]
    """By start, the longer first, then as written."""

    @property
    def id(self) -> str:
        return self.seed.id


class Changing(Protocol):
    """Gives another entry for an entry."""

    def __call__(self, entry: Entry[E], /) -> Entry[E]: ...


@dataclass(frozen=True)
class Anchored:
    seeds: Seeds
    articles: Mapping[str, AnchoredArticle]

    def with_each(self, change: Changing) -> "Anchored":
        """The same with each record as `change` gives it; it is asked in the order of the site."""
        seeds = self.seeds
        site = change(seeds.site) if seeds.site else None
        region = change(seeds.map) if seeds.map else None
        articles = {id_: _with_each(article, change) for id_, article in self.articles.items()}
        changed = replace(
            seeds,
            site=site,
            map=region,
            articles={**seeds.articles, **{id_: article.seed for id_, article in articles.items()}},
            records={
                type_: {id_: change(entry) for id_, entry in records.items()}
                for type_, records in seeds.records.items()
            },
            corrections=tuple(change(entry) for entry in seeds.corrections),
        )
        return Anchored(changed, articles)


def _with_each(article: AnchoredArticle, change: Changing) -> AnchoredArticle:
    seed = replace(article.seed, entry=change(article.seed.entry))
    anchors = tuple(replace(anchor, annotation=change(anchor.annotation)) for anchor in article.anchors)
    return AnchoredArticle(seed, anchors)


# --- after translating ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SiteText:
    """A text of the site that an edition may translate."""

    entry: Entry[Any]
    path: tree.Path
    place: str
    """Where it stands in its file, as a translator finds it: `positions/2/note`."""
    words: str
    form: Form
    voice: Voice
    owner: type
    """The shape of the mapping it stands in."""

    @property
    def file(self) -> str:
        return self.entry.node.span.path

    @property
    def is_quoted(self) -> bool:
        """Whether somebody else said it: then a translation stands beside it, where there is one."""
        return self.voice is Voice.QUOTED

    @property
    def is_asked_of_all(self) -> bool:
        """Whether every edition needs it in its language; words of others and names are for whoever needs them."""
        return self.voice is Voice.OURS


class Standing(Enum):
    """How a text of ours stands in an edition."""

    CURRENT = "current"
    STALE = "stale"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class TextInEdition:
    text: SiteText
    standing: Standing
    translation: Entry[shapes.Translation] | None
    """None for a text that is missing, and was never begun."""
    date: str
    """When it was translated."""

    @property
    def words(self) -> str:
        """In the language of the edition; nothing where they are missing."""
        return (self.translation.value.text or "") if self.translation else ""


@dataclass(frozen=True)
class EditionOf:
    """What an edition is of, and how its texts stand."""

    seed: EditionSeed
    original: str
    """The language of the site as it was written."""
    texts: tuple[TextInEdition, ...]

    @property
    def language(self) -> str:
        return self.seed.language

    @property
    def counts(self) -> dict[Standing, int]:
        """How many of our own texts stand how; translations of what others said are extra."""
        ours = [each.standing for each in self.texts if each.text.is_asked_of_all]
        return {standing: ours.count(standing) for standing in Standing}


# --- after linking ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Former:
    """An address that a record had under another id."""

    address: Address
    since: str
    """The date since which it has the id it has now."""


@dataclass(frozen=True, slots=True)
class TermLink:
    """A stretch of an article's text that links to the glossary."""

    start: int
    end: int
    term: str


@dataclass(frozen=True, slots=True)
class Use:
    """A place on the site that uses a record: shown as a link back, with the words to show."""

    address: Address
    by: Ref | None
    """None for the home page."""
    label: str
    """What uses it, in words: the title of a question, the start of a quote."""


@dataclass(frozen=True)
class Linked:
    anchored: Anchored
    addresses: Mapping[Ref, Address]
    labels: Mapping[Ref, str]
    """What links to each record call it."""
    term_links: Mapping[str, tuple[TermLink, ...]]
    """By article."""
    uses: Mapping[Ref, tuple[Use, ...]]
    """Where each record is used, in the order of the site."""
    former: Mapping[Ref, tuple[Former, ...]] = field(default_factory=dict)
    """The addresses that renamed records had before, which still lead to them."""
    catalogue: Catalogue = ENGLISH
    """The words of the interface in the language of the site."""
    edition: EditionOf | None = None
    """None for the site as it was written."""
    editions: tuple["Linked", ...] = ()
    """The same in each other language; of an edition, nothing."""
    languages: tuple[str, ...] = ()
    """Those of all editions, the original first; nothing where there is no other."""
    made: dict[Callable[..., Any], Any] | None = field(default_factory=dict, compare=False, repr=False)
    """What was made `once`; None where each page is to read for itself."""

    @property
    def seeds(self) -> Seeds:
        return self.anchored.seeds

    def once(self, make: Callable[["Linked"], E]) -> E:
        """What `make` makes of these records, made when it is first asked for: for what many pages need alike."""
        if self.made is None:
            return make(self)
        if make not in self.made:
            self.made[make] = make(self)
        made: E = self.made[make]
        return made


# --- after rendering --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path below the docs folder, and its Markdown."""

    path: str
    markdown: str
    seed: str | None
    """The file of the seeds to edit; None for a page that is made from several."""


@dataclass(frozen=True, slots=True)
class PackedPage:
    """A page as the result of a run keeps it: the texts of a large site would fill the memory."""

    path: str
    packed: bytes = field(repr=False)
    seed: str | None

    @classmethod
    def of(cls, page: Page) -> "PackedPage":
        return cls(page.path, packed(page.markdown), page.seed)

    @property
    def written(self) -> bytes:
        """What `read` makes the page of."""
        return f"{self.seed or ''}\n".encode() + self.packed

    @classmethod
    def read(cls, path: str, written: bytes) -> "PackedPage":
        seed, _, packed = written.partition(b"\n")
        return cls(path, packed, seed.decode() or None)

    @property
    def markdown(self) -> str:
        return unpacked(self.packed)


def packed(text: str) -> bytes:
    """A text in a tenth of its memory, for as long as nobody reads it."""
    return zlib.compress(text.encode(), 1)


def unpacked(text: bytes) -> str:
    return zlib.decompress(text).decode()


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site that is no page, such as its feed: its path below the docs folder, and what it holds."""

    path: str
    content: str | bytes

    @property
    def data(self) -> bytes:
        return self.content.encode() if isinstance(self.content, str) else self.content


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A record as the site's search finds and shows it."""

    address: Address
    kind: SearchKind
    title: str
    """Kind and name: “Claim by Russia's Defence Ministry: “destroyed” 234 soldiers”."""
    text: str
    """In our own words."""
    also: tuple[str, ...] = ()
    """Its other names; each shows only where it was searched for."""
    mentions: tuple[str, ...] = ()
    """Other names of what it speaks of; shown in the same way."""
    quoted: str = ""
    """In the words of an article, or of a party."""
    language: str = ""
    """That of the quoted words; nothing where it is not told."""
    side: shapes.Side | None = None
    """The side that speaks."""
    status: str = ""
    """What is shown of it, as it is marked."""
