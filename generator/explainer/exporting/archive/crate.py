"""What an RO-Crate (1.2) says of the files of a site."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from explainer.exporting.addresses import Addresses
from explainer.exporting.archive.forms import DOCUMENT, FOLDER, HOLDS, SCHEMA
from explainer.model.files import seed_file
from explainer.model.marks import unmarked
from explainer.model.schema_org import machine, without_none
from explainer.model.stages import Linked

METADATA = "ro-crate-metadata.json"
_VERSION = "https://w3id.org/ro/crate/1.2"
_MAKER, _TERMS = "#maker", "#terms"
_FORMATS = {
    ".csv": "text/csv", ".geojson": "application/geo+json", ".html": "text/html", ".json": "application/json",
    ".jsonld": "application/ld+json", ".md": "text/markdown", ".pdf": "application/pdf", ".txt": "text/plain",
    ".xml": "application/tei+xml", ".yaml": "application/yaml", ".yml": "application/yaml",
}  # fmt: skip
_OF_ARTICLES = "seeds/articles/"


def metadata(linked: Linked, addresses: Addresses, files: Mapping[str, bytes]) -> bytes:
    folders = sorted({path.split("/", 1)[0] for path in files if "/" in path})
    alone = [path for path in files if "/" not in path]
    graph = [
        {
            "@id": METADATA, "@type": "CreativeWork", "about": {"@id": "./"}, "conformsTo": {"@id": _VERSION},
        },
        _root(linked, addresses, [*(f"{folder}/" for folder in folders), *alone]),
        *_contextual(linked),
        *(_folder(folder, files) for folder in folders),
        *(without_none(_file(linked, path, content)) for path, content in sorted(files.items())),
    ]  # fmt: skip
    document = {"@context": f"{_VERSION}/context", "@graph": graph}
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def _root(linked: Linked, addresses: Addresses, parts: list[str]) -> dict[str, Any]:
    site = linked.seeds.site.value if linked.seeds.site else None
    return without_none(
        {
            "@id": "./",
            "@type": "Dataset",
            "name": unmarked(site.title) if site else "An explainer",
            "description": unmarked(site.description) if site else "An annotated explainer.",
            "datePublished": _date(linked),
            "license": {"@id": _TERMS},
            "publisher": {"@id": _MAKER} if site and site.made_by else None,
            "inLanguage": linked.catalogue.language,
            "url": addresses.site or None,
            "hasPart": [{"@id": _id(part)} for part in parts],
        }
    )


def _date(linked: Linked) -> str | None:
    """What is newest in it: when it was checked, corrected or judged. There is no clock in what is made."""
    seeds = linked.seeds
    dates = [entry.value.date for entry in seeds.corrections]
    dates += [entry.value.as_of for entry in seeds.questions.values()]
    dates += [seeds.site.value.checked] if seeds.site and seeds.site.value.checked else []
    return max((found[:10] for each in dates if (found := machine(each))), default=None)


def _contextual(linked: Linked) -> Iterator[dict[str, Any]]:
    site = linked.seeds.site
    if site and site.value.made_by:
        yield {"@id": _MAKER, "@type": "Organization", "name": unmarked(site.value.made_by)}
    articles = linked.anchored.articles.values()
    terms = [f"{each.seed.entry.value.title}: {each.seed.entry.value.licence}" for each in articles]
    told = unmarked("The terms of each article, as its page says them. " + " ".join(terms))
    yield {"@id": _TERMS, "@type": "CreativeWork", "name": "Terms of the articles", "description": told}


def _folder(folder: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    parts = [{"@id": _id(path)} for path in sorted(files) if path.startswith(f"{folder}/")]
    return {"@id": f"{folder}/", "@type": "Dataset", "name": folder, "hasPart": parts}


def _file(linked: Linked, path: str, content: bytes) -> dict[str, Any]:
    name = path.removeprefix(f"{FOLDER}/")
    return {
        "@id": _id(path),
        "@type": "File",
        "name": PurePosixPath(path).name,
        "description": _description(path, name),
        "contentSize": str(len(content)),
        "encodingFormat": _FORMATS.get(PurePosixPath(path).suffix),
        "sha256": hashlib.sha256(content).hexdigest(),
        "conformsTo": {"@id": _id(path.replace(DOCUMENT, SCHEMA))} if path.endswith(f"/{DOCUMENT}") else None,
        **_received_from(linked, path),
    }


def _description(path: str, name: str) -> str | None:
    if path.startswith(_OF_ARTICLES):
        last = PurePosixPath(path).name
        if last == "source.txt":
            return "The text of the article as it was received; positions count its characters."
        if last.startswith("source."):
            return "What the article said before."
        if last.startswith("received."):
            return "The file that the text of the article was taken from, as it was received."
    found = seed_file(path)
    return found.holds if found else HOLDS.get(name) or HOLDS.get(name.partition("/")[2])


def _received_from(linked: Linked, path: str) -> dict[str, Any]:
    """Of a text as it was received: where from."""
    folder, _, last = path.removeprefix(_OF_ARTICLES).partition("/")
    article = linked.seeds.articles.get(folder) if path.startswith(_OF_ARTICLES) and last == "source.txt" else None
    url = article.entry.value.url if article else None
    return {"sameAs": url} if url else {}


def _id(path: str) -> str:
    return quote(path)
