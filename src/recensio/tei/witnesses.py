"""Witness lists (TEI Guidelines, 12.1.4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from recensio.model.witness import Siglum, Witness, WitnessList
from recensio.tei.names import NS, XML_ID, tei
from recensio.tei.text import normalise, text_of


def witness_list(trees: Iterable[etree._ElementTree]) -> WitnessList:
    """Every witness declared in a listWit of the documents; the first declaration counts."""
    declared: dict[str, Witness] = {}
    for tree in trees:
        for witness in _declared(tree):
            declared.setdefault(witness.id, witness)
    return WitnessList(tuple(declared.values()))


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
