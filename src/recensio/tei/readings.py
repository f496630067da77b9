"""A lem or rdg as a value (TEI Guidelines, 12.1.2 to 12.1.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from recensio.model.apparatus import Detail, Mark, Reading
from recensio.model.witness import WitnessList
from recensio.tei.corrections import before_correction
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import APP, MARKS, READINGS, text_of

GROUP: Final = tei("rdgGrp")
NOTE: Final = tei("note")
LACUNA_START: Final = tei("lacunaStart")
LACUNA_END: Final = tei("lacunaEnd")

INHERITED: Final = ("type", "cause", "varSeq", "hand", "resp", "source", "cert", "exclude")
"""What a group says of all its readings (12.1.3)."""


def reading_of(
    element: etree._Element, witnesses: WitnessList, details: Iterable[etree._Element]
) -> Reading:
    """The reading as it stands with the witDetail that speak of it (see `details`).

    What it fetches from elsewhere is not looked for.
    """
    groups = _groups(element)
    wit = element.get("wit", "")
    sigla = witnesses.resolve(wit)
    said = tuple(detail_of(each, witnesses) for each in details)
    return Reading(
        text=text_of(element),
        witnesses=sigla,
        kind=element.get("type"),
        cause=element.get("cause"),
        resp=element.get("resp"),
        hand=element.get("hand"),
        source=element.get("source"),
        group=groups[-1].get("type") if groups else None,
        cert=element.get("cert"),
        detail="; ".join(_described(said, len(sigla) > 1)),
        covered=witnesses.covered(wit),
        id=element.get(XML_ID),
        is_lemma=element.tag == tei("lem"),
        groups=tuple(map(_called, groups)),
        inherited=tuple(_inherited(element, groups)) if groups else (),
        sequence=element.get("varSeq"),
        exclude=fragments(element.get("exclude")),
        corresp=fragments(element.get("corresp")),
        before_correction=before_correction(element),
        marks=tuple(_marks(element, witnesses)),
        details=said,
        attested=" ".join(text_of(each) for each in _attesting(element)),
        notes=tuple(text_of(note) for note in element.iter(NOTE) if _is_of(note, element)),
    )


def fragments(pointers: str | None) -> tuple[str, ...]:
    """The pointers of an attribute; those at the document itself without their #."""
    return tuple(pointer.removeprefix("#") for pointer in (pointers or "").split())


def witnesses_of_mark(mark: etree._Element) -> str:
    """The sigla that a mark speaks of: its own @wit, else that of the reading around it."""
    own = mark.get("wit")
    if own is not None:
        return own
    reading = next(mark.iterancestors(*READINGS), None)
    return (reading.get("wit") or "") if reading is not None else ""


def _groups(element: etree._Element) -> list[etree._Element]:
    """The rdgGrp around a reading, the outermost first."""
    groups: list[etree._Element] = []
    for parent in element.iterancestors():
        if parent.tag != GROUP:
            break
        groups.append(parent)
    return groups[::-1]


def _called(group: etree._Element) -> str:
    return group.get("type") or group.get("n") or group.get(XML_ID) or ""


def _inherited(element: etree._Element, groups: list[etree._Element]) -> Iterator[tuple[str, str]]:
    for name in INHERITED:
        said = next((value for group in groups[::-1] if (value := group.get(name))), None)
        if said and element.get(name) is None:
            yield name, said


def _marks(reading: etree._Element, witnesses: WitnessList) -> Iterator[Mark]:
    for mark in reading.iter(*MARKS):
        if _is_of(mark, reading):
            sigla = witnesses.resolve(witnesses_of_mark(mark))
            yield Mark(etree.QName(mark).localname, sigla)


def _is_of(element: etree._Element, reading: etree._Element) -> bool:
    """Whether an element belongs to the reading, not to one of an entry nested inside."""
    return next(element.iterancestors(*READINGS, APP), None) is reading


def detail_of(element: etree._Element, witnesses: WitnessList) -> Detail:
    """A witDetail: what it says, of which witnesses."""
    sigla = witnesses.resolve(element.get("wit", ""))
    return Detail(text_of(element), sigla, element.get("type"))


def _described(details: Iterable[Detail], several: bool) -> Iterator[str]:
    """The details; each names its witness where the reading has several."""
    for detail in details:
        yield f"{' '.join(detail.witnesses)} {detail.text}" if several else detail.text


def _attesting(reading: etree._Element) -> Iterator[etree._Element]:
    """The wit inside a reading and behind it before the next one."""
    yield from (wit for wit in reading.iter(tei("wit")) if _is_of(wit, reading))
    for sibling in reading.itersiblings("*"):
        if sibling.tag in (*READINGS, GROUP):
            return
        if sibling.tag == tei("wit"):
            yield sibling
