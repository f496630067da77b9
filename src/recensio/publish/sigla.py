"""What the stylesheets print for pointers at witnesses and other authorities.

Which witness a pointer names is decided in one place, `WitnessList`; a stylesheet only looks up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from recensio.model.document import Document
from recensio.model.witness import WitnessList
from recensio.tei.names import XML_ID, tei

POINTING: Final = ("wit", "source", "resp", "hand")
"""The attributes of readings and their remarks that name witnesses and authorities."""

_DECLARED: Final = (tei("witness"), tei("listWit"))


def sigla_of(document: Document, witnesses: WitnessList) -> dict[str, str]:
    """The siglum of every pointer that a prepared document has in its attributes.

    Pointers are as they are written there; the xml:id of the witnesses it declares are among them.
    """
    pointers = dict.fromkeys(_pointers(document.tree.getroot()))
    return {pointer: witnesses.siglum(pointer) for pointer in pointers}


def declared_sigla(witnesses: WitnessList) -> dict[str, str]:
    """The siglum of every declared witness by its xml:id and by the pointer at that."""
    named = {witness.id: str(witness.siglum) for witness in witnesses}
    return named | {f"#{name}": siglum for name, siglum in named.items()}


def lines(sigla: Mapping[str, str]) -> str:
    """The lines "pointer TAB siglum" that stylesheets take."""
    return "\n".join(f"{pointer}\t{siglum}" for pointer, siglum in sigla.items())


def written(source: etree._Element, prepared: etree._Element) -> Iterator[tuple[str, str]]:
    """The pointers and the name of an element that were changed, each with how it was written."""
    for name in (*POINTING, XML_ID):
        before, after = source.get(name), prepared.get(name)
        if before and after and before != after:
            yield from zip(after.split(), before.split(), strict=False)


def _pointers(root: etree._Element) -> Iterator[str]:
    for element in root.iter("*"):
        if element.tag in _DECLARED and element.get(XML_ID):
            yield element.get(XML_ID, "")
        for name in POINTING:
            yield from (element.get(name) or "").split()
