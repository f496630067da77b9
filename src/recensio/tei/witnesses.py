"""Witness lists (TEI Guidelines, 12.1.4.3), and what else a siglum may name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote

from lxml import etree

from recensio.model.witness import Prefix, Siglum, Witness, WitnessList
from recensio.tei.names import NS, XML_ID, tei
from recensio.tei.text import normalise, text_of

SIGLA: Final = (
    "tei:abbr[@type='siglum']",
    "tei:abbr",
    "tei:idno[@type='siglum']",
    "tei:bibl/tei:abbr[@type='siglum']",
    ".//tei:msIdentifier//tei:idno[@type='siglum']",
)
"""Where a witness says which siglum is printed for it, best first."""

NAMED: Final = ("tei:abbr[@type='name']", "tei:bibl/tei:abbr[@type='name']")
GROUP_SIGLA: Final = ("tei:head/*[@type='siglum']", "tei:abbr[@type='siglum']")
AUTHORITIES: Final = tuple(
    map(tei, ("bibl", "biblStruct", "biblFull", "msDesc", "msPart", "handNote", "person", "org"))
)
"""What is named as the source of a reading without being a witness of a list."""


def witness_list(trees: Iterable[etree._ElementTree], file: str = "") -> WitnessList:
    """Every witness declared in a listWit of the documents; the first declaration counts.

    `file` is the name of the file that the trees were read from, for pointers that name it.
    """
    declared: dict[str, Witness] = {}
    prefixes: list[Prefix] = []
    authorities: dict[str, Siglum] = {}
    for tree in trees:
        for witness in _declared(tree, file):
            declared.setdefault(witness.id, witness)
        prefixes += _prefixes(tree)
        for element in tree.getroot().iter(*AUTHORITIES):
            if element.get(XML_ID):
                authorities.setdefault(element.get(XML_ID, ""), _authority(element))
    return WitnessList(tuple(declared.values()), tuple(prefixes), (authorities,))


def name_of(element: etree._Element) -> str:
    """What a witness or listWit is pointed at by: xml:id, else @n, else the siglum of P4."""
    return element.get(XML_ID) or element.get("n") or element.get("sigil") or ""


def pointed_files(tree: etree._ElementTree) -> list[str]:
    """The relative paths of the files that sigla of a document point into, each once."""
    files: dict[str, None] = {}
    for element in tree.getroot().iter("*"):
        for pointer in (element.get("wit") or "").split():
            file, hash_, _ = pointer.rpartition("#")
            if hash_ and file and ":" not in file:
                files[unquote(file.partition("?")[0])] = None
    return list(files)


def _declared(tree: etree._ElementTree, file: str) -> Iterator[Witness]:
    for element in tree.getroot().iter(tei("witness")):
        name = name_of(element) or _marked(element, SIGLA)
        if name:
            siglum = _marked(element, SIGLA) or element.get("n") or name
            yield Witness(name, Siglum(siglum), _label(element), (), file, _marked(element, NAMED))
    for group in tree.getroot().iter(tei("listWit")):
        name = group.get(XML_ID, "")
        if name:
            siglum = _marked(group, GROUP_SIGLA) or group.get("n") or name
            members = tuple(name_of(w) or _marked(w, SIGLA) for w in group.iter(tei("witness")))
            label = normalise(group.findtext("tei:head", "", NS))
            yield Witness(name, Siglum(siglum), label, members, file)


def _prefixes(tree: etree._ElementTree) -> Iterator[Prefix]:
    for element in tree.getroot().iter(tei("prefixDef")):
        name, pattern = element.get("ident"), element.get("matchPattern")
        if name and pattern:
            yield Prefix(name, pattern, element.get("replacementPattern", ""))


def _authority(element: etree._Element) -> Siglum:
    marked = _marked(element, (SIGLA[0], *SIGLA[2:]))
    return Siglum(marked or element.get(XML_ID, ""))


def _marked(element: etree._Element, paths: Iterable[str]) -> str:
    """The text of the first of these elements that is there and has any."""
    found = (element.find(path, NS) for path in paths)
    return next((text for each in found if each is not None and (text := text_of(each))), "")


def _label(element: etree._Element) -> str:
    """The title of the witness, else its reference, else the beginning of its description."""
    marked = (element.find(path, NS) for path in (".//tei:title", "tei:bibl"))
    source = next((found for found in marked if found is not None), element)
    text = text_of(source)
    return text if len(text) <= 160 else text[:159].rsplit(" ", 1)[0] + " …"
