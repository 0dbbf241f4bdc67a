"""The records of a site in forms that other programs read. Pure: linked records in, plain data or text out."""

from dataclasses import replace

from generator.exporting.addresses import Addresses
from generator.exporting.claims import claims_table
from generator.exporting.csl import csl_items
from generator.exporting.web_annotation import collections
from generator.model.stages import Linked

__all__ = ["Addresses", "claims_table", "collections", "csl_items", "only"]


def only(linked: Linked, article: str) -> Linked:
    """The same site with one of its articles."""
    articles = {article: linked.anchored.articles[article]}
    return replace(linked, anchored=replace(linked.anchored, articles=articles))
