"""The text of the edition and those of its witnesses side by side, block beside block.

A row is a block of the edition's text; what a witness has beyond it stands at the end of the row
before. Up to `ABREAST` witnesses stand on the page at once, fewer if the text is long. The others
are put beside them by scripts/critical.js, which takes the blocks from their own pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.publish.critical.addresses import written
from recensio.publish.critical.growing import NAMESPACES, OF
from recensio.publish.critical.places import FRAMES
from recensio.publish.critical.witnessed import Witnessed, WitnessedTexts
from recensio.publish.gathered import EDITION_NS
from recensio.publish.insight.markup import node
from recensio.tei.names import XML_ID, tei

ABREAST: Final = 8
FEW: Final = 3
"""Of more witnesses so many stand there before others are chosen."""

LARGEST: Final = 1_000_000
"""Characters of text on a page, if two witnesses do not have more."""

Blocks = dict[str, list[etree._Element]]
"""Blocks by the number of the element that they are, each with what follows it alone."""


def parallel(each: WitnessedTexts) -> etree._Element:
    """The source of xslt/html/parallel.xsl: the columns, then the rows."""
    root = etree.Element(_name("parallel"), {"title": each.document.title}, nsmap=NAMESPACES)
    text = each.reading_text()
    shown = each.witnesses[: _abreast("".join(map(str, text.itertext())), len(each.witnesses))]
    root.extend(_column(witness, witness in shown) for witness in each.witnesses)
    reading = dict(_alone(text))
    columns: list[tuple[str, str, Blocks]] = [("", "", {n: [b] for n, b in reading.items()})]
    columns += [(w.siglum, w.colour, _beside(reading, each.tree(w))) for w in shown]
    rows = etree.SubElement(root, tei("text"))
    for number, block in reading.items():
        rows.append(_row(number, block.get(XML_ID, ""), columns))
    return root


def _abreast(text: str, witnesses: int) -> int:
    """How many witnesses stand on the page at once: all, if it does not grow too large."""
    most = min(ABREAST, max(2, LARGEST // max(1, len(text))))
    return witnesses if witnesses <= most else min(most, FEW)


def _column(witness: Witnessed, shown: bool) -> etree._Element:
    return node(
        "column",
        siglum=witness.siglum,
        label=witness.label,
        colour=witness.colour,
        page=written(witness.page),
        shown=str(shown).lower(),
    )


def _row(number: str, block: str, columns: list[tuple[str, str, Blocks]]) -> etree._Element:
    row = etree.Element(_name("row"), {"block": block})
    for siglum, colour, blocks in columns:
        cell = etree.SubElement(row, _name("cell"), {"siglum": siglum, "colour": colour})
        cell.extend(blocks.get(number, ()))
    return row


def _beside(reading: dict[str, etree._Element], tree: etree._Element) -> Blocks:
    """The blocks of a witness, each at the one of the edition that it is, or that goes before."""
    found: Blocks = {}
    at = next(iter(reading), "")
    for number, block in _alone(tree):
        at = number if number in reading else at
        found.setdefault(at, []).append(block)
    return found


def _alone(tree: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The outermost blocks of a text, out of the divisions and lists that they stand in."""
    for child in list(tree):
        if child.tag in FRAMES:
            yield from _alone(child)
        elif child.tag == _name("rd") and any(each.get(OF) for each in child):
            for number, block in _alone(child):
                around = etree.Element(child.tag, dict(child.attrib))
                around.append(block)
                yield number, around
        else:
            child.tail = None
            yield child.get(OF, f":{id(child)}"), child


def _name(name: str) -> str:
    return f"{{{EDITION_NS}}}{name}"
