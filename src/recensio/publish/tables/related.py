"""The rows of all tables, in the order and with the columns that schema.toml declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from recensio.publish.json_files import Record
from recensio.publish.prepare import Edition
from recensio.publish.sheets import Table
from recensio.publish.tables import apparatus, registers, texts
from recensio.publish.tables.schema import schemas


def tables(edition: Edition, entries: Sequence[Record]) -> tuple[Table, ...]:
    """The tables, with `entries` from `entry_records`."""
    records = _records(edition, entries)
    return tuple(
        Table(each.name, tuple(each.columns), _rows(records[each.name], each.columns))
        for each in schemas()
    )


def _records(edition: Edition, entries: Sequence[Record]) -> Mapping[str, Iterable[Record]]:
    places = {each.document.id: texts.Places(each) for each in edition.prepared}
    documents = list(texts.documents(edition))
    readings = list(apparatus.reading_rows(edition, entries))
    attested = list(apparatus.attestations(readings))
    having = list(apparatus.reading_witnesses(edition))
    members = list(apparatus.group_members(edition))
    happenings, statements = registers.dated_events(edition)
    counted = list(apparatus.document_witnesses(edition))
    named = (row["siglum"] for rows in (attested, having, counted) for row in rows)
    grouped = (row["member"] for row in members)
    said = (row["siglum"] for row in statements if row.get("siglum"))
    return {
        "edition": texts.about(edition),
        "documents": documents,
        "divisions": texts.divisions(places[row["id"]] for row in documents),
        "sigla": apparatus.sigla(edition, (*named, *grouped, *said)),
        "witnesses": apparatus.witnesses(edition),
        "group_members": members,
        "document_witnesses": counted,
        "entries": apparatus.entries(entries, places),
        "readings": readings,
        "attestations": attested,
        "reading_witnesses": having,
        "registers": registers.register_entries(edition),
        "authorities": registers.authorities(edition),
        "mentions": texts.mentions(edition, places),
        "dates": texts.dates(edition, places),
        "notes": texts.notes(edition, places),
        "happenings": happenings,
        "statements": statements,
    }


def _rows(records: Iterable[Record], columns: Iterable[str]) -> list[list[object]]:
    return [[_cell(record.get(name)) for name in columns] for record in records]


def _cell(value: Any) -> object:
    return " | ".join(map(str, value)) if isinstance(value, list) else value
