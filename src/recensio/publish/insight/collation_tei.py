"""data/collation: the entries of a document as a plain TEI collation, for programs such as teiphy.

These want every witness and every entry in one file: an app for each entry, with one numbered rdg
for each reading and its witnesses, a witDetail of the type ambiguous for a witness that has several
(TEI Guidelines, 12.1.4.1), and nothing for one of which nothing is known. White space in a siglum
becomes a low line, since @wit holds a list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.model.document import Artifact
from recensio.publish.insight.agreement import numbers
from recensio.publish.insight.attestation import Attestation, Place
from recensio.tei.io import serialise
from recensio.tei.names import TEI_NS, XML_ID, tei

NAMESPACES: Final = {None: TEI_NS}


def collation_file(each: Attestation) -> Artifact:
    """The collation of a document as TEI."""
    root = etree.Element(tei("TEI"), nsmap=NAMESPACES)
    sigla = ["_".join(siglum.split()) for siglum in each.sigla]
    root.append(_header(each.document.title, sigla))
    body = etree.SubElement(etree.SubElement(root, tei("text")), tei("body"))
    block = etree.SubElement(body, tei("ab"))
    block.extend(_app(place, sigla) for place in each.places if place.known)
    path = f"data/collation/{each.document.id}.xml"
    content = serialise(etree.ElementTree(root))
    return Artifact(path, content, "application/tei+xml", each.document.path)


def _header(title: str, sigla: list[str]) -> etree._Element:
    header = etree.Element(tei("teiHeader"))
    file = etree.SubElement(header, tei("fileDesc"))
    _with(etree.SubElement(file, tei("titleStmt")), "title", f"{title}: collation")
    _with(etree.SubElement(file, tei("publicationStmt")), "p", "Made from the edition.")
    listing = etree.SubElement(etree.SubElement(file, tei("sourceDesc")), tei("listWit"))
    for siglum in sigla:
        etree.SubElement(listing, tei("witness"), n=siglum)
    return header


def _app(place: Place, sigla: list[str]) -> etree._Element:
    app = etree.Element(tei("app"), {XML_ID: place.entry.id})
    _with(app, "lem", place.states[0])
    held: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for siglum, states in zip(sigla, place.has, strict=True):
        held[tuple(numbers(states))].append(siglum)
    for state, text in enumerate(place.states):
        named = held.get((state,))
        _with(app, "rdg", text, n=str(state + 1), **({"wit": " ".join(named)} if named else {}))
    app.extend(_ambiguous(held))
    return app


def _ambiguous(held: dict[tuple[int, ...], list[str]]) -> Iterator[etree._Element]:
    for states, sigla in held.items():
        if len(states) > 1:
            targets = [str(state + 1) for state in states]
            yield etree.Element(
                tei("witDetail"),
                n=f"W{'/'.join(targets)}",
                type="ambiguous",
                target=" ".join(targets),
                wit=" ".join(sigla),
            )


def _with(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    element = etree.SubElement(parent, tei(name), attributes)
    element.text = text or None
