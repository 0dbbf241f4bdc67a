"""The records of a site in forms that other programs read. Pure: linked records in, plain data or text out."""

from dataclasses import replace

from explainer.exporting.addresses import Addresses
from explainer.exporting.annotation_pages import annotation_pages
from explainer.exporting.archive import archive
from explainer.exporting.claims import claims_table
from explainer.exporting.coverage import coverage_table
from explainer.exporting.csl import csl_items
from explainer.exporting.data_package import data_package
from explainer.exporting.earlier import earlier_table
from explainer.exporting.pairs import pair_collections, pairs_table
from explainer.exporting.report_annotations import report_collections
from explainer.exporting.schema_org import schema_org_graph
from explainer.exporting.tei import tei_document
from explainer.exporting.web_annotation import collections
from explainer.exporting.whole import whole
from explainer.exporting.whole.schema import document_schema
from explainer.model.stages import Linked

__all__ = [
    "Addresses",
    "annotation_pages",
    "archive",
    "claims_table",
    "collections",
    "coverage_table",
    "csl_items",
    "data_package",
    "document_schema",
    "earlier_table",
    "only",
    "pair_collections",
    "pairs_table",
    "report_collections",
    "schema_org_graph",
    "tei_document",
    "whole",
]


def only(linked: Linked, article: str) -> Linked:
    """The same site with one of its articles."""
    articles = {article: linked.anchored.articles[article]}
    return replace(linked, anchored=replace(linked.anchored, articles=articles))
