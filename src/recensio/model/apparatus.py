"""The critical apparatus as values (TEI Guidelines, chapter 12)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recensio.model.problem import Location
from recensio.model.witness import Siglum


class Method(StrEnum):
    """How an entry is linked to the text (TEI Guidelines, 12.2)."""

    PARALLEL_SEGMENTATION = "parallel-segmentation"
    DOUBLE_END_POINT = "double-end-point"
    LOCATION_REFERENCED = "location-referenced"
    EXTERNAL = "external"


class ApparatusKind(StrEnum):
    """Whether an entry names every witness (positive) or only those that differ (negative)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNDECLARED = "undeclared"


@dataclass(frozen=True, slots=True)
class Reading:
    """What witnesses have at a place: lem or rdg; `text` is NFC with white space collapsed.

    `witnesses` are the sigla as displayed, groups among them; `covered` are the single witnesses
    that these stand for.
    """

    text: str
    witnesses: tuple[Siglum, ...]
    kind: str | None = None
    cause: str | None = None
    resp: str | None = None
    hand: str | None = None
    source: str | None = None
    group: str | None = None
    cert: str | None = None
    detail: str = ""
    covered: tuple[Siglum, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One app: its lemma, readings and notes; `parent` is the id of the entry it is nested in."""

    id: str
    document: str
    number: str
    method: Method
    parent: str | None
    location: Location
    lemma: Reading | None
    readings: tuple[Reading, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Apparatus:
    """The entries of one document in its order."""

    entries: tuple[Entry, ...] = ()
