"""Which of the forms that we can import a file has, by its name and its first characters."""

import re
from enum import StrEnum


class FileForm(StrEnum):
    CSL_JSON = "csl-json"
    CSL_YAML = "csl-yaml"
    BIBTEX = "bibtex"
    RIS = "ris"
    WEB_ANNOTATION = "web-annotation"


_BY_ENDING = {
    ".bib": FileForm.BIBTEX,
    ".bibtex": FileForm.BIBTEX,
    ".ris": FileForm.RIS,
    ".yaml": FileForm.CSL_YAML,
    ".yml": FileForm.CSL_YAML,
    ".jsonld": FileForm.WEB_ANNOTATION,
}
# A key that every annotation has and no source; in a list of sources the first item shows it.
_ANNOTATION = re.compile(r'"(?:target|rows|annotations|@context|TextQuoteSelector|Annotation(?:Page|Collection)?)"')


def form_of(name: str, text: str) -> FileForm | None:
    """The form; None where it is none of ours."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith(("{", "[")):
        return FileForm.WEB_ANNOTATION if _ANNOTATION.search(start) else FileForm.CSL_JSON
    if re.search(r"^[^\S\n]*TY {1,}-(?:\s|$)", start, re.MULTILINE | re.IGNORECASE) and not start.startswith("@"):
        return FileForm.RIS
    if re.search(r"^[^\S\n]*@\w+\s*[{(]", start, re.MULTILINE):
        return FileForm.BIBTEX
    if re.search(r"^(?:references:|- id:)", start, re.MULTILINE):
        return FileForm.CSL_YAML
    return None
