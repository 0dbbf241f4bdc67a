"""An `AnnotationCollection` of the W3C Web Annotation Data Model, with all its annotations in one page."""

from collections.abc import Sequence
from typing import Any

from explainer.model import exchange


def collection(page: str, label: str, items: Sequence[dict[str, Any]], *terms: dict[str, Any]) -> dict[str, Any]:
    """The annotations `items` of the text that stands at the address `page`; `terms` is JSON-LD context of ours."""
    return {
        "@context": [exchange.CONTEXT, *terms],
        "id": f"{page}#annotations",
        "type": "AnnotationCollection",
        "label": label,
        "total": len(items),
        "first": {
            "id": f"{page}#annotations-page-1",
            "type": "AnnotationPage",
            "partOf": f"{page}#annotations",
            "startIndex": 0,
            "items": items,
        },
        "last": f"{page}#annotations-page-1",
    }
