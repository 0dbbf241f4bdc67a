"""Prints names, links, dates, citations and texts of ours for one page."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from explainer.interface import message
from explainer.model.fields import OurText, in_edition, prose_of
from explainer.model.paths import Address
from explainer.model.record_types import RECORD_TYPES, RecordType, Ref
from explainer.model.seeds import Correction, Party, Side, Source
from explainer.model.stages import Entry
from explainer.model.status import is_article
from explainer.prose import nodes
from explainer.prose.nodes import plain_text
from explainer.rendering import bibliography
from explainer.rendering.addresses import href
from explainer.rendering.corrections_listed import corrections_of
from explainer.rendering.directed import isolated, spoken
from explainer.rendering.edition_links import elsewhere
from explainer.rendering.edition_marks import marked_blocks, marked_line
from explainer.rendering.escape import escape, filled, joined
from explainer.rendering.numbers import Numbers
from explainer.rendering.phrases import label
from explainer.rendering.prose_markdown import Special, blocks_markdown, inline_markdown
from explainer.rendering.redirects import old_fragments
from explainer.rendering.speaker import Speaker
from explainer.vocabulary import PartyType, Speech, Status


@dataclass(frozen=True)
class UseView:
    """A link back: what kind of place uses the record, and the place."""

    where: str
    inside: str
    """The same within a sentence."""
    link: Markup


@dataclass(frozen=True)
class Printer(Speaker):
    page: str
    """Path of the page that is printed."""
    numbers: Numbers | None = None
    """Of a page that ends in a list of its sources: their numbers, which its citations show. On other pages citations
    are short names that lead to the site's list."""

    # --- records: None or nothing where an id does not resolve, which linking has reported ---------------

    def source(self, id: str) -> Source | None:
        entry = self.linked.seeds.sources.get(id)
        return entry.value if entry else None

    def party(self, id: str) -> Party | None:
        entry = self.linked.seeds.parties.get(id)
        return entry.value if entry else None

    def side_of(self, party: str) -> Side | None:
        """The side whose letter and hue a party has; none of the article itself."""
        value = None if is_article(party, self.linked.seeds.parties) else self.party(party)
        entry = self.linked.seeds.sides.get(value.side) if value else None
        return entry.value if entry else None

    def corrections(self, records: Collection[str]) -> list[Entry[Correction]]:
        """What we changed after publishing in any of `records` (named as in corrections.yaml), newest first."""
        return corrections_of(records, self.linked)

    def corrected(self, correction: Correction) -> Markup:
        """What a correction is about, by its name and linked."""
        ref = Ref.parse(correction.record)
        return self.to(ref.type, ref.id, self.label(ref)) + self._spoken(ref) if ref else escape(correction.record)

    # --- links --------------------------------------------------------------------------------------

    def href(self, address: Address) -> Markup:
        return href(self.page, address)

    def to_page(self, page: str, words: str) -> Markup:
        return filled("[{}]({})", escape(words), self.href(Address(*page.split("#", 1))))

    def to_address(self, address: Address, words: str) -> Markup:
        return filled("[{}]({})", isolated(words, self.direction), self.href(address))

    def to(self, type: str, id: str, words: str | Markup) -> Markup:
        """A link to a record, or the words alone where the record does not exist."""
        address = self.linked.addresses.get(Ref(RecordType(type), id))
        shown = words if isinstance(words, Markup) else isolated(words, self.direction)
        return filled("[{}]({})", shown, self.href(address)) if address else shown

    def link(self, type: str, id: str) -> Markup:
        """The address alone, for a link that carries attributes; the record must exist."""
        return self.href(self.linked.addresses[Ref(RecordType(type), id)])

    def former(self, type: str, id: str) -> Markup:
        """Empty anchors for the addresses on this page that a record had before it was renamed."""
        fragments = old_fragments(self.linked, Ref(RecordType(type), id))
        return joined("", (filled('<span id="{}"></span>', fragment) for fragment in fragments))

    def names(self, type: str, ids: Iterable[str]) -> Markup:
        """Links to records by their names, separated by commas; unknown ids are left out."""
        labels = {id: self.name(type, id) for id in ids}
        return self.joined(self.to(type, id, label) for id, label in labels.items() if label)

    def name(self, type: str, id: str) -> str:
        """What a party, place, side, question, context box or term is called; nothing where it does not exist."""
        field = RECORD_TYPES[RecordType(type)].name
        if not field:
            return id
        entry = self.linked.seeds.records[RecordType(type)].get(id)
        return str(getattr(entry.value, field)) if entry else ""

    def parties(self, ids: Iterable[str]) -> Markup:
        """The same of parties, within a sentence."""
        labels = {id: self.within_a_sentence(id) for id in ids}
        return self.joined(self.to(RecordType.PARTY, id, label) for id, label in labels.items() if label)

    def within_a_sentence(self, party: str) -> str:
        """A party's name; in English without its capital article, which outlets keep: “The New York Times”."""
        name, value = self.name(RecordType.PARTY, party), self.party(party)
        has_article = self.words.is_english and name.startswith("The ") and value and value.type is not PartyType.OUTLET
        return f"the {name.removeprefix('The ')}" if has_article else name

    def uses(self, type: str, id: str, events: Collection[str] = ()) -> list[UseView]:
        """Where a record is used, as links back, without those events."""
        views = []
        for use in self.linked.uses.get(Ref(RecordType(type), id), ()):
            if use.by and use.by.type is RecordType.EVENT and use.by.id in events:
                continue
            part = RECORD_TYPES[use.by.type].part if use.by else message("Home")
            name = use.label if use.by else self.words.gettext(use.label)
            link = filled("[{}]({}){}", isolated(name, self.direction), self.href(use.address), self._spoken(use.by))
            where = self.words.gettext(part)
            if use.by and use.by.type is RecordType.ANNOTATION and len(self.linked.seeds.articles) > 1:
                article = isolated(self.label(use.by.article), self.direction)
                where = self.phrases.gettext("Note on %(article)s", article=article)
            views.append(UseView(where, self.words.pgettext("in brackets", part.lower()), link))
        return views

    def _spoken(self, ref: Ref | None) -> Markup:
        """After a link to a record: that its words are an article's, where these are not of the site's language."""
        article = self.linked.seeds.articles.get(ref.article.id) if ref and ref.type is RecordType.ANNOTATION else None
        if article is None:
            return Markup("")
        language = article.entry.value.language
        return filled("{{:{} }}", spoken(language)) if language != self.words.language else Markup("")

    def part(self, ref: Ref) -> str:
        """In what part of the site a record stands: “Glossary”."""
        return self.words.gettext(RECORD_TYPES[ref.type].part)

    def label(self, ref: Ref) -> str:
        """What links to a record call it: the title of a question, the first words of a passage."""
        return self.linked.labels.get(ref, ref.id)

    def event(self, id: str) -> str:
        """The date and the first words of an event."""
        return self.label(Ref(RecordType.EVENT, id))

    def root(self, id: str) -> Markup:
        """The name of a root, which is a party or a source, linked."""
        if self.party(id):
            return self.to(RecordType.PARTY, id, self.name(RecordType.PARTY, id))
        source = self.source(id)
        return self.to(RecordType.SOURCE, id, bibliography.short_name(source, self.words)) if source else escape(id)

    def badge(self, side: Side | None) -> Markup:
        """A side's letter in its hue, beside its name or a party's: a screen reader says only the name."""
        return self._badge(side, Markup('aria-hidden="true"'))

    def lone_badge(self, side: Side) -> Markup:
        """The same where no name stands beside it: a screen reader says the side's name for it."""
        return self._badge(side, filled('role="img" aria-label="{}"', side.name))

    def _badge(self, side: Side | None, spoken: Markup) -> Markup:
        if side is None:
            return Markup("")
        shown = in_edition(side.letter)
        return filled('<b class="x-p" data-party="{}" data-hue="{}" {}>{}</b>', side.letter, side.hue, spoken, shown)

    def party_badge(self, party: str) -> Markup:
        return self.badge(self.side_of(party))

    def said(self, party: str, said: Speech) -> Markup:
        """The mark of speech: who says so, and how sure it is that it was said. Nothing of whether it is true."""
        if is_article(party, self.linked.seeds.parties):
            words = self.phrases.gettext("Said by the article itself")
        else:
            words = self.phrases.gettext(
                "Said by %(party)s, %(sureness)s",
                party=filled("{} {}", self.party_badge(party), self.parties([party])),
                sureness=self.to_page(f"how-to-read.md#said-{said.value}", label(self.words, said)),
            )
        return filled('<span class="x-speech">{}</span>', words)

    def status(self, status: Status) -> Markup:
        """The mark of evidence: what is shown, its word a link to the definition."""
        return self._status(status, self.to_page(f"how-to-read.md#status-{status.value}", label(self.words, status)))

    def status_word(self, status: Status) -> Markup:
        """The same without a link."""
        return self._status(status, escape(label(self.words, status)))

    def _status(self, status: Status, word: Markup) -> Markup:
        mark = self.phrases.gettext("Status: %(status)s", status=word)
        return filled('<span class="x-status" data-status="{}">{}</span>', status.value, mark)

    # --- sources ------------------------------------------------------------------------------------

    def sources(self, ids: Iterable[str]) -> Markup:
        """A line of sources by short name, each once and linked to its entry in the list of the page or of the site."""
        links = []
        for id in dict.fromkeys(ids):
            source = self.source(id)
            if source is None:
                continue
            name = bibliography.plain_name(source, self.words)
            if self.numbers:
                links.append(filled("[{}&nbsp;{}](#s-{})", self.numbers.sources[id], name, Markup(id)))
            else:
                links.append(self.to(RecordType.SOURCE, id, name))
        return joined(self.phrases.pgettext("between items", "; "), links)

    def bibliography(self, id: str) -> Markup:
        source = self.source(id)
        return bibliography.entry(source, self.words, in_list=self.numbers is not None) if source else Markup("")

    def reading(self, id: str) -> str:
        source = self.source(id)
        return bibliography.reading(source, self.words) if source else ""

    # --- texts of ours ------------------------------------------------------------------------------

    def text(self, text: OurText | None) -> Markup:
        """A text of ours as blocks; nothing where there is none."""
        if not text:
            return Markup("")
        printed = blocks_markdown(prose_of(text).blocks, self._special)
        return marked_blocks(printed, text.standing, self) if text.standing else printed

    def line(self, text: OurText | None) -> Markup:
        """The same in one line; several paragraphs are joined by spaces."""
        if not text:
            return Markup("")
        printed = self._line(text)
        return marked_line(printed, text.standing, self) if text.standing else printed

    def _line(self, text: OurText) -> Markup:
        prose = prose_of(text)
        if all(isinstance(block, nodes.Paragraph) for block in prose.blocks):
            paragraphs = (b.children for b in prose.blocks if isinstance(b, nodes.Paragraph))
            return joined(" ", (inline_markdown(children, self._special) for children in paragraphs))
        return escape(plain_text(prose))

    def elsewhere(self, fragment: str) -> Markup:
        """The same place of this page in each other edition, for readers without scripts."""
        return elsewhere(self.linked, Address(self.page, fragment))

    def plain(self, text: OurText | None) -> str:
        """Its words alone."""
        return plain_text(prose_of(text)) if text else ""

    def term_link(self, term: str, words: Markup) -> Markup:
        """A word of the glossary; its definition also stands at the page's end."""
        address = self.linked.addresses.get(Ref(RecordType.TERM, term))
        if address is None:
            return words
        if self.numbers is None:  # a page that lists records has no list of terms at its end
            return filled("[{}]({}){{: .x-term role=doc-glossref }}", words, self.href(address))
        assert term in self.numbers.terms, f"what says the numbers of {self.page} does not know the term {term}"
        link = "[{}]({}){{: .x-term role=doc-glossref aria-details=t-{} }}"
        return filled(link, words, self.href(address), Markup(term))

    def _special(self, child: Special) -> Markup:
        match child:
            case nodes.Citation(sources=sources):
                return self.citation(sources)
            case nodes.Reference(target=target, words=words):
                ref = Ref.parse(target)
                assert ref is not None, "a reference that was resolved says its type"
                return self.to(ref.type, ref.id, words)
            case nodes.TermWord(term=term, text=text):
                return self.term_link(term, escape(text))

    def citation(self, sources: Sequence[str]) -> Markup:
        """What stands for `[@source]` in a text."""
        if self.numbers is None:
            return filled("<cite>({})</cite>", self.sources(sources))
        link = '[{0}](#s-{1}){{: .x-cite role=doc-biblioref aria-label="{2}" }}'
        spoken = self.phrases.gettext
        links = [
            filled(link, number, Markup(id), spoken("Source %(number)s", number=number))
            for id, number in ((id, self.numbers.sources[id]) for id in sources if self.source(id))
        ]
        return joined("&#8239;", links)
