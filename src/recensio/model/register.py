"""Registers (persons, organisations, places, works, events) and the mentions of their entries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recensio.model.problem import Location


class RegisterKind(StrEnum):
    """The registers of an edition, named as in data/registers.json."""

    PERSONS = "persons"
    PLACES = "places"
    ORGS = "orgs"
    WORKS = "works"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """An entry: `label` is printed, `sort` orders, `authority` holds URIs or scheme:value."""

    id: str
    kind: RegisterKind
    label: str
    sort: str
    authority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or date in a text: `ref` is the id of a register entry, `when` a date in EDTF."""

    id: str
    document: str
    kind: str
    text: str
    ref: str | None
    when: str | None
    location: Location


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a text: `kind` is @type or @place, `resp` the name behind @resp."""

    id: str
    document: str
    kind: str | None
    resp: str | None
    text: str
    location: Location
