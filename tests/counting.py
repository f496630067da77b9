"""An apparatus counted by other means than ours: plain lxml, no function of recensio.

What it counts is what INTERFACE promises of data/apparatus.json and of the page of a document.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote

from tests.support import XML_ID, Element

TEI: Final = "{http://www.tei-c.org/ns/1.0}"
NOTES: Final = ("note", "noteGrp", "witDetail", "wit", "certainty", "respons", "index")
MARKS: Final = ("lacunaStart", "lacunaEnd", "witStart", "witEnd")
APART: Final = ("fw", "figDesc", "listApp", "listWit", "teiHeader", "standOff")
UNREAD: Final = frozenset((*NOTES, *MARKS, *APART, "del"))
BETTER: Final = ("corr", "reg", "expan")


@dataclass(frozen=True)
class Counted:
    """A lem or rdg: its name, its sigla in their order, its text without white space."""

    name: str
    sigla: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Entry:
    """An app: the position of the one around it, its method, its lem and rdg in their order."""

    parent: int | None
    method: str
    readings: tuple[Counted, ...]
    notes: int


def local(element: Element) -> str:
    name = element.tag
    return name.removeprefix(TEI) if isinstance(name, str) and name.startswith(TEI) else ""


def ancestors(element: Element, *names: str) -> list[Element]:
    return [parent for parent in element.iterancestors() if local(parent) in names]


def sigla_of(roots: Sequence[Element]) -> dict[str, str]:
    """What is printed for each identifier of a witness or group, the first declaration first."""
    found: dict[str, str] = {}
    for root in roots:
        for element in root.iter(f"{TEI}witness", f"{TEI}listWit"):
            name = element.get(XML_ID) or (
                element.get("n") if local(element) == "witness" else None
            )
            if name:
                found.setdefault(name, printed(element) or element.get("n") or name)
    return found


def printed(element: Element) -> str:
    if local(element) == "listWit":
        return ""
    marked = [e for e in element if local(e) == "abbr" and e.get("type") == "siglum"]
    marked += [e for e in element if local(e) == "abbr"]
    marked += [e for e in element if local(e) == "idno" and e.get("type") == "siglum"]
    texts = [" ".join("".join(map(str, e.itertext())).split()) for e in marked]
    return next((text for text in texts if text), "")


def counted(root: Element, sigla: Mapping[str, str]) -> list[Entry]:
    """The entries of a document in its order."""
    apps = list(root.iter(f"{TEI}app"))
    places = {app: position for position, app in enumerate(apps)}
    return [entry(app, places, sigla) for app in apps]


def entry(app: Element, places: Mapping[Element, int], sigla: Mapping[str, str]) -> Entry:
    around = ancestors(app, "app")
    readings = [e for e in app.iter(f"{TEI}lem", f"{TEI}rdg") if ancestors(e, "app")[0] is app]
    own = [e for e in app.iter(f"{TEI}note") if ancestors(e, "app", "lem", "rdg", "note")[0] is app]
    return Entry(
        parent=places[around[0]] if around else None,
        method=method(app),
        readings=tuple(
            Counted(local(e), resolved(e.get("wit", ""), sigla), squeezed(text(e)))
            for e in readings
        ),
        notes=len([note for note in own if not ancestors(note, "witDetail", "wit")]),
    )


def method(app: Element) -> str:
    if app.get("from") or app.get("to"):
        return "double-end-point"
    if app.get("loc"):
        return "location-referenced"
    if ancestors(app, "listApp", "standOff"):
        out = [e for reading in app.iter(f"{TEI}rdg") for e in reading if local(e) == "ptr"]
        return "external" if out else "location-referenced"
    return "parallel-segmentation"


def resolved(wit: str, sigla: Mapping[str, str]) -> tuple[str, ...]:
    tokens = (
        sigla.get(unquote(token.rpartition("#")[2]), token.removeprefix("#"))
        for token in wit.split()
    )
    return tuple(dict.fromkeys(tokens))


def text(element: Element) -> str:
    """The text that a reader of the element reads: one reading of each entry, no notes."""
    parts = [element.text or ""]
    for child in element:
        parts += [piece(child), child.tail or ""]
    return "".join(parts)


def piece(node: Element) -> str:
    name = local(node)
    interpolated = name == "note" and (node.get("type"), node.get("place")) == (
        "interpolation",
        "inline",
    )
    if not isinstance(node.tag, str) or (name in UNREAD and not interpolated):
        return ""
    if name == "gap":
        return "[...]"
    if name == "app":
        located = node.get("from") or node.get("to") or node.get("loc")
        first = [e for e in node.iter(f"{TEI}lem", f"{TEI}rdg") if ancestors(e, "app")[0] is node]
        return text(first[0]) if first and not located else ""
    if name == "choice":
        elements = [e for e in node if isinstance(e.tag, str)]
        better = [e for e in elements if local(e) in BETTER] or elements
        return text(better[0]) if better else ""
    return text(node)


def squeezed(words: str) -> str:
    """The words in NFC without any white space."""
    return "".join(unicodedata.normalize("NFC", words).split())


def differences(expected: Sequence[Entry], records: Sequence[Any]) -> Iterator[str]:
    """Where data/apparatus.json does not hold what was counted, in words."""
    if len(expected) != len(records):
        yield f"{len(records)} entries instead of {len(expected)}"
        return
    names = [record["id"] for record in records]
    for each, record in zip(expected, records, strict=True):
        said = {
            "parent": names[each.parent] if each.parent is not None else None,
            "method": each.method,
            "readings": sorted((r.name, r.sigla, r.text) for r in each.readings),
            "notes": each.notes,
        }
        held = {
            "parent": record["parent"],
            "method": record["method"],
            "readings": sorted(map(held_reading, readings(record))),
            "notes": len(record["notes"]),
        }
        if said != held:
            yield f"{record['id']}: {held} instead of {said}"


def readings(record: Any) -> list[Any]:
    return [*([record["lemma"]] if record["lemma"] else []), *record["readings"]]


def held_reading(reading: Any) -> tuple[str, tuple[str, ...], str]:
    name = "lem" if reading["lem"] else "rdg"
    return name, tuple(reading["witnesses"]), squeezed(reading["text"])


def shown_wrongly(expected: Sequence[Entry], names: Sequence[str], page: Element) -> Iterator[str]:
    """Where a page does not show each entry, reading and siglum once, in words."""
    shown: dict[str, Counter[tuple[str, str]]] = {}
    for element in page.iter("*"):
        name = element.get("data-entry")
        if name is not None:
            if name in shown:
                yield f"{name} is shown twice"
            shown[name] = Counter()
        elif "data-wit" in element.attrib:
            around = [a for e in element.iterancestors() if (a := e.get("data-entry"))]
            kind = "rdg" if "data-reading" in element.attrib else "lem"
            shown[around[0]][kind, element.get("data-wit", "")] += 1
    if shown.keys() != set(names):
        yield f"shown are {sorted(shown)} instead of {sorted(names)}"
        return
    for name, each in zip(names, expected, strict=True):
        wanted = Counter((r.name, " ".join(r.sigla)) for r in each.readings)
        if shown[name] != wanted:
            yield f"{name} shows {shown[name]} instead of {wanted}"
