"""Which of the forms that we can import a file has, by its name and its first characters."""

import re
from enum import StrEnum

from explainer.authoring.importing import hypothesis_csv


class FileForm(StrEnum):
    CSL_JSON = "csl-json"
    CSL_YAML = "csl-yaml"
    BIBTEX = "bibtex"
    RIS = "ris"
    ENDNOTE_XML = "endnote-xml"
    ZOTERO_RDF = "zotero-rdf"
    WEB_ANNOTATION = "web-annotation"
    HYPOTHESIS_CSV = "hypothesis-csv"
    DOCUMENTCLOUD = "documentcloud"
    WEBANNO_TSV = "webanno-tsv"
    TEI = "tei"


SOURCES = frozenset({FileForm.CSL_JSON, FileForm.CSL_YAML, FileForm.BIBTEX, FileForm.RIS, FileForm.ENDNOTE_XML})
"""Forms that hold nothing but sources."""
BOTH = frozenset({FileForm.ZOTERO_RDF})
"""Forms that hold sources and annotations."""


_BY_ENDING = {
    ".bib": FileForm.BIBTEX,
    ".bibtex": FileForm.BIBTEX,
    ".ris": FileForm.RIS,
    ".yaml": FileForm.CSL_YAML,
    ".yml": FileForm.CSL_YAML,
    ".jsonld": FileForm.WEB_ANNOTATION,
    ".rdf": FileForm.ZOTERO_RDF,
    ".tei": FileForm.TEI,
}
# A key that every annotation has and no source; in a list of sources the first item shows it.
_ANNOTATION = re.compile(r'"(?:target|rows|annotations|@context|TextQuoteSelector|Annotation(?:Page|Collection)?)"')
# Keys that every note of DocumentCloud has, and no annotation of the W3C: a page by its number, a box of it.
_DOCUMENTCLOUD = re.compile(r'"(?:page_number|canonical_url)"\s*:|"location"\s*:\s*\{\s*"image"\s*:')
_NOTES = re.compile(r'"(?:page_number|notes|annotations)"\s*:')
_ROOTS = {
    FileForm.ZOTERO_RDF: re.compile(r"<(?:\w+:)?RDF\b"),
    # From the first record on: to look from each one to the end of the file would take its length squared.
    FileForm.ENDNOTE_XML: re.compile(r"\A(?>[\s\S]*?<(?:xml|records|record)\b(?!-))[\s\S]*?<(?:ref-type|rec-number)\b"),
    FileForm.TEI: re.compile(r"<(?:\w+:)?(?:TEI|TEI\.2|teiCorpus|standOff)\b|http://www\.tei-c\.org/ns/1\.0"),
}


def form_of(name: str, text: str) -> FileForm | None:
    """The form; None where it is none of ours."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith(("{", "[")):
        if _DOCUMENTCLOUD.search(start) and _NOTES.search(start) and "TextQuoteSelector" not in start:
            return FileForm.DOCUMENTCLOUD
        return FileForm.WEB_ANNOTATION if _ANNOTATION.search(start) else FileForm.CSL_JSON
    if start.startswith("<"):
        return next((form for form, root in _ROOTS.items() if root.search(start)), None)
    if start.startswith("#FORMAT=WebAnno TSV"):
        return FileForm.WEBANNO_TSV
    if hypothesis_csv.is_header(start.partition("\n")[0]):
        return FileForm.HYPOTHESIS_CSV
    if re.search(r"^[^\S\n]*TY {1,}-(?:\s|$)", start, re.MULTILINE | re.IGNORECASE) and not start.startswith("@"):
        return FileForm.RIS
    if re.search(r"^[^\S\n]*@\w+\s*[{(]", start, re.MULTILINE):
        return FileForm.BIBTEX
    if re.search(r"^(?:references:|- id:)", start, re.MULTILINE):
        return FileForm.CSL_YAML
    return None
