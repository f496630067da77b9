"""Rows of the apparatus: who has which reading, named or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from recensio.model.apparatus import Entry
from recensio.model.witness import Siglum
from recensio.publish.insight.attestation import Attestation, Place, attestation
from recensio.publish.insight.readings import numbered, readings
from recensio.publish.insight.roll import Roll
from recensio.publish.json_files import Record
from recensio.publish.prepare import Edition
from recensio.publish.tables.texts import Places


def entries(records: Sequence[Record], places: Mapping[str, Places]) -> Iterator[Record]:
    """The entries as `entry_records` gives them, each with its division."""
    known = {(record["document"], record["id"]) for record in records}
    for record in records:
        around = places.get(record["document"])
        parent = record["parent"] if (record["document"], record["parent"]) in known else None
        division = around.division(record["xpath"]) if around else None
        yield record | {"parent": parent, "division": division}


def reading_rows(edition: Edition, records: Sequence[Record]) -> Iterator[Record]:
    """The readings, the lemma at position 0; each with the state that its words are."""
    states = {
        (entry.document, entry.id): numbered(entry)[0]
        for each in edition.prepared
        for entry in each.entries
    }
    states |= {(e.document, e.id): numbers for e, numbers in _counted(edition)}
    for record in records:
        has_lemma = record["lemma"] is not None
        found = ([record["lemma"]] if has_lemma else []) + record["readings"]
        numbers = states[record["document"], record["id"]]
        for position, (reading, state) in enumerate(zip(found, numbers, strict=True)):
            yield {
                "document": record["document"],
                "entry": record["id"],
                "position": position + (not has_lemma),
                **reading,
                "state": state,
            }


def attestations(rows: Iterable[Record]) -> Iterator[Record]:
    """A row for each siglum that stands at a reading."""
    for row in rows:
        place = {name: row[name] for name in ("document", "entry", "position")}
        for siglum in dict.fromkeys(row["witnesses"]):
            yield {**place, "siglum": siglum}


def reading_witnesses(edition: Edition) -> Iterator[Record]:
    """A row for each single witness that has a reading, as the statistics count them."""
    for each in counted(edition):
        columns = {siglum: column for column, siglum in enumerate(each.sigla)}
        for place in each.places:
            yield from _having(place, columns)


def document_witnesses(edition: Edition) -> Iterator[Record]:
    """The witnesses that are counted in each document."""
    for each in counted(edition):
        for position, siglum in enumerate(each.sigla, start=1):
            yield {"document": each.document.id, "siglum": siglum, "position": position}


def witnesses(edition: Edition) -> Iterator[Record]:
    """The declared witnesses and groups."""
    for witness in edition.corpus.witnesses:
        yield {"siglum": witness.siglum, "id": witness.id, "label": witness.label}


def group_members(edition: Edition) -> Iterator[Record]:
    """The single witnesses of each group."""
    known = edition.corpus.witnesses
    pairs = dict.fromkeys(
        (group.siglum, siglum)
        for group in known
        if group.members
        for siglum in known.covered(f"#{group.id}")
    )
    yield from ({"siglum": group, "member": siglum} for group, siglum in pairs)


def sigla(edition: Edition, named: Iterable[str]) -> Iterator[Record]:
    """Every siglum once: those that are declared, then others that are named."""
    lists = (edition.corpus.witnesses, *(each.document.witnesses for each in edition.prepared))
    kinds: dict[str, str] = {}
    for witness in (witness for each in lists for witness in each):
        kinds.setdefault(witness.siglum, "group" if witness.members else "witness")
    for siglum in named:
        kinds.setdefault(siglum, "undeclared")
    yield from ({"siglum": siglum, "kind": kind} for siglum, kind in kinds.items())


def counted(edition: Edition) -> Sequence[Attestation]:
    """Who has which reading in the documents that have entries."""
    return edition.once(_attested)


def _attested(edition: Edition) -> Sequence[Attestation]:
    roll = Roll(edition)
    return tuple(attestation(each, roll) for each in edition.readable if each.entries)


def _counted(edition: Edition) -> Iterator[tuple[Entry, tuple[int | None, ...]]]:
    for each in counted(edition):
        for place in each.places:
            yield place.entry, place.numbers


def _having(place: Place, columns: Mapping[Siglum, int]) -> Iterator[Record]:
    """Who has the readings of an entry: those that are named, then those that have the lemma."""
    entry = place.entry
    row = {"document": entry.document, "entry": entry.id}
    named = set[Siglum]()
    for number, reading in enumerate(readings(entry)):
        position = number + (entry.lemma is None)
        state = place.numbers[number]
        named.update(reading.covered)
        for siglum in dict.fromkeys(reading.covered):
            column = columns.get(siglum)
            known = state is not None and (column is None or place.has[column] >> state & 1)
            told = state if known else None
            yield row | {"position": position, "siglum": siglum, "state": told, "named": 1}
    for siglum, column in columns.items():
        if place.has[column] and siglum not in named:
            state = place.has[column].bit_length() - 1
            yield row | {"position": 0, "siglum": siglum, "state": state, "named": 0}
