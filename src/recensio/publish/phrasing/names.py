"""The names of those whom readings point at: of conjectures, of publications, of hands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from recensio.model.document import Corpus, Document
from recensio.tei.names import XML_ID, tei, tei_names

NAMING: Final = ("resp", "source", "hand")
"""The attributes that point at a person, a publication or a hand."""

ABBREVIATED: Final = tei("abbr")
NAMED: Final = tei_names("persName author editor name orgName label title")
PUBLICATIONS: Final = tei_names("bibl biblStruct biblFull")
WITNESSES: Final = (tei("witness"), tei("listWit"))
"""What has a siglum and needs no name."""

LONGEST: Final = 48
"""Characters of what can pass for a name."""


def names(document: Document, corpus: Corpus) -> Mapping[str, str]:
    """The short name for each identifier that readings of a document point at, where one is known.

    Names are looked for in the document itself, then in the registers of the edition.
    """
    wanted = set(_pointed(document.tree.getroot()))
    if not wanted:
        return {}
    found = {
        identifier: name
        for element in document.tree.getroot().iter("*")
        if element.tag not in WITNESSES
        and (identifier := element.get(XML_ID, "")) in wanted
        and (name := short_name(element))
    }
    registered = {
        entry.id: entry.label.partition(",")[0].strip()
        for entry in corpus.registers
        if entry.id in wanted
    }
    return registered | found


def short_name(bearer: etree._Element) -> str:
    """What an apparatus calls a person, a publication or a hand; nothing if that is not short.

    That is what is marked as an abbreviation, the number in @n, the surname or the first name that
    is marked, and of a publication the year.
    """
    given = next(map(_text, bearer.iter(ABBREVIATED)), "") or bearer.get("n", "")
    surnames = "–".join(map(_text, bearer.iter(tei("surname"))))
    marked = next(map(_text, bearer.iter(*NAMED)), "") or _text(bearer)
    name = given or surnames or marked.partition(",")[0]
    if bearer.tag in PUBLICATIONS and not given:
        name = " ".join((name, *map(_text, list(bearer.iter(tei("date")))[:1])))
    return name if len(name) <= LONGEST else ""


def _pointed(root: etree._Element) -> Iterator[str]:
    for app in root.iter(tei("app")):
        for element in app.iter("*"):
            for value in (element.get(name, "") for name in NAMING):
                yield from (pointer.rpartition("#")[2] for pointer in value.split())


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext(with_tail=False)).split())
