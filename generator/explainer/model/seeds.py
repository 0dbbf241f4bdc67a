"""The shapes of the seeds: what an author may write, field by field.

Each class is one mapping of a YAML file; `should_be` here is the key `should-be` there. The
descriptions are the author's reference. Values are texts as written: a date stays the text that
stands in the file. Order of fields is the order in which the reference prints them.
"""

from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from explainer.model.fields import (
    Age,
    Count,
    Date,
    Doc,
    GeoJson,
    Id,
    Language,
    Latitude,
    Line,
    Longitude,
    Markdown,
    OurLine,
    OurWords,
    OutletName,
    PlaceInText,
    Quoted,
    Rank,
    ReceivedName,
    Sha256,
    SideLetter,
    Text,
    TextPlace,
    Url,
)
from explainer.vocabulary import (
    Confidence,
    Control,
    CorrectionType,
    Dating,
    Demand,
    ErratumType,
    Extent,
    LineBreaks,
    Naming,
    PartyType,
    Precision,
    Reading,
    ReceivedForm,
    Relation,
    Speech,
    Stance,
    Status,
    Weight,
)

# Read by pydantic, which `validating` alone imports.
CONFIG = {"extra": "forbid", "alias_generator": lambda name: name.replace("_", "-")}

Ids: TypeAlias = tuple[Id, ...]
Names: TypeAlias = Annotated[
    dict[Language, tuple[Line, ...]],
    Doc(
        "Spellings under which readers meet it elsewhere, by the tag of their language: {uk: [Київ], de: [Kiew]}. "
        "Printed and searched, not linked; those of the site's own language are its other names and abbreviations."
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What all shapes share: how their fields are spelled as keys, and that no other key is allowed."""

    __pydantic_config__ = CONFIG


# --- shared parts -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Shape):
    """Where something is, in degrees (WGS 84)."""

    lat: Annotated[Latitude, Doc("Degrees north.")]
    lon: Annotated[Longitude, Doc("Degrees east.")]
    precision: Annotated[Precision, Doc("How exactly it is known.")]
    sources: Annotated[Ids, Doc("Where the coordinates come from.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPictures(Shape):
    """Pictures that a source rests on, and where somebody found that they were taken."""

    what: Annotated[OurLine, Doc("The pictures, for the reader: “the video of the ferry at the quay”.")]
    place: Annotated[Id, Doc("Id of an entry of places.yaml: where they were taken, as was found.")]
    by: Annotated[OurLine, Doc("Who found that, as within a sentence: “Storyful”, “two users of a forum”.")]
    point: Annotated[Point | None, Doc("The position that was found, where one is told.")] = None
    archive_url: Annotated[Url | None, Doc("Where an archive keeps the pictures.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Shape):
    """A source that bears on the statement it stands under."""

    source: Annotated[Id, Doc("Id of an entry of sources.yaml.")]
    relation: Annotated[Relation, Doc("How the source bears on the statement.")]
    root: Annotated[
        Id | None,
        Doc(
            "Where the source has this from, where that is not its `root`: a party, a source, or its own id for what "
            "it found out itself. What a claim has from its party or that party's side is shown as where it was said."
        ),
    ] = None
    excerpt: Annotated[Quoted | None, Doc("The source's own words, at most 30 of them, in its own language.")] = None
    language: Annotated[Language | None, Doc("Language of the excerpt, where it is not the site's.")] = None
    note: Annotated[Markdown | None, Doc("What the source adds, in our words; for a translation, a paraphrase.")] = None
    placed: Annotated[PlacedPictures | None, Doc("Of pictures: where somebody found that they were taken.")] = None


# --- articles/<slug>/article.yaml -----------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture(Shape):
    """A part of the source file that belongs to the page it was copied from, not to the article."""

    text: Annotated[Text, Doc("Whole lines of source.txt, exactly; several lines as a block text.")]
    what: Annotated[OurLine, Doc("What it is, for the reader: “share buttons”.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBeginning(Shape):
    """Where a page of the file begins in the text."""

    page: Annotated[Line, Doc("Its number, as the file counts: 3, iv.")]
    at: Annotated[PlaceInText, Doc("Line and column in source.txt of its first character.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReceived(Shape):
    """The file that source.txt was taken from, so that anybody can take it again. `explainer add` writes this."""

    form: Annotated[ReceivedForm, Doc("What the file is.")]
    sha256: Annotated[Sha256, Doc("Of the file.")]
    file: Annotated[
        ReceivedName | None, Doc("The file, kept beside source.txt; left out where it may not be published.")
    ] = None
    part: Annotated[Line | None, Doc("What of the file was taken, where it was not all of it.")] = None
    command: Annotated[Line | None, Doc("What takes the same text out of the file.")] = None
    made_with: Annotated[Line | None, Doc("The versions of the programs that took it.")] = None
    pages: Annotated[tuple[PageBeginning, ...], Doc("Where its pages begin, in order.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unannotated(Shape):
    """Sentences of the article that need no note, and why."""

    quote: Annotated[Text, Doc("The sentence or sentences, exactly as in source.txt after folding.")]
    prefix: Annotated[Text | None, Doc("Text right before the quote, where the quote alone is found twice.")] = None
    suffix: Annotated[Text | None, Doc("Text right after the quote, where the quote alone is found twice.")] = None
    reason: Annotated[Line, Doc("Why it needs no note: “a transition; the next sentence says who”.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Shape):
    """One source text with its provenance. Its id is the name of its folder."""

    title: Annotated[OurLine, Doc("Our title for the annotated article, used in lists and in the browser's tab.")]
    headline: Annotated[
        Text | None, Doc("The line of source.txt that is the article's headline, exactly; it becomes the page's title.")
    ] = None
    description: Annotated[
        OurLine, Doc("One sentence for lists, search results and previews: what is wrong or open in the article.")
    ]
    publisher: Annotated[OutletName | None, Doc("Who published this text.")] = None
    published: Annotated[Date | None, Doc("When, as precisely as the page says; left out where it does not.")] = None
    url: Annotated[Url | None, Doc("Where the text was found: the page's own address, not an archive's.")] = None
    archive_url: Annotated[Url | None, Doc("Address of an archived copy of that page.")] = None
    retrieved: Annotated[Date | None, Doc("When it was found there; of an archived copy, when that was made.")] = None
    language: Annotated[Language, Doc("Language of the article.")] = "en"
    lines: Annotated[
        LineBreaks | None,
        Doc("What line breaks inside a run of lines mean; left out, each run is judged by its look."),
    ] = None
    licence: Annotated[
        OurLine, Doc("On what terms the text is shown, such as “quoted for comment; all rights remain …”.")
    ]
    derived_from: Annotated[
        Id | None, Doc("Source id of the text that this one was made from, where it is a copy or paraphrase.")
    ] = None
    provenance: Annotated[
        Markdown, Doc("What the reader is looking at: what kind of text, of what, found where. Stands on top.")
    ]
    about: Annotated[
        Markdown | None, Doc("How sure we are, what was compared with what, what the text does to its original.")
    ] = None
    received: Annotated[FileReceived | None, Doc("The file that the text was taken from.")] = None
    furniture: Annotated[tuple[Furniture, ...], Doc("What of source.txt is not the article.")] = ()
    unannotated: Annotated[
        tuple[Unannotated, ...], Doc("Sentences without a note, with the reason; every other sentence has one.")
    ] = ()


# --- articles/<slug>/annotations.yaml -------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationBase(Shape):
    """What every kind of annotation has."""

    id: Annotated[Id, Doc("Permanent name, unique in its article; the note's address on the site.")]
    quote: Annotated[Quoted, Doc("The passage, exactly as in source.txt after folding, in whole words.")]
    prefix: Annotated[Text | None, Doc("Text right before the quote, where the quote alone is found twice.")] = None
    suffix: Annotated[Text | None, Doc("Text right after the quote, where the quote alone is found twice.")] = None
    evidence: Annotated[tuple[Evidence, ...], Doc("Sources that bear on what the note says.")] = ()
    places: Annotated[Ids, Doc("Places the passage speaks of.")] = ()
    events: Annotated[Ids, Doc("Events the passage speaks of.")] = ()
    weight: Annotated[
        Weight | None,
        Doc(
            "`major` where readers need the note, `minor` where it is for those who ask for all; left out, errata, "
            "claims and framing are major, the others minor."
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnnotation(AnnotationBase):
    """Somebody says so."""

    kind: Annotated[Literal["claim"], Doc("Somebody says so.")]
    party: Annotated[Id, Doc("Who says it; also where the claim is about another party.")]
    said: Annotated[
        Speech | None,
        Doc("How sure it is that the party said so; left out, `reported`, and of the article itself `certain`."),
    ] = None
    about: Annotated[Ids, Doc("Parties the claim is about.")] = ()
    question: Annotated[
        Id | None,
        Doc(
            "The question this claim answers; what is shown on it is printed here, unless the claim has its own status."
        ),
    ] = None
    aspect: Annotated[Id | None, Doc("The aspect of that question.")] = None
    status: Annotated[
        Status | None,
        Doc(
            "What evidence shows of what is said, never that it was said; it covers every word of the quote. Left out, "
            "that of the question."
        ),
    ] = None
    as_of: Annotated[Date | None, Doc("Date of the status.")] = None
    note: Annotated[Markdown | None, Doc("What the reader should know about it.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErratumAnnotation(AnnotationBase):
    """The article is wrong or garbled here; its text stays."""

    kind: Annotated[Literal["erratum"], Doc("The article is wrong or garbled here.")]
    type: Annotated[ErratumType, Doc("What happened to the words.")]
    should_be: Annotated[
        Quoted | None, Doc("The reading that the passage should have; left out where words should only go.")
    ] = None
    confidence: Annotated[Confidence, Doc("How sure we are.")]
    panel: Annotated[
        Rank | None,
        Doc(
            "Its place in the panel “What is wrong here” under the headline, which then shows only those that have "
            "one. Without any it shows the first major mistakes."
        ),
    ] = None
    note: Annotated[
        Markdown | None,
        Doc("Why, and what follows. Its first sentence stands in the panel and in the table of mistakes."),
    ] = None
    gist: Annotated[
        OurLine | None, Doc("What it comes to, in at most eight words: its line in the margin while it is closed.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextAnnotation(AnnotationBase):
    """Background that helps here."""

    kind: Annotated[Literal["context"], Doc("Background that helps here.")]
    box: Annotated[Id | None, Doc("The context box; it stands, closed, under the paragraph that names it.")] = None
    note: Annotated[Markdown | None, Doc("The background in a sentence or two.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermAnnotation(AnnotationBase):
    """A word that the glossary explains, where the automatic link is not enough."""

    kind: Annotated[Literal["term"], Doc("A word that the glossary explains.")]
    term: Annotated[Id, Doc("The glossary entry.")]
    note: Annotated[Markdown | None, Doc("What to know about the word in this place.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FramingAnnotation(AnnotationBase):
    """Loaded or ambiguous wording."""

    kind: Annotated[Literal["framing"], Doc("Loaded or ambiguous wording.")]
    question: Annotated[Id | None, Doc("The question on which the wording takes a side.")] = None
    note: Annotated[Markdown, Doc("What the wording suggests, and what others write.")]
    gist: Annotated[
        OurLine | None, Doc("What it comes to, in at most eight words: its line in the margin while it is closed.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAnnotation(AnnotationBase):
    """A remark of ours that is none of the others."""

    kind: Annotated[Literal["note"], Doc("A remark of ours.")]
    question: Annotated[Id | None, Doc("A question it bears on.")] = None
    note: Annotated[Markdown, Doc("The remark.")]
    gist: Annotated[
        OurLine | None, Doc("What it comes to, in at most eight words: its line in the margin while it is closed.")
    ] = None


Annotation: TypeAlias = (
    ClaimAnnotation | ErratumAnnotation | ContextAnnotation | TermAnnotation | FramingAnnotation | NoteAnnotation
)


# --- questions/<slug>.yaml ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect(Shape):
    """A part of a question on which parties may speak separately."""

    id: Annotated[Id, Doc("Name, unique in its question.")]
    title: Annotated[OurLine, Doc("As printed: “Stalls destroyed”.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Shape):
    """What one party says on a question or on one of its aspects."""

    party: Annotated[Id, Doc("Who says it.")]
    aspect: Annotated[Id | None, Doc("The aspect it is about; left out where it is about the whole question.")] = None
    position: Annotated[Stance, Doc("What the party does: a fact about speech.")]
    about: Annotated[Ids, Doc("Parties the statement is about, where it is about others.")] = ()
    says: Annotated[Quoted | None, Doc("The party's exact words, at most 30, as the source prints them.")] = None
    language: Annotated[Language | None, Doc("Language of the words, where it is not the site's.")] = None
    by: Annotated[OurLine | None, Doc("Who spoke for the party, with the office: “Governor Vyacheslav Gladkov”.")] = (
        None
    )
    date: Annotated[Date | None, Doc("When it was said.")] = None
    note: Annotated[Markdown | None, Doc("The position in our words, or what to know about it.")] = None
    evidence: Annotated[tuple[Evidence, ...], Doc("Where it was said, and what bears on it.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Shape):
    """What one side says on the question, in a line: a row of the table under the answer."""

    side: Annotated[Id, Doc("The side; it has positions here.")]
    position: Annotated[
        Stance, Doc("What the side does, all its parties taken together; the list of questions says it, too.")
    ]
    text: Annotated[Markdown, Doc("What it says, in a few words, cited: “that the hall was safe; by evening, nobody”.")]
    date: Annotated[Date | None, Doc("When it said so; left out, its newest position's.")] = None
    changed: Annotated[Date | None, Doc("When its account became another than before, where it did.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Shape):
    """What a figure counts: one column of the table of figures."""

    id: Annotated[Id, Doc("Name, unique in its question.")]
    title: Annotated[OurLine, Doc("As printed: “Killed and wounded”.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Shape):
    """Numbers or ranges given by one party on one date: one row of the table of figures."""

    party: Annotated[Id, Doc("Who gave the figures.")]
    by: Annotated[OurLine | None, Doc("Who spoke for the party.")] = None
    date: Annotated[Date, Doc("When they were given.")]
    aspect: Annotated[Id | None, Doc("The aspect they are about.")] = None
    covers: Annotated[OurLine | None, Doc("What they cover: “the north wing, 3–5 February”.")] = None
    counts: Annotated[dict[Id, Count], Doc("A count for each column: {injured: 12+, stalls: 40}.")]
    sources: Annotated[Ids, Doc("Where the figures were read.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Shape):
    """What the parties differ on. Its id is the name of its file."""

    title: Annotated[OurLine, Doc("The question, as a question.")]
    short: Annotated[OurLine | None, Doc("A shorter form for links.")] = None
    asked: Annotated[
        dict[Language, tuple[Line, ...]],
        Doc(
            "How readers ask it in other words, by the tag of their language: {en: [deaths], uk: [скільки "
            "загинуло]}. Searched, and shown where the search finds it by them; not printed."
        ),
    ] = field(default_factory=dict)
    status: Annotated[Status, Doc("What evidence shows.")]
    as_of: Annotated[Date, Doc("Date of the status.")]
    summary: Annotated[
        Markdown,
        Doc(
            "The short answer, in one or two plain sentences of at most 60 words: what is known, what is not. Its "
            "page, its entry in lists, its search result and its card begin with it."
        ),
    ]
    assessment: Annotated[Markdown, Doc("One neutral paragraph: what is said, what is shown, what is not. Cited.")]
    accounts: Annotated[
        tuple[Account, ...],
        Doc("What each side says, a line a side; of a side left out, the line is made of its newest position."),
    ] = ()
    aspects: Annotated[tuple[Aspect, ...], Doc("Parts on which the parties speak separately.")] = ()
    positions: Annotated[tuple[Position, ...], Doc("What each party says.")]
    columns: Annotated[tuple[Column, ...], Doc("What the figures count.")] = ()
    figures: Annotated[tuple[Figure, ...], Doc("Figures by party and date; they make a table.")] = ()
    evidence: Annotated[tuple[Evidence, ...], Doc("What independent sources show on the whole question.")] = ()
    unknown: Annotated[tuple[Markdown, ...], Doc("What is not known: a list of sentences.")] = ()
    places: Annotated[Ids, Doc("Places the question is about.")] = ()
    events: Annotated[Ids, Doc("Events the question is about.")] = ()


# --- reports/<slug>.yaml --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPassage(Shape):
    """Words of a report that bear on a question."""

    id: Annotated[Id, Doc("Permanent name, unique in its report; an annotation that takes its place has the same.")]
    question: Annotated[Id, Doc("The question that the words bear on.")]
    aspect: Annotated[Id | None, Doc("The aspect of that question.")] = None
    quote: Annotated[Quoted, Doc("The report's own words, exactly, in its own language: at most 30.")]
    language: Annotated[Language | None, Doc("Language of the words, where it is not that of the source.")] = None
    where: Annotated[OurLine | None, Doc("Where they stand: “headline”, “third paragraph”, “page 4”, “at 2:10”.")] = (
        None
    )
    named: Annotated[Naming, Doc("Whom the report names for them.")]
    party: Annotated[Id | None, Doc("The party that is named, where it is one of ours.")] = None
    by: Annotated[OurLine | None, Doc("As the report calls who is named: “its press centre”, “officials”.")] = None
    counts: Annotated[dict[Id, Count], Doc("What they count, by the question's columns: {tanks: 7}.")] = field(
        default_factory=dict
    )
    covers: Annotated[OurLine | None, Doc("What the counts cover: “the attackers, on 12 March”.")] = None
    note: Annotated[Markdown | None, Doc("What they say in our language, or what to know about them.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Shape):
    """A text about the event of which only passages may be quoted. Its id is the name of its file.

    Of an article that is printed in full, the report of the same id says what annotations do not.
    """

    title: Annotated[OurLine, Doc("What we call it, short: it stands over its column: “The Courier, 10 March”.")]
    source: Annotated[Id, Doc("Its entry in sources.yaml, which says who published it, when, and what was read.")]
    read: Annotated[Extent, Doc("How much of it was read for the questions.")]
    note: Annotated[Markdown | None, Doc("What exactly was read, where readers should know.")] = None
    passages: Annotated[tuple[ReportPassage, ...], Doc("Its words, by question.")] = ()
    silent_on: Annotated[
        Ids, Doc("Questions of which it says nothing; somebody read the whole text for them. Others: not looked at.")
    ] = ()


# --- context/<slug>.yaml --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextBox(Shape):
    """A short background text with its own page. Its id is the name of its file."""

    title: Annotated[OurLine, Doc("Title of the box.")]
    description: Annotated[OurLine, Doc("One sentence for lists.")]
    as_of: Annotated[Date, Doc("Date up to which the text was checked.")]
    text: Annotated[Markdown, Doc("Under 250 words, cited sentence by sentence; the first paragraph stands alone.")]
    parties: Annotated[Ids, Doc("Parties it is about.")] = ()
    places: Annotated[Ids, Doc("Places it is about.")] = ()
    events: Annotated[Ids, Doc("Events it is about.")] = ()
    evidence: Annotated[tuple[Evidence, ...], Doc("Excerpts that show what the text says.")] = ()
    unknown: Annotated[tuple[Markdown, ...], Doc("What is not known.")] = ()


# --- the lists ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Shape):
    """A glossary entry."""

    id: Annotated[Id, Doc("Permanent name.")]
    term: Annotated[OurLine, Doc("The word, in the form we use.")]
    definition: Annotated[Markdown, Doc("What it means, in one or two sentences.")]
    variants: Annotated[
        tuple[Line, ...],
        Doc("Other forms in which texts write it; each links here. A small first letter also matches a capital."),
    ] = ()
    forms: Annotated[
        Literal["all"] | None,
        Doc(
            "`all`: the forms of its word in each text's language link here too, such as Häfen for Hafen; not those "
            "that may be forms of another term or place."
        ),
    ] = None
    names: Names = field(default_factory=dict)
    link: Annotated[
        Literal["everywhere", "by-hand"],
        Doc("`by-hand`: no automatic links, for words with an everyday meaning too."),
    ] = "everywhere"
    sources: Annotated[Ids, Doc("Where the definition comes from.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Shape):
    """Parties that share a letter and a hue."""

    id: Annotated[Id, Doc("Permanent name.")]
    letter: Annotated[SideLetter, Doc("Shown with everything the side says.")]
    name: Annotated[OurLine, Doc("As printed: “Traders”.")]
    hue: Annotated[Literal["umber", "violet", "petrol", "grey"], Doc("Neutral hue; grey for those who take no part.")]
    description: Annotated[OurLine | None, Doc("Who belongs to it.")] = None
    part: Annotated[
        Literal["takes-part", "takes-no-part"] | None,
        Doc("`takes-no-part`: independent of what is explained until it speaks; left out, so is a side that is grey."),
    ] = None

    @property
    def takes_part(self) -> bool:
        """Whether it has a column on every question; the others have one where they speak."""
        return self.part == "takes-part" or (self.part is None and self.hue != "grey")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Shape):
    """An office or role, with the time in which it was held."""

    title: Annotated[OurLine, Doc("“Mayor of Brindle”.")]
    when: Annotated[Date | None, Doc("Period or date, as far as the source says.")] = None
    sources: Annotated[Ids, Doc("Where it was read.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Shape):
    """Who speaks or is spoken of: a person, unit, authority, organisation or outlet."""

    id: Annotated[Id, Doc("Permanent name.")]
    name: Annotated[OurLine, Doc("In the form we use.")]
    type: Annotated[PartyType, Doc("What the party is.")]
    side: Annotated[Id, Doc("The side it belongs to in what the site explains; that of an article is not drawn.")]
    office: Annotated[OurLine, Doc("What it is, or the person's role at the time.")]
    member_of: Annotated[Id | None, Doc("The party a person speaks for.")] = None
    names: Names = field(default_factory=dict)
    roles: Annotated[tuple[Role, ...], Doc("Offices with their time.")] = ()
    note: Annotated[Markdown | None, Doc("What to know, cited.")] = None
    as_of: Annotated[Date | None, Doc("Date up to which the note was checked.")] = None
    sources: Annotated[Ids, Doc("Where this was read.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlClaim(Shape):
    """What a party says about who holds a place: drawn on the map as its claim, never as a fact."""

    party: Annotated[Id, Doc("Who says it.")]
    says: Annotated[Control, Doc("What it says.")]
    date: Annotated[Date, Doc("When it was said.")]
    question: Annotated[Id | None, Doc("The question that says more.")] = None
    sources: Annotated[Ids, Doc("Where it was read.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Shape):
    """A gazetteer entry."""

    id: Annotated[Id, Doc("Permanent name.")]
    name: Annotated[OurLine, Doc("In the form we use.")]
    type: Annotated[OurLine, Doc("“village”, “town”, “harbour”, “district”.")]
    within: Annotated[OurLine, Doc("District, region and country.")]
    names: Names = field(default_factory=dict)
    point: Annotated[Point | None, Doc("Where it is; left out where that is not known.")] = None
    map: Annotated[
        Literal["subject", "orientation"] | None,
        Doc("`subject`: drawn as a place of the events; `orientation`: drawn small, to find one's way."),
    ] = None
    control: Annotated[tuple[ControlClaim, ...], Doc("Who says that who holds it.")] = ()
    note: Annotated[Markdown | None, Doc("What to know, cited.")] = None
    sources: Annotated[Ids, Doc("Where this was read.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Shape):
    """A dated entry of the timeline."""

    id: Annotated[Id, Doc("Permanent name.")]
    date: Annotated[Date, Doc("As precise as the source and no more.")]
    time: Annotated[OurLine | None, Doc("Time of day in words, where a date cannot say it: “night”, “by 09:20”.")] = (
        None
    )
    text: Annotated[Markdown, Doc("One or two sentences.")]
    short: Annotated[OurLine | None, Doc("A few words, for the home page.")] = None
    parties: Annotated[Ids, Doc("Whose account this is; left out where nobody disputes it.")] = ()
    places: Annotated[Ids, Doc("Where.")] = ()
    questions: Annotated[Ids, Doc("Questions it bears on.")] = ()
    sources: Annotated[Ids, Doc("Where it was read.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Shape):
    """A name in a source, as CSL writes it."""

    family: Annotated[Line | None, Doc("Family name.")] = None
    given: Annotated[Line | None, Doc("Given name.")] = None
    literal: Annotated[Line | None, Doc("A name that is not divided, such as an agency's.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Shape):
    """A bibliography entry: CSL-YAML as Zotero exports it, plus what was actually read and its root."""

    id: Annotated[Id, Doc("Permanent name.")]
    type: Annotated[Line, Doc("CSL type: article-newspaper, webpage, broadcast, report …")]
    title: Annotated[Line | None, Doc("The headline as seen; left out where it was not seen.")] = None
    description: Annotated[OurLine | None, Doc("What it is, in our words, where no headline was seen.")] = None
    author: Annotated[tuple[Person, ...], Doc("Authors.")] = ()
    container_title: Annotated[OutletName | None, Doc("The paper, site or channel on which it was read.")] = None
    publisher: Annotated[OutletName | None, Doc("Who publishes that, where the name does not say it.")] = None
    issued: Annotated[Date | None, Doc("Date of publication as seen; left out where it was not.")] = None
    dates: Annotated[
        Dating | None,
        Doc("How precise the dates in its text are, where `issued` does not tell: an undated page that names the day."),
    ] = None
    accessed: Annotated[Date | None, Doc("When it was read.")] = None
    URL: Annotated[Url | None, Doc("Address of what was read.")] = None  # CSL's spelling
    archive_url: Annotated[Url | None, Doc("Address of an archived copy.")] = None
    language: Annotated[Language | None, Doc("Language of what was read.")] = None
    reading: Annotated[Reading, Doc("What was read: the original, or something that carries it.")]
    original_publisher: Annotated[
        OutletName | None, Doc("For a reprint, copy, translation or summary: whose text it is, such as “Reuters”.")
    ] = None
    root: Annotated[
        Id | None, Doc("Party or source from which it has what it reports; sources of one root count once.")
    ] = None
    side: Annotated[Id | None, Doc("Side whose state runs it or for which it openly speaks.")] = None
    note: Annotated[OurLine | None, Doc("What to know about it: “date taken from the address”.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedWord(Shape):
    """A word that takes a side: allowed in quotation marks, with its speaker, and nowhere else in our texts."""

    word: Annotated[Line, Doc("The word; its other forms as `forms`.")]
    forms: Annotated[tuple[Line, ...], Doc("Plurals and other forms.")] = ()
    instead: Annotated[Line, Doc("What to write: “damaged hall”.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Shape):
    """A change of ours to something already published."""

    date: Annotated[Date, Doc("When the change was published.")]
    type: Annotated[CorrectionType, Doc("What kind of change.")]
    record: Annotated[Line, Doc("What was changed: question/losses, annotation/<article>/<id>, term/<id> …")]
    text: Annotated[Markdown, Doc("What was changed and why.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed(Shape):
    """An id that a record once had: its old address still leads to it. Written by `explainer rename`."""

    record: Annotated[Line, Doc("What it is called now: question/losses, annotation/<article>/<id>, term/<id> …")]
    was: Annotated[Id, Doc("The id it had; no other record of that type may take it.")]
    since: Annotated[Date, Doc("When it was renamed.")]


# --- silenced.yaml ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence(Shape):
    """A warning that is not told, because somebody looked and decided. An error cannot be silenced."""

    rule: Annotated[Line, Doc("The rule, as a message names it in brackets.")]
    record: Annotated[
        Line | None, Doc("Only in this record: question/losses, annotation/<article>/<id>, term/<id> …")
    ] = None
    file: Annotated[Line | None, Doc("Only in this file: seeds/articles/<article>/source.txt …")] = None
    reason: Annotated[Line, Doc("Why it is right as it is, for those who come after you.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Shape):
    """What several articles are about, with their questions: a page of its own on a site of several articles."""

    id: Annotated[Id, Doc("Permanent name; the page's address on the site.")]
    title: Annotated[OurLine, Doc("As printed: “The ferry contract”.")]
    text: Annotated[Markdown, Doc("What it is about, in a sentence.")]
    articles: Annotated[Ids, Doc("Articles that belong to it; an article may belong to several topics.")] = ()
    questions: Annotated[Ids, Doc("Questions that belong to it, in this order.")] = ()


# --- editions/<language>.yaml, editions/<language>/… ------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(Shape):
    """The same explainer in another language. Its id is the name of its file: the tag of the language."""

    translated: Annotated[Date, Doc("When its texts were translated; a text that is newer says so itself.")]
    by: Annotated[Line | None, Doc("Who translated them; printed on every page of the edition.")] = None
    names: Annotated[
        dict[Line, Line],
        Doc("What `mkdocs.yml` names, and what it is called here: the site, entries of `nav`. {Home: Start}"),
    ] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation(Shape):
    """One text of ours in the language of an edition, beside the words that it translates."""

    at: Annotated[TextPlace, Doc("Where the text stands in the file of the same name: `summary`, `pier/note`.")]
    of: Annotated[
        Markdown, Doc("The words that were translated. Where the text says something else now, this is stale.")
    ]
    text: Annotated[
        Markdown | None,
        Doc("The same in the language of the edition, in the same form; left out while it is to be done."),
    ] = None
    date: Annotated[Date | None, Doc("When it was translated, where that is not when the edition was.")] = None


# --- map.yaml ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Shape):
    """A box of the earth that is drawn."""

    id: Annotated[Id, Doc("Name, unique in the map.")]
    west: Annotated[Longitude, Doc("Its western edge.")]
    south: Annotated[Latitude, Doc("Its southern edge.")]
    east: Annotated[Longitude, Doc("Its eastern edge.")]
    north: Annotated[Latitude, Doc("Its northern edge.")]
    inset_of: Annotated[
        Id | None, Doc("The frame of which this one enlarges a part; drawn under it. The first frame is none.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLabel(Shape):
    """The name of a country or an area, printed on the map where its middle is given."""

    text: Annotated[OurLine, Doc("As printed.")]
    type: Annotated[Literal["country", "area"], Doc("A country is printed larger; an area only where there is room.")]
    code: Annotated[
        Line | None,
        Doc("Of a country: the value of `country` in the basemap. Countries are tinted in the order of the labels."),
    ] = None
    lat: Annotated[Latitude, Doc("Degrees north.")]
    lon: Annotated[Longitude, Doc("Degrees east.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Map(Shape):
    """The map of the places: what is drawn under them. Without this file the places are a table only."""

    title: Annotated[OurLine, Doc("What the map shows; its name for screen readers.")]
    description: Annotated[OurWords, Doc("Where the places lie, in words, for those who do not see the map.")]
    basemap: Annotated[GeoJson, Doc("Name of a GeoJSON file in seeds/map.")]
    credit: Annotated[OurLine, Doc("Whose data the basemap is; printed under the map.")]
    licence: Annotated[OurLine | None, Doc("Licence of the data; printed under the large map.")] = None
    boundary_basis: Annotated[OurLine, Doc("Whose borders are drawn, and which lines are not; printed under the map.")]
    ground: Annotated[
        Line | None, Doc("Code of the country whose tint fills what no area covers; left out where that is water.")
    ] = None
    frames: Annotated[tuple[Frame, ...], Doc("What is drawn; the first frame is also the small map.")]
    labels: Annotated[tuple[MapLabel, ...], Doc("Names of countries and areas.")] = ()


# --- site.yaml --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SideSummary(Shape):
    """What one side says, for the home page: our summary, and one of its positions word for word."""

    side: Annotated[Id, Doc("The side.")]
    text: Annotated[Markdown, Doc("One sentence.")]
    question: Annotated[Id, Doc("The question with the position to show.")]
    party: Annotated[Id, Doc("The party whose words are shown.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Shape):
    """What is known or not, for the home page: the status and date are the question's."""

    question: Annotated[Id, Doc("The question.")]
    text: Annotated[Markdown, Doc("One sentence.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPair(Shape):
    """Two articles that a page lays side by side, sentence by sentence."""

    articles: Annotated[Ids, Doc("The two, by their ids; the first stands on the side where reading begins.")]
    root: Annotated[
        Id | None,
        Doc("Party or source from which both have what they share, where you found that; no program says it."),
    ] = None
    note: Annotated[Markdown | None, Doc("What readers should know of the two, cited: who has what from whom.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Shape):
    """The site as a whole, and what its home page features."""

    title: Annotated[OurLine, Doc("Headline of the home page.")]
    description: Annotated[OurLine, Doc("One sentence for search results and previews.")]
    lede: Annotated[Markdown, Doc("What happened, in one paragraph.")]
    address: Annotated[Url | None, Doc("Where the published site stands; with it, the corrections have a feed.")] = None
    language: Annotated[Language, Doc("Language of the site.")] = "en"
    made_by: Annotated[
        OurLine | None, Doc("Who makes the site: people by their names, or a publisher; printed on every page.")
    ] = None
    contact: Annotated[
        Markdown | None, Doc("How readers reach them, ask for a correction or object: an address as a link, or words.")
    ] = None
    checked: Annotated[
        Date | None, Doc("When the site as a whole was last checked: that its sources still say so, and what is new.")
    ] = None
    stale_after: Annotated[
        Age, Doc("How long before `checked` a status may lie before readers are told that it is old.")
    ] = "1y"
    article: Annotated[Id, Doc("The article that the home page leads to.")]
    article_note: Annotated[Markdown | None, Doc("One sentence on that article.")] = None
    questions: Annotated[Ids, Doc("Order of the questions; those not named follow by id.")] = ()
    context: Annotated[Ids, Doc("Order of the context boxes; those not named follow by id.")] = ()
    compare: Annotated[
        tuple[ComparedPair, ...], Doc("Pairs of articles that have a page on which they stand side by side.")
    ] = ()
    says: Annotated[tuple[SideSummary, ...], Doc("Who says what.")] = ()
    known: Annotated[tuple[Finding, ...], Doc("What is known, and what is not.")] = ()
    events: Annotated[Ids, Doc("Events for the home page's timeline.")] = ()
    never_stale: Annotated[
        tuple[Demand, ...],
        Doc("Texts that no edition may publish as a translation of words that have changed: then that is an error."),
    ] = ()
    author_pages: Annotated[
        Literal["shown"] | None, Doc("`shown`: the site also carries the reference of the files, keys and rules.")
    ] = None
