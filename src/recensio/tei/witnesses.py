"""Witness lists (TEI Guidelines, 12.1.4.3), and the text that a witness has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from lxml import etree

from recensio.model.witness import Siglum, Witness, WitnessList
from recensio.tei.names import NS, XML_ID, tei
from recensio.tei.text import GAP, Chooser, lines_of, normalise, readings_of, text_of

LACKING = frozenset({"lacuna", "not-in-excerpt"})


def witness_list(trees: Iterable[etree._ElementTree]) -> WitnessList:
    """Every witness declared in a listWit of the documents; the first declaration counts."""
    declared: dict[str, Witness] = {}
    for tree in trees:
        for witness in _declared(tree):
            declared.setdefault(witness.id, witness)
    return WitnessList(tuple(declared.values()))


def witness_lines(
    body: etree._Element, siglum: Siglum, witnesses: WitnessList, positive: bool
) -> list[str]:
    """The text that the witness has, one block a line; a lacuna is "[...]".

    `positive` says that a witness which an entry does not name has nothing there; otherwise it
    has the lemma. A reading that names the witness goes before one that names its group.
    """
    return lines_of(body, _rule(siglum, witnesses, positive))


def _rule(siglum: Siglum, witnesses: WitnessList, positive: bool) -> Chooser:
    @cache
    def names(pointers: str) -> bool:
        return siglum in witnesses.resolve(pointers)

    @cache
    def covers(pointers: str) -> bool:
        return siglum in witnesses.covered(pointers)

    def choose(app: etree._Element) -> etree._Element | str | None:
        readings = list(readings_of(app))
        for answers in (names, covers):
            for reading in readings:
                if answers(reading.get("wit", "")):
                    return GAP if reading.get("type") in LACKING else reading
        return None if positive else next((r for r in readings if r.tag == tei("lem")), None)

    return choose


def _declared(tree: etree._ElementTree) -> Iterator[Witness]:
    for element in tree.getroot().iter(tei("witness")):
        identifier = element.get(XML_ID) or element.get("n")
        if identifier:
            yield Witness(identifier, _siglum(element, identifier), _label(element))
    for group in tree.getroot().iter(tei("listWit")):
        identifier = group.get(XML_ID)
        if identifier:
            members = tuple(w.get(XML_ID, "") for w in group.iter(tei("witness")))
            label = normalise(group.findtext("tei:head", "", NS))
            yield Witness(identifier, _siglum(group, identifier), label, members)


def _siglum(element: etree._Element, identifier: str) -> Siglum:
    marked = element.find("tei:abbr", NS)
    if marked is None:
        marked = element.find("tei:idno[@type='siglum']", NS)
    text = text_of(marked) if marked is not None else ""
    return Siglum(text or element.get("n") or identifier)


def _label(element: etree._Element) -> str:
    """The title of the witness, else its reference, else the beginning of its description."""
    marked = (element.find(path, NS) for path in (".//tei:title", "tei:bibl"))
    source = next((found for found in marked if found is not None), element)
    text = text_of(source)
    return text if len(text) <= 160 else text[:159].rsplit(" ", 1)[0] + " …"
