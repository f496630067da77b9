"""data/edition.sqlite: the tables with their keys, indexes, and views for the common questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Final

from recensio.model.document import Artifact
from recensio.publish.sheets import Table
from recensio.publish.tables.schema import Link, Schema, schemas

VERSION: Final = 1
"""PRAGMA user_version: raised when a table or a view is other than it was."""

SQL: Final = {"text": "TEXT", "integer": "INTEGER", "day": "TEXT", "address": "TEXT"}


def database(related: Sequence[Table]) -> Artifact:
    """The tables as an SQLite database; the same rows give the same bytes."""
    connection = sqlite3.connect(":memory:")
    rows = {table.name: table.rows for table in related}
    for statement in declarations():
        connection.execute(statement)
    for schema in schemas():
        places = ", ".join("?" * len(schema.columns))
        connection.executemany(f'INSERT INTO "{schema.name}" VALUES ({places})', rows[schema.name])  # noqa: S608 - names are ours
    connection.executescript(_views())
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.commit()
    content = connection.serialize()
    connection.close()
    return Artifact("data/edition.sqlite", content, "application/vnd.sqlite3")


def declarations() -> Iterator[str]:
    """The statements that make tables and indexes."""
    for schema in schemas():
        yield _table(schema)
        for link in schema.links:
            if link.columns != schema.key[: len(link.columns)]:
                name = f"{schema.name}_by_{'_'.join(link.columns)}"
                yield f'CREATE INDEX "{name}" ON "{schema.name}" ({_names(link.columns)})'


def _table(schema: Schema) -> str:
    parts = [
        f'"{column.name}" {SQL[column.kind]}{" NOT NULL" * column.needed}'
        for column in schema.columns.values()
    ]
    parts.append(f"PRIMARY KEY ({_names(schema.key)})")
    parts += [_foreign(link) for link in schema.links]
    return f'CREATE TABLE "{schema.name}" (\n  {f",{chr(10)}  ".join(parts)}\n)'


def _foreign(link: Link) -> str:
    return f'FOREIGN KEY ({_names(link.columns)}) REFERENCES "{link.table}" ({_names(link.to)})'


def _names(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _views() -> str:
    source = resources.files("recensio.publish.tables").joinpath("views.sql")
    return source.read_text(encoding="utf-8")
