"""Which entries hold the same words at different places.

TEI Guidelines, 12.3 and 11.3.4.5: entries and readings that belong together point at each other
with @corresp; a transpose lists what changed places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml import etree

from recensio.model.document import Document
from recensio.tei.names import NS, XML_ID, tei
from recensio.tei.pointers import Pointers
from recensio.tei.text import READINGS

Linked = dict[str, tuple[str, ...]]


def transpositions(document: Document, pointers: Pointers) -> Linked:
    """The entries linked with each entry of a document, by its id, in the order of the links."""
    linked: dict[str, dict[str, None]] = defaultdict(dict)
    for group in _groups(document, pointers):
        for entry in group:
            linked[entry].update(dict.fromkeys(other for other in group if other != entry))
    return {entry: tuple(others) for entry, others in linked.items() if others}


def _groups(document: Document, pointers: Pointers) -> Iterator[list[str]]:
    root = document.tree.getroot()
    for element in root.iter(tei("app"), *READINGS):
        if element.get("corresp"):
            own = [name for app in [_entry_of(element)] for name in _name(app)]
            others = _entries((element.get("corresp") or "").split(), document, pointers)
            yield from ([*own, other] for other in others)
    for transpose in root.iter(tei("transpose")):
        targets = [each.get("target", "").split() for each in transpose.findall("tei:ptr", NS)]
        pointing = [pointer for target in targets for pointer in target]
        yield _entries(pointing, document, pointers)


def _entries(pointing: Sequence[str], document: Document, pointers: Pointers) -> list[str]:
    """The ids of the entries of this document that pointers lead to or into."""
    targets = (pointers.target(pointer, document) for pointer in pointing)
    here = [target for target in targets if target and target.document.path == document.path]
    names = (name for target in here for name in _name(_entry_of(target.element)))
    return list(dict.fromkeys(names))


def _entry_of(element: etree._Element) -> etree._Element | None:
    """The entry that an element is, stands in, or holds."""
    if element.tag == tei("app"):
        return element
    around = next(element.iterancestors(tei("app")), None)
    return around if around is not None else next(element.iter(tei("app")), None)


def _name(app: etree._Element | None) -> Iterator[str]:
    if app is not None and app.get(XML_ID):
        yield app.get(XML_ID, "")
