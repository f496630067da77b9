"""Rows of the registers, their authorities, and the dated events."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from recensio.publish.json_files import Record, register_records
from recensio.publish.prepare import Edition
from recensio.publish.registers import has_happenings, registers_of
from recensio.publish.registers.authorities import authority_of
from recensio.publish.registers.statements import REGISTER, Happening, Statement, happenings
from recensio.publish.tables.texts import days


def register_entries(edition: Edition) -> Iterator[Record]:
    """The entries of all registers; the first of an id counts."""
    seen = set()
    for kind, entries in register_records(edition).items():
        for entry in entries:
            if entry["id"] not in seen:
                seen.add(entry["id"])
                yield entry | {"kind": kind}


def authorities(edition: Edition) -> Iterator[Record]:
    """What authority files call the entries."""
    for entry in edition.corpus.registers:
        for position, identifier in enumerate(entry.authority, start=1):
            yield {
                "register": entry.id,
                "position": position,
                "identifier": identifier,
                "authority": authority_of(identifier).name,
            }


def dated_events(edition: Edition) -> tuple[list[Record], list[Record]]:
    """The dated events in the order of time, and what is said of when they were."""
    if not has_happenings(edition):
        return [], []
    registers = registers_of(edition)
    events = {page: identifier for identifier, page in registers.pages.items()}
    found, said = [], []
    for number, each in enumerate(happenings(registers), start=1):
        found.append(
            {
                "id": number,
                "title": each.title or "…",
                "event": events.get(each.address),
                "address": each.address,
                "gap": each.gap,
                **days(each.span),
            }
        )
        said += [{"happening": number} | row for row in _said(each)]
    return found, said


def _said(each: Happening) -> Iterator[Record]:
    """What is said of an event: the dates, then what witnesses say instead of one."""
    positions = count(1)
    for statement in each.statements:
        for siglum in statement.sigla or (None,):
            yield {
                "position": next(positions),
                "told_by": _by(statement),
                "siglum": siglum,
                "edtf": statement.when,
                **days(statement.span),
                "text": statement.text,
                "gap": statement.gap,
            }
    for account in each.accounts:
        for siglum in account.sigla:
            said = {"told_by": "witness", "siglum": siglum, "text": account.text}
            yield {"position": next(positions), **said}


def _by(statement: Statement) -> str:
    if statement.sigla:
        return "witness"
    return "register" if statement.reading == REGISTER else "text"
