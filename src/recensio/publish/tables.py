"""data/*.csv and data/edition.sqlite: the edition as related tables."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from recensio.model.document import Artifact
from recensio.publish.json_files import (
    Record,
    edition_record,
    mention_records,
    note_records,
    register_records,
)
from recensio.publish.prepare import Edition


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns with their SQL types, its rows."""

    name: str
    columns: Mapping[str, str]
    rows: Sequence[Sequence[object]]


DOCUMENTS: Final = {"id": "TEXT PRIMARY KEY", "title": "TEXT", "path": "TEXT", "page": "TEXT"}
WITNESSES: Final = {"siglum": "TEXT", "id": "TEXT PRIMARY KEY", "label": "TEXT"}
ENTRIES: Final = {
    "document": "TEXT",
    "id": "TEXT",
    "number": "TEXT",
    "method": "TEXT",
    "parent": "TEXT",
    "xpath": "TEXT",
    "line": "INTEGER",
    "notes": "TEXT",
    "type": "TEXT",
    "layer": "TEXT",
    "loc": "TEXT",
    "from": "TEXT",
    "to": "TEXT",
    "place": "TEXT",
    "exclude": "TEXT",
    "transposed": "TEXT",
}
READINGS: Final = {
    "document": "TEXT",
    "entry": "TEXT",
    "position": "INTEGER",
    "text": "TEXT",
    "witnesses": "TEXT",
    "type": "TEXT",
    "cause": "TEXT",
    "resp": "TEXT",
    "hand": "TEXT",
    "source": "TEXT",
    "group": "TEXT",
    "cert": "TEXT",
    "detail": "TEXT",
    "id": "TEXT",
    "groups": "TEXT",
    "sequence": "TEXT",
    "before_correction": "TEXT",
    "resolved": "TEXT",
    "attested": "TEXT",
    "notes": "TEXT",
}
ATTESTATIONS: Final = {
    "document": "TEXT",
    "entry": "TEXT",
    "position": "INTEGER",
    "siglum": "TEXT",
}
REGISTERS: Final = {
    "id": "TEXT PRIMARY KEY",
    "kind": "TEXT",
    "label": "TEXT",
    "sort": "TEXT",
    "authority": "TEXT",
}
MENTIONS: Final = {
    "document": "TEXT",
    "id": "TEXT",
    "type": "TEXT",
    "text": "TEXT",
    "ref": "TEXT",
    "when": "TEXT",
    "xpath": "TEXT",
    "line": "INTEGER",
}
NOTES: Final = {
    "document": "TEXT",
    "id": "TEXT",
    "type": "TEXT",
    "resp": "TEXT",
    "text": "TEXT",
    "xpath": "TEXT",
}


def tables(edition: Edition, entries: Sequence[Record]) -> tuple[Table, ...]:
    """The tables, with `entries` from `entry_records`.

    A reading is at `position` 0 if it is the lemma, else counted from 1.
    """
    readings = list(_readings(entries))
    record = edition_record(edition)
    return (
        _table("documents", DOCUMENTS, record["documents"]),
        _table("witnesses", WITNESSES, record["witnesses"]),
        _table("entries", ENTRIES, entries),
        _table("readings", READINGS, readings),
        _table("attestations", ATTESTATIONS, list(_attestations(readings))),
        _table("registers", REGISTERS, list(_register_entries(edition))),
        _table("mentions", MENTIONS, mention_records(edition)),
        _table("notes", NOTES, note_records(edition)),
    )


def csv_files(related: Sequence[Table]) -> Iterator[Artifact]:
    """Each table as CSV (RFC 4180) with a head line."""
    for table in related:
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(table.columns)
        writer.writerows(table.rows)
        yield Artifact(f"data/{table.name}.csv", text.getvalue().encode(), "text/csv")


def database(related: Sequence[Table]) -> Artifact:
    """The tables as an SQLite database."""
    connection = sqlite3.connect(":memory:")
    for table in related:
        columns = ", ".join(f'"{name}" {kind}' for name, kind in table.columns.items())
        places = ", ".join("?" * len(table.columns))
        connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
        connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', table.rows)  # noqa: S608 - names are ours
    connection.commit()
    content = connection.serialize()
    connection.close()
    return Artifact("data/edition.sqlite", content, "application/vnd.sqlite3")


def _table(name: str, columns: Mapping[str, str], records: Sequence[Record]) -> Table:
    return Table(name, columns, [[_cell(record.get(key)) for key in columns] for record in records])


def _cell(value: Any) -> object:
    return " | ".join(map(str, value)) if isinstance(value, list) else value


def _readings(entries: Sequence[Record]) -> Iterator[Record]:
    for entry in entries:
        place = {"document": entry["document"], "entry": entry["id"]}
        if entry["lemma"]:
            yield place | {"position": 0} | entry["lemma"]
        for position, reading in enumerate(entry["readings"], start=1):
            yield place | {"position": position} | reading


def _attestations(readings: Sequence[Record]) -> Iterator[Record]:
    for reading in readings:
        for siglum in reading["witnesses"]:
            yield reading | {"siglum": siglum}


def _register_entries(edition: Edition) -> Iterator[Record]:
    seen = set()
    for kind, entries in register_records(edition).items():
        for entry in entries:
            if entry["id"] not in seen:
                seen.add(entry["id"])
                yield entry | {"kind": kind}
