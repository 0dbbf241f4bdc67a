"""The words of the product: each word once, with its label and its printed definition.

The models take their values from here, and so do the page that explains how to read the site, the
author's reference, and the JSON Schema.
"""

from enum import StrEnum

FORMER = {"claimed": "unverified"}
"""Words that authors wrote before: still understood, and told with the word of today."""


class Word(StrEnum):
    """A value that an author writes, the label that a reader sees, and what it means."""

    label: str
    definition: str

    def __new__(cls, value: str, label: str, definition: str) -> "Word":
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        word.definition = definition
        return word

    @classmethod
    def _missing_(cls, value: object) -> "Word | None":
        return cls.__members__.get(FORMER.get(str(value), "").replace("-", "_").upper())


class Stance(Word):
    """The position of a party on a question: a fact about speech, not about truth."""

    ASSERTS = "asserts", "Asserts", "The party says that it is so."
    DENIES = "denies", "Denies", "The party says that it is not so."
    CONFIRMS = "confirms", "Confirms", "The party confirms what another party says."
    PARTLY_CONFIRMS = "partly-confirms", "Confirms in part", "The party confirms a part of what another party says."
    RETRACTS_IN_PART = (
        "retracts-in-part",
        "Takes back in part",
        "The party takes back a part of what it, or another of its side, said before.",
    )
    NO_COMMENT = "no-comment", "No comment", "The party was asked, or spoke on the subject, and would not say."
    NOT_REPORTED = "not-reported", "Not reported", "We looked and found no statement of the party on this."


class Speech(Word):
    """How sure it is that a party said what is noted: a fact about speech, which shows nothing of its truth."""

    CERTAIN = "certain", "on record", "We read the party’s own words, or several independent outlets print them."
    REPORTED = "reported", "as reported", "Somebody else reports that the party said so; we did not read its own words."


class Status(Word):
    """What independent evidence shows, always as of a date. It is no score."""

    CONFIRMED = (
        "confirmed",
        "confirmed",
        "Shown by independent evidence of two or more kinds, or acknowledged by the side it harms.",
    )
    VISUALLY_VERIFIED = (
        "visually-verified",
        "visually verified",
        "Photo, video or satellite image checked for originality, place and time by a named verifier.",
    )
    ASSESSED = (
        "assessed",
        "supported, not proven",
        "Reliable, independently checkable information supports it; not shown outright.",
    )
    UNVERIFIED = (
        "unverified",
        "not verified",
        "One party or its channel says so; we can neither corroborate nor disprove it.",
    )
    DISPUTED = "disputed", "disputed", "The parties’ claims contradict each other and the evidence does not settle it."
    CONTRADICTED = (
        "contradicted",
        "contradicted",
        "Independent evidence goes against it. We say that the claim is wrong, not the person.",
    )
    CANNOT_BE_JUDGED = "cannot-be-judged", "cannot be judged", "The data needed is not accessible."
    OUTDATED = "outdated", "outdated", "True when said; since overtaken."


class Weight(Word):
    """How much a reader needs a note: whether its passage is marked from the start."""

    MAJOR = "major", "Major", "The passage is marked from the start."
    MINOR = "minor", "Minor", "The passage is marked once a reader asks for all notes."


class Relation(Word):
    """How a piece of evidence bears on the statement it stands under."""

    SUPPORTS = "supports", "supports", "Speaks for the statement."
    DISPUTES = "disputes", "disputes", "Contests the statement without refuting it."
    REFUTES = "refutes", "refutes", "Shows that the statement is wrong."
    QUALIFIES = "qualifies", "limits", "Limits the statement or adds a condition to it."
    BACKGROUND = "background", "background", "Helps to understand the statement without bearing on it."


class Confidence(Word):
    """How sure we are that the article is wrong and of the reading we give."""

    HIGH = "high", "sure", "Compared with the original text, or shown by several sources."
    MEDIUM = "medium", "fairly sure", "Inferred from other sources; the original was not seen here."
    LOW = "low", "our guess", "Our best guess; the passage allows another reading."


class ErratumType(Word):
    """What happened to the words of the article on their way from the original."""

    NAME = "name", "Name", "A name, an office or a unit is replaced by another or misspelt."
    FIGURE = "figure", "Figure", "A number, a date or a quantity is changed."
    ATTRIBUTION = "attribution", "Attribution", "Who said or did it is lost or changed."
    QUOTATION = "quotation", "Quotation", "Words in quotation marks are not what was said, or the marks moved."
    CUT = "cut", "Cut", "A sentence is cut in two, words are missing, or a scrap of one stands alone."
    WORDING = "wording", "Other words", "Other words of another sense stand for those of the original."


class Control(Word):
    """What a party says about a place."""

    CLAIMS = "claims-control", "claims control", "The party says that it, or its side, holds the place."
    DENIES = "denies-control", "denies control", "The party says that the other side does not hold the place."
    FIGHTING = "reports-fighting", "reports fighting", "The party says that there is fighting at the place."


class Reading(Word):
    """What was actually read of a source."""

    ORIGINAL = "original", "original", "The publisher’s own page or file."
    REPRINT = "reprint", "reprint", "The text on the page of another outlet that carries it with permission."
    COPY = "copy", "copy", "The text on a page that copied it: a mirror, an archive, an aggregator, a repost."
    TRANSLATION = "translation", "translation", "A translation; its words are not a quotation of the original."
    SUMMARY = "summary", "summary", "A report of what the source says, by somebody else."


class Extent(Word):
    """How much of a report was read for the questions: only of a whole text can be said that it says nothing."""

    WHOLE = "whole", "the whole text", "All of the text was read for the questions."
    PART = "part", "a part of the text", "A part of the text was read: nothing follows from what is not quoted."


class Naming(Word):
    """Whom a report names for the words that are quoted from it: a fact about the report, not about who is right."""

    PERSON = "person", "named person", "Somebody who is called by name."
    OFFICE = (
        "office",
        "office or body",
        "An authority, a unit, an outlet or another body, or somebody who speaks for it.",
    )
    UNNAMED = "unnamed", "unnamed", "Somebody who is not named: “officials”, “a source”, “residents”."
    NOBODY = "nobody", "in the report’s own voice", "The report says so itself."


class LineBreaks(Word):
    """What the line breaks inside an article's text mean."""

    PARAGRAPHS = "paragraphs", "paragraphs", "Every line is a paragraph."
    KEPT = "kept", "kept", "Lines are lines: verse, lists, rows; readers see each."
    FLOWING = "flowing", "flowing", "Lines were broken where they were full: readers see paragraphs that flow on."


class Dating(Word):
    """How precise the dates in the text of a source are."""

    YEAR = "year", "year", "The text names the year of what it reports."
    MONTH = "month", "month", "The text names the month of what it reports."
    DAY = "day", "day", "The text names the day of what it reports, or lets it be counted from a day that it names."
    MINUTE = "minute", "minute", "The text names the time of day of what it reports."


class Precision(Word):
    """How exactly a place is known."""

    EXACT = "exact", "exact", "The point lies on the place itself."
    APPROXIMATE = "approximate", "approximate", "The point lies near the place, within a few kilometres."
    AREA = "area", "area", "The point stands for an area, such as a district or a region."


class PartyType(Word):
    """What a party is."""

    PERSON = "person", "Person", "One human being, named with the office held at the time."
    UNIT = "unit", "Unit", "A part of an army, or of another armed or uniformed service."
    AUTHORITY = "authority", "Authority", "A government, ministry, agency, service or governor's office."
    ORGANISATION = "organisation", "Organisation", "A party, institute, association or company."
    OUTLET = "outlet", "Outlet", "A news agency, paper, broadcaster or channel."
    ARTICLE = "article", "Article", "The annotated text itself, where it says something in its own voice: of no side."


class CorrectionType(Word):
    """What kind of change of ours was made to something already published."""

    CORRECTION = "correction", "Correction", "We were wrong."
    CLARIFICATION = "clarification", "Clarification", "We were right, but could be misunderstood."
    UPDATE = "update", "Update", "Something has happened, or become known, since."
    RETRACTION = "retraction", "Retraction", "We no longer stand by it."


_OF_PAGE = "The words of a saved web page, in the order of its HTML, without pictures and styles."


class ReceivedForm(Word):
    """In what form an article was received, and what its text holds of that."""

    TEXT = "text", "text", "The file itself, letter for letter."
    HTML = "html", "HTML", _OF_PAGE
    MHTML = "mhtml", "MHTML", _OF_PAGE
    WEBARCHIVE = "webarchive", "Safari’s webarchive", _OF_PAGE
    EMAIL = "email", "e-mail", "The words of a letter, without the files that came with it."
    PDF = (
        "pdf",
        "PDF",
        "The text layer of a PDF file, in the order in which it is read: paragraphs and broken words are made whole.",
    )
    DOCX = (
        "docx",
        "DOCX",
        "The words of a document with every tracked change accepted, without its comments; footnotes stand behind it.",
    )
    ODT = "odt", "ODT", DOCX[2]
    EPUB = "epub", "EPUB", "The words of a book, chapter by chapter, without pictures and styles."
    WARC = "warc", "WARC", _OF_PAGE
    WACZ = "wacz", "WACZ", _OF_PAGE


class Demand(Word):
    """Texts that a site may demand to be in step in each of its editions."""

    SHORT_ANSWERS = "short-answers", "short answers", "The short answer of each question."
    STATUSES = (
        "statuses",
        "statuses",
        "What a status rests on: assessments, and notes on claims of a status of their own.",
    )
    CORRECTIONS = "corrections", "corrections", "What was changed and why."
