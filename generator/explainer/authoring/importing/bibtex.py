"""BibTeX and BibLaTeX as CSL items.

Addresses and dates are not decoded as texts: `%20` and `~` mean themselves there.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from explainer.authoring.importing import addresses, bibtex_dates, languages, latex
from explainer.authoring.importing.bibtex_entries import BibEntry, entries
from explainer.authoring.importing.bibtex_names import names
from explainer.authoring.importing.records import ImportedRecord, Library, Lost

_TYPES = {
    "article": "article-journal", "suppperiodical": "article-journal", "newspaper": "article-newspaper",
    "newsarticle": "article-newspaper", "magazine": "article-magazine", "periodical": "periodical",
    "book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book", "reference": "book",
    "mvreference": "book", "proceedings": "book", "mvproceedings": "book", "booklet": "pamphlet",
    "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter", "incollection": "chapter",
    "suppcollection": "chapter", "inreference": "entry-encyclopedia", "inproceedings": "paper-conference",
    "conference": "paper-conference", "manual": "report", "techreport": "report", "report": "report",
    "mastersthesis": "thesis", "phdthesis": "thesis", "thesis": "thesis", "unpublished": "manuscript",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "webpage": "webpage", "software": "software",
    "dataset": "dataset", "patent": "patent", "movie": "motion_picture", "video": "motion_picture",
    "audio": "song", "music": "song", "artwork": "graphic", "image": "figure", "letter": "personal_communication",
    "legislation": "legislation", "jurisdiction": "legal_case", "legal": "treaty", "performance": "performance",
    "review": "review", "standard": "standard",
}  # fmt: skip
_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_FIELDS = {
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle"),
    "publisher": ("publisher", "institution", "organization", "school"),
    "note": ("note", "addendum"),
}
"""The first that an entry has is taken; the others, and every other field, are told as having no place here."""
_EPRINTS = {
    "arxiv": "https://arxiv.org/abs/", "jstor": "https://www.jstor.org/stable/", "hdl": "https://hdl.handle.net/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
}  # fmt: skip


def read(text: str) -> Library:
    """The entries, and what could not be read."""
    found, problems = entries(text.removeprefix("\ufeff"))
    return Library([_BibtexReader(entry).record() for entry in found], problems)


class _BibtexReader:
    """One entry; each method takes the fields that it understands, and what then is left is lost."""

    def __init__(self, entry: BibEntry) -> None:
        self.entry = entry
        self.left = {key: text for key, text in entry.fields.items() if text.strip()}
        self.lost = entry.lost
        self.remarks = entry.remarks

    def record(self) -> ImportedRecord:
        language = self._language()
        item: dict[str, Any] = {
            "id": self.entry.key,
            "type": self._type(),
            "title": self._title(),
            **{key: text for key, keys in _FIELDS.items() if (text := self._first(keys))},
            "author": names(self.left.pop("author", ""), "author", self.remarks, self._decoder("author")),
            **self._dates(language),
            **dict(self._addresses()),
        }
        if language:
            item["language"] = language
        for key, text in self.left.items():
            self.lost.append(Lost(key, text if key == "file" else latex.decoded(text).text or text))
        return ImportedRecord(item, tuple(self.lost), tuple(self.remarks))

    def _type(self) -> str:
        written, subtype = self.entry.type, self.left.get("entrysubtype", "").lower()
        if known := _SUBTYPES.get(subtype):
            del self.left["entrysubtype"]
            return known
        if written == "misc":
            return "webpage" if self.left.keys() & {"url", "howpublished"} else "document"
        if written not in _TYPES:
            self.lost.append(Lost("type", f"@{written}"))
        return _TYPES.get(written, "document")

    def _title(self) -> str:
        """Title and subtitle as they are cited: with a colon, unless the title ends in a mark of its own."""
        title, subtitle = (self._words(key) for key in ("title", "subtitle"))
        return f"{title}{'' if title[-1:] in '?!.:' else ':'} {subtitle}" if title and subtitle else title or subtitle

    def _first(self, keys: tuple[str, ...]) -> str:
        used = next((key for key in keys if key in self.left), None)
        return self._words(used) if used else ""

    def _words(self, key: str) -> str:
        return self._decoder(key)(self.left.pop(key, ""))

    def _decoder(self, field: str) -> Callable[[str], str]:
        def decode(written: str) -> str:
            found = latex.decoded(written)
            for command in found.kept:
                self.remarks.append(f"In `{field}`, `{command}` stays as written: its LaTeX is not understood here.")
            return found.text

        return decode

    def _dates(self, language: str) -> dict[str, str]:
        fields: dict[str, str] = {
            key: self.left.pop(key) for key in ("date", "year", "month", "day") if key in self.left
        }
        if "\\" in fields.get("month", ""):
            fields["month"] = latex.decoded(fields["month"]).text or fields["month"]
        found = {"issued": bibtex_dates.issued(fields, language, self.lost)}
        found["accessed"] = bibtex_dates.accessed(self.left.pop("urldate", ""), language, self.lost)
        return {key: date for key, date in found.items() if date}

    def _addresses(self) -> Iterator[tuple[str, str]]:
        """The address; where there is none, one that `howpublished` holds, or that of the DOI or the eprint."""
        written = self.left.pop("url", "")
        if "\\href" in written and (link := re.search(r"<(https?://[^<>]+)>", latex.decoded(written).text)):
            self.lost.append(Lost("url", latex.decoded(written).text, link[1]))
            written = link[1]
        written = latex.address(written)
        first, _, rest = written.partition(" ")
        if rest and addresses.address(first):
            self.lost.append(Lost("url", rest.strip()))
            written = first
        if "howpublished" in self.left and not written:
            found = re.search(r"(?:https?://|www\.)[^\s{}]+", self.left["howpublished"])
            written = latex.address(found[0]) if found else ""
            if found and not re.sub(r"\\url|[{}]", "", self.left["howpublished"].replace(found[0], "")).strip():
                del self.left["howpublished"]
        doi = latex.address(self.left.pop("doi", ""))
        if not written and not addresses.doi(doi):
            written = self._eprint()
        if written:
            yield "URL", written
        if doi:
            yield "DOI", doi

    def _eprint(self) -> str:
        kind = (self.left.get("eprinttype") or self.left.get("archiveprefix", "")).lower()
        begin, name = _EPRINTS.get(kind), self.left.get("eprint", "").strip("{} ")
        if not begin or not name or not re.fullmatch(r"[\w./:-]+", name):
            return ""
        for key in ("eprint", "eprinttype", "archiveprefix"):
            self.left.pop(key, None)
        return f"{begin}{name.removeprefix(f'{kind}:').removeprefix('arXiv:')}"

    def _language(self) -> str:
        """What `langid` says, else `language` or `hyphenation`; the others are told where they say something else."""
        found = ""
        for key in ("langid", "language", "hyphenation"):
            tag = languages.language(latex.decoded(self.left.get(key, "")).text) if key in self.left else None
            if tag and (not found or tag.partition("-")[0] == found.partition("-")[0]):
                found = max(found, tag, key=len)
                del self.left[key]
        return found
