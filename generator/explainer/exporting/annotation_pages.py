"""The annotations as files that a server hands out as the Web Annotation Protocol of the W3C has it, to be read.

Each text is a container at an address that ends in `/` (its `index.jsonld`), which names its pages; each page names the
one before and the one after. Which headers a server sends with them is no matter of files: the recipes say it.
"""

import json
from collections.abc import Iterator
from typing import Any

from explainer.exporting.addresses import Addresses
from explainer.exporting.pairs import pair_collection
from explainer.exporting.report_annotations import report_collection
from explainer.exporting.web_annotation import article_collection
from explainer.model.marks import unmarked
from explainer.model.pairs import pairs_in
from explainer.model.stages import Linked

_LDP = "http://www.w3.org/ns/ldp.jsonld"
FOLDER = "annotations"
"""Below the address of the site."""
PAGE = 50
"""So many annotations make a page."""


def annotation_pages(linked: Linked, addresses: Addresses, size: int = PAGE) -> dict[str, bytes]:
    """The files by path, to be put into the folder `annotations` of the published site."""
    files: dict[str, bytes] = {}
    for name, collection in _collections(linked, addresses):
        for path, content in _paged(collection, f"{addresses.site}{FOLDER}/{name}/", size):
            files[f"{name}/{path}"] = unmarked(json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()
    return files


def _collections(linked: Linked, addresses: Addresses) -> Iterator[tuple[str, dict[str, Any]]]:
    """What each text has, by the folder in which it stands; a report that became an article is that."""
    for article in linked.anchored.articles.values():
        if article.anchors:
            yield f"articles/{article.id}", article_collection(linked, article, addresses)
    for id_, entry in linked.seeds.reports.items():
        if found := report_collection(linked, entry, addresses):
            yield f"reports/{id_}", found
    for pair in pairs_in(linked):
        if found := pair_collection(linked, pair, addresses):
            yield f"beside/{pair[0]}/{pair[1]}", found


def _paged(collection: dict[str, Any], base: str, size: int) -> Iterator[tuple[str, dict[str, Any]]]:
    standard, *ours = collection["@context"]
    items = collection["first"]["items"]
    starts = list(range(0, len(items), size))
    names = [f"page-{number}.jsonld" for number, _ in enumerate(starts, 1)]
    yield (
        "index.jsonld",
        {
            "@context": [standard, _LDP],
            "id": base,
            "type": ["BasicContainer", "AnnotationCollection"],
            "label": collection["label"],
            "total": len(items),
            "first": f"{base}{names[0]}",
            "last": f"{base}{names[-1]}",
        },
    )
    for number, (name, start) in enumerate(zip(names, starts, strict=True)):
        yield (
            name,
            {
                "@context": [standard, *ours],
                "id": f"{base}{name}",
                "type": "AnnotationPage",
                "partOf": {"id": base, "label": collection["label"], "total": len(items)},
                "startIndex": start,
                **({"prev": f"{base}{names[number - 1]}"} if number else {}),
                **({"next": f"{base}{names[number + 1]}"} if number + 1 < len(names) else {}),
                "items": items[start : start + size],
            },
        )
