"""Everything that one edition of a site is exported as, by path."""

import json

from explainer.exporting.addresses import Addresses
from explainer.exporting.annotation_pages import FOLDER as ANNOTATIONS
from explainer.exporting.annotation_pages import annotation_pages
from explainer.exporting.claims import claims_table
from explainer.exporting.coverage import coverage_table
from explainer.exporting.csl import csl_items
from explainer.exporting.data_package import data_package
from explainer.exporting.earlier import earlier_table
from explainer.exporting.pairs import pairs_table
from explainer.exporting.schema_org import schema_org_graph
from explainer.exporting.tei import tei_document
from explainer.exporting.whole import whole
from explainer.exporting.whole.schema import document_schema
from explainer.model.marks import unmarked
from explainer.model.stages import Linked

FOLDER = "exports"
DOCUMENT, SCHEMA, TABLES = "explainer.json", "explainer.schema.json", "tables"
HOLDS = {
    DOCUMENT: "Every record, as one document.",
    SCHEMA: "The JSON Schema of that document.",
    "explainer.tei.xml": "The articles in TEI P5, with everything else standing off.",
    "claims.jsonld": "Who claims what, and what was assessed, in the words of schema.org.",
    "sources.csl.json": "The bibliography as CSL-JSON.",
    "claims.csv": "Claims and positions as a table.",
    "coverage.csv": "Reports by question as a table.",
    "pairs.csv": "Articles side by side as a table.",
    "earlier.csv": "What earlier texts said as a table.",
    f"{TABLES}/datapackage.json": "What the tables beside it hold, as a data package of Frictionless.",
}
"""What each file is; a table is described in the data package."""


def every_form(linked: Linked, addresses: Addresses) -> dict[str, bytes]:
    texts = {
        DOCUMENT: _json(whole(linked, addresses)),
        SCHEMA: _json(document_schema()),
        "explainer.tei.xml": tei_document(linked, addresses),
        "claims.jsonld": _json(schema_org_graph(linked, addresses)),
        "sources.csl.json": _json(csl_items(linked)),
        "claims.csv": claims_table(linked),
        "coverage.csv": coverage_table(linked, addresses),
        "pairs.csv": pairs_table(linked, addresses),
        "earlier.csv": earlier_table(linked, addresses),
    }
    files = {path: unmarked(text).encode() for path, text in texts.items()}
    files |= {f"{TABLES}/{path}": content for path, content in data_package(linked, addresses).items()}
    # Pages of annotations name each other by their addresses.
    pages = annotation_pages(linked, addresses) if addresses.site else {}
    return files | {f"{ANNOTATIONS}/{path}": each for path, each in pages.items()}


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
