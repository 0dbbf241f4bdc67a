"""The records of a site in forms that other programs read. Pure: linked records in, plain data or text out."""

from dataclasses import replace

from explainer.exporting.addresses import Addresses
from explainer.exporting.claims import claims_table
from explainer.exporting.coverage import coverage_table
from explainer.exporting.csl import csl_items
from explainer.exporting.earlier import earlier_table
from explainer.exporting.pairs import pair_collections, pairs_table
from explainer.exporting.report_annotations import report_collections
from explainer.exporting.web_annotation import collections
from explainer.exporting.whole import whole
from explainer.exporting.whole.schema import document_schema
from explainer.model.stages import Linked

__all__ = [
    "Addresses",
    "claims_table",
    "collections",
    "coverage_table",
    "csl_items",
    "document_schema",
    "earlier_table",
    "only",
    "pair_collections",
    "pairs_table",
    "report_collections",
    "whole",
]


def only(linked: Linked, article: str) -> Linked:
    """The same site with one of its articles."""
    articles = {article: linked.anchored.articles[article]}
    return replace(linked, anchored=replace(linked.anchored, articles=articles))
