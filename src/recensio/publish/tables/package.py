"""data/datapackage.json: what the CSV files hold, for programs (Data Package, specs 1.0).

https://specs.frictionlessdata.io/tabular-data-package/
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from recensio.model.document import Artifact, Metadata
from recensio.publish.prepare import Edition
from recensio.publish.tables.schema import Column, Link, Schema, schemas

KINDS: Final[dict[str, dict[str, Any]]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "address": {"type": "string", "format": "uri"},
    "day": {"type": "string", "constraints": {"pattern": r"-?\d{4,}-\d\d-\d\d"}},
}
"""A day is a string, for those before our era are no dates there."""

COMMONS: Final = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)/(\d[\d.]*)")

Record = dict[str, Any]


def data_package(edition: Edition) -> Artifact:
    """The description of the tables in data/*.csv."""
    metadata = edition.corpus.metadata
    found = {
        "profile": "tabular-data-package",
        "name": _name(metadata.title),
        "title": metadata.title,
        "description": metadata.description,
        "homepage": edition.corpus.web.url,
        "licenses": _licences(metadata),
        "contributors": [{"title": name, "role": "author"} for name in metadata.editors],
        "resources": [_resource(schema) for schema in schemas()],
    }
    told = {key: value for key, value in found.items() if value}
    content = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return Artifact("data/datapackage.json", content.encode(), "application/json")


def _resource(schema: Schema) -> Record:
    links = [_foreign(link, schema) for link in schema.links if _is_plain(link, schema)]
    described = {
        "fields": [_field(column) for column in schema.columns.values()],
        "primaryKey": list(schema.key),
    }
    return {
        "profile": "tabular-data-resource",
        "name": schema.name.replace("_", "-"),
        "path": f"{schema.name}.csv",
        "description": schema.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": described | ({"foreignKeys": links} if links else {}),
    }


def _field(column: Column) -> Record:
    told: Record = {"name": column.name, "description": column.about, **KINDS[column.kind]}
    if column.needed:
        told["constraints"] = {**told.get("constraints", {}), "required": True}
    return told


def _is_plain(link: Link, schema: Schema) -> bool:
    """Whether it can be told there: of several columns none may be empty."""
    return len(link.columns) == 1 or all(schema.columns[name].needed for name in link.columns)


def _foreign(link: Link, schema: Schema) -> Record:
    table = "" if link.table == schema.name else link.table.replace("_", "-")
    reference = {"resource": table, "fields": list(link.to)}
    return {"fields": list(link.columns), "reference": reference}


def _licences(metadata: Metadata) -> list[Record]:
    found = COMMONS.search(metadata.licence_url)
    name = ""
    if found:
        name = f"CC0-{found[2]}" if found[1] == "zero" else f"CC-{found[1].upper()}-{found[2]}"
    told = {"name": name, "path": metadata.licence_url, "title": metadata.licence_name}
    licence = {key: value for key, value in told.items() if value}
    return [licence] if "name" in licence or "path" in licence else []


def _name(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-") or "edition"
