"""The whole explainer as a data package (version 2.0): flat tables as CSV with their keys, and the articles’ texts."""

import csv
import hashlib
import json
from collections.abc import Mapping
from io import StringIO
from typing import Any

from explainer.exporting.addresses import Addresses
from explainer.exporting.data_package.flat import FlatColumn, FlatTable, flat_tables
from explainer.exporting.data_package.rows import Cells, flat_rows
from explainer.exporting.derived import NUMBER
from explainer.exporting.whole.values import NUMBERS, WHOLE_NUMBERS
from explainer.exporting.whole.version import VERSION
from explainer.model.fields import URL
from explainer.model.marks import unmarked
from explainer.model.stages import Linked

DESCRIPTOR = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/{}.json"


def data_package(linked: Linked, addresses: Addresses) -> dict[str, bytes]:
    """The files of the package by path."""
    found = flat_rows(linked, addresses)
    files: dict[str, bytes] = {}
    resources = []
    for name, table in flat_tables().items():
        path = f"{name}.csv"
        files[path] = _csv(table, found.rows.get(name, []))
        about = {"name": name, "type": "table", "path": path, "description": table.holds}
        kind = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
        resources.append({**about, **kind, **_measured(files[path]), "schema": _schema(table)})
    for path, text in found.texts.items():
        files[path] = text.encode()
        name = path.removesuffix(".txt").replace("/", "-")
        told = "The characters of an article, which positions count."
        kind = {"format": "txt", "mediatype": "text/plain", "encoding": "utf-8"}
        resources.append({"name": name, "path": path, "description": told, **kind, **_measured(files[path])})
    descriptor = {**_about(linked, addresses), "resources": resources}
    text = json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n"
    return {DESCRIPTOR: text.encode(), **files}


def _about(linked: Linked, addresses: Addresses) -> dict[str, Any]:
    site = linked.seeds.site.value if linked.seeds.site else None
    told = {
        "title": site and unmarked(site.title),
        "description": site and unmarked(site.description),
        "homepage": addresses.site,
        "contributors": [{"title": unmarked(site.made_by), "roles": ["publisher"]}] if site and site.made_by else None,
        "sources": [
            {"title": unmarked(each.seed.entry.value.title)}
            | ({"path": each.seed.entry.value.url} if each.seed.entry.value.url else {})
            for each in linked.anchored.articles.values()
        ],
    }
    return {
        "$schema": _PROFILE.format("datapackage"),
        "name": "explainer",
        **{key: value for key, value in told.items() if value},
        "languages": [linked.catalogue.language],
        "form": {"name": "explainer", "version": VERSION},
    }


def _csv(table: FlatTable, rows: list[Cells]) -> bytes:
    stream = StringIO()
    written = csv.DictWriter(stream, list(table.columns), restval="", lineterminator="\n")
    written.writeheader()
    written.writerows(rows)
    return stream.getvalue().encode()


def _measured(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _schema(table: FlatTable) -> dict[str, Any]:
    foreign = [
        {"fields": [column.name], "reference": _reference(table, column.names)}
        for column in table.columns.values()
        if column.names
    ]
    return {
        "$schema": _PROFILE.format("tableschema"),
        "fields": [_field(column) for column in table.columns.values()],
        "primaryKey": ["key"],
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _reference(table: FlatTable, named: str) -> dict[str, Any]:
    return {"resource": "" if named == table.name else named, "fields": ["key"]}


def _field(column: FlatColumn) -> dict[str, Any]:
    constraints: Mapping[str, Any] = {
        **({"required": True} if column.is_required else {}),
        **({"unique": True} if column.name == "key" else {}),
        **({"enum": list(column.words)} if column.words else {}),
    }
    kind: dict[str, Any] = {"type": "string"}
    if column.form in (*WHOLE_NUMBERS, NUMBER):
        kind = {"type": "integer"}
    elif column.form in NUMBERS:
        kind = {"type": "number"}
    elif column.form == URL:
        kind = {"type": "string", "format": "uri"}
    described = {"description": column.holds} if column.holds else {}
    return {"name": column.name, **kind, **described, **({"constraints": constraints} if constraints else {})}
