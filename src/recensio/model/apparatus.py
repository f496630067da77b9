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
class Mark:
    """Where witnesses break off or go on (12.1.5): lacunaStart, lacunaEnd, witStart or witEnd."""

    kind: str
    witnesses: tuple[Siglum, ...] = ()


@dataclass(frozen=True, slots=True)
class Detail:
    """What a witDetail says of some witnesses of a reading (12.1.4.1)."""

    text: str
    witnesses: tuple[Siglum, ...] = ()
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What witnesses have at a place: lem or rdg; `text` is NFC with white space collapsed.

    `witnesses` are the sigla as displayed, groups among them; `covered` are the single witnesses
    that these stand for. `kind` to `cert` are its own attributes, `inherited` those of the groups
    around it that it does not have itself, `groups` what these are called, the outermost first
    (@type, else @n, else xml:id, else ""). `text` is the form after correction where scribe or
    editor corrected; `before_correction` is the form before, None where nothing was corrected.
    `resolved` is the text with what its pointers and @copyOf fetch from elsewhere, None if it has
    none or nothing was found. `exclude`, `corresp` and `sequence` are @exclude, @corresp and
    @varSeq, pointers without their #. `attested` is what a wit prints in the place of @wit.
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
    id: str | None = None
    is_lemma: bool = False
    groups: tuple[str, ...] = ()
    inherited: tuple[tuple[str, str], ...] = ()
    sequence: str | None = None
    exclude: tuple[str, ...] = ()
    corresp: tuple[str, ...] = ()
    before_correction: str | None = None
    resolved: str | None = None
    marks: tuple[Mark, ...] = ()
    details: tuple[Detail, ...] = ()
    attested: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """The base text that an entry belongs to where it does not stand in it (12.2.1, 12.2.2).

    `text` are the words between the ends, "" where @loc names a whole division; `first` and `last`
    are the absolute paths of the elements that begin and end there, in the document of id
    `document`, `begins` and `ends` the xml:id of these or of the nearest around them that have one,
    "" if there is none. `is_long` says whether the place runs over several blocks.
    """

    document: str
    text: str
    first: str
    last: str
    begins: str = ""
    ends: str = ""
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One app: its lemma, readings and notes; `parent` is the id of the entry it is nested in.

    `lemma` is the first lem; others, in groups, are among the readings (`Reading.is_lemma`).
    `kind` is @type, `layer` the apparatus that the entry belongs to where there are several: the
    type of the listApp around it, else its own. `loc`, `begin` and `end` are @loc, @from and @to as
    they are written, `place` is what they lead to. `exclude` names what cannot stand beside it,
    `transposed` the entries that hold the same words at another place; `details` are the witDetail
    that speak of no single reading.
    """

    id: str
    document: str
    number: str
    method: Method
    parent: str | None
    location: Location
    lemma: Reading | None
    readings: tuple[Reading, ...]
    notes: tuple[str, ...] = ()
    kind: str | None = None
    layer: str | None = None
    loc: str | None = None
    begin: str | None = None
    end: str | None = None
    place: Place | None = None
    exclude: tuple[str, ...] = ()
    transposed: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Apparatus:
    """The entries of one document in its order."""

    entries: tuple[Entry, ...] = ()
