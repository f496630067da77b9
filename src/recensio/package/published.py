"""The documents of an edition as they were published, and what their headers tell an archive.

Each document is read once and let go; what is kept of it is small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from lxml import etree

from recensio.model.citation import Agent
from recensio.tei import header
from recensio.tei.io import read
from recensio.tei.names import NS, XI_NS, XML_ID, XML_LANG, tei
from recensio.tei.text import text_of

FILE: Final = "tei:teiHeader/tei:fileDesc"
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": (f"{FILE}/tei:titleStmt/tei:title",),
    "editor": (
        f"{FILE}/tei:titleStmt/tei:editor",
        f"{FILE}/tei:titleStmt/tei:author",
        f"{FILE}/tei:titleStmt/tei:respStmt",
    ),
    "publisher": (
        f"{FILE}/tei:publicationStmt/tei:publisher",
        f"{FILE}/tei:publicationStmt/tei:authority",
        f"{FILE}/tei:publicationStmt/tei:distributor",
    ),
    "date": (f"{FILE}/tei:publicationStmt/tei:date",),
    "language": ("tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language[@ident]",),
    "source description": (f"{FILE}/tei:sourceDesc",),
    "encoding declaration": ("tei:teiHeader/tei:encodingDesc",),
    "revision": ("tei:teiHeader/tei:revisionDesc",),
}
"""What a header may state, and the elements that state it (TEI Guidelines, chapter 2)."""

POINTING: Final = frozenset(
    {"ref", "target", "corresp", "who", "resp", "wit", "source", "hand", "ana", "sameAs", "copyOf"}
    | {"next", "prev", "exclude", "select", "decls", "facs", "change", "synch", "spanTo", "parts"}
)
"""Attributes that hold pointers (teidata.pointer), but for those that are dates as often."""

SOURCES: Final = f"{FILE}/tei:sourceDesc//tei:idno"
DOI: Final = re.compile(r"10\.\d{4,9}/\S+")


@dataclass(frozen=True, slots=True)
class Keyword:
    """What a text is about; `scheme` is the address of the vocabulary that the word is from."""

    term: str
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class PublishedDocument:
    """What is known of a document of the package; `name` is its path there.

    `stated` are the fields of `FIELDS` that its header states. `pointers` are what it points at,
    each with the line where it first does; `outside` is what it would load from elsewhere.
    """

    name: str
    title: str
    stated: frozenset[str]
    agents: tuple[Agent, ...] = ()
    contributors: tuple[Agent, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    languages: tuple[str, ...] = ()
    licence_url: str = ""
    identifier: str = ""
    version: str = ""
    sources: tuple[str, ...] = ()
    restricted: bool = False
    ids: frozenset[str] = frozenset()
    pointers: tuple[tuple[str, int], ...] = ()
    outside: tuple[tuple[str, int], ...] = ()


def published_documents(files: Mapping[str, object]) -> Iterator[PublishedDocument]:
    """The documents in the folder tei/ of a package; what is not TEI is passed over."""
    for name, path in files.items():
        if name.startswith("tei/") and isinstance(path, Path):
            parsed = read(path, xinclude=False).value
            if parsed is not None:
                yield _document(name, parsed.tree)


def is_restricted(tree: etree._ElementTree) -> bool:
    """Whether the header says that the text may not be passed on (TEI Guidelines, 2.2.4)."""
    restricted = "tei:teiHeader//tei:availability[@status='restricted']"
    return tree.getroot().find(restricted, NS) is not None


def _document(name: str, tree: etree._ElementTree) -> PublishedDocument:
    root = tree.getroot()
    pointers, ids = _pointers(root)
    editors = header.agents(tree, "editor")
    return PublishedDocument(
        name=name,
        title=header.title(tree),
        stated=frozenset(field for field, paths in FIELDS.items() if _states(root, paths)),
        agents=tuple(dict.fromkeys((*editors, *header.agents(tree, "author")))),
        contributors=tuple(_contributors(tree)),
        keywords=tuple(_keywords(root)),
        languages=tuple(_languages(root)),
        licence_url=_licence(root),
        identifier=header.identifier(tree),
        version=_version(root),
        sources=tuple(_sources(root)),
        restricted=is_restricted(tree),
        ids=ids,
        pointers=pointers,
        outside=tuple(_outside(tree)),
    )


def _states(root: etree._Element, paths: tuple[str, ...]) -> bool:
    """Whether one of the elements is there and says something."""
    found = (element for path in paths for element in root.iterfind(path, NS))
    return any(text_of(element) or element.get("ident") or element.get("when") for element in found)


def _licence(root: etree._Element) -> str:
    licence = root.find(f"{FILE}/tei:publicationStmt/tei:availability//tei:licence[@target]", NS)
    return licence.get("target", "") if licence is not None else ""


def _version(root: etree._Element) -> str:
    edition = root.find(f"{FILE}/tei:editionStmt/tei:edition", NS)
    return "" if edition is None else edition.get("n") or text_of(edition)


def _contributors(tree: etree._ElementTree) -> Iterator[Agent]:
    """Who else had a part in it, whatever it was (TEI Guidelines, 2.2.1, respStmt)."""
    for kind in ("persName", "name", "orgName"):
        for agent in header.agents(tree, f"respStmt/tei:{kind}"):
            yield replace(agent, is_body=kind == "orgName")


def _keywords(root: etree._Element) -> Iterator[Keyword]:
    for keywords in root.iterfind("tei:teiHeader/tei:profileDesc/tei:textClass/tei:keywords", NS):
        scheme = keywords.get("scheme", "")
        scheme = scheme if scheme.startswith("http") else ""
        terms = list(keywords.iter(tei("term"))) or list(keywords.iter(tei("item")))
        yield from (Keyword(text_of(term), scheme) for term in terms if text_of(term))


def _languages(root: etree._Element) -> Iterator[str]:
    used = root.findall("tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language", NS)
    yield from (ident for language in used if (ident := language.get("ident")))
    if not used and root.get(XML_LANG):
        yield root.get(XML_LANG, "")


def _sources(root: etree._Element) -> Iterator[str]:
    for idno in root.iterfind(SOURCES, NS):
        value = text_of(idno)
        doi = DOI.search(value)
        if doi:
            yield f"https://doi.org/{doi[0]}"
        elif value.startswith(("https://", "http://")):
            yield value


def _pointers(root: etree._Element) -> tuple[tuple[tuple[str, int], ...], frozenset[str]]:
    """What the document points at, and the identifiers it has."""
    found: dict[str, int] = {}
    ids: set[str] = set()
    for element in root.iter("*"):
        for name, value in element.attrib.items():
            if name == XML_ID:
                ids.add(value)
            elif name in POINTING:
                for pointer in value.split():
                    found.setdefault(pointer, element.sourceline or 0)
    return tuple(found.items()), frozenset(ids)


def _outside(tree: etree._ElementTree) -> Iterator[tuple[str, int]]:
    """What a reader of the document would have to fetch to have all of it."""
    if tree.docinfo.system_url:
        yield tree.docinfo.system_url, 1
    for element in tree.getroot().iter(f"{{{XI_NS}}}include", tei("graphic"), tei("media")):
        url = element.get("href") or element.get("url") or ""
        is_included = element.tag == f"{{{XI_NS}}}include"
        if is_included or url.startswith(("http://", "https://", "//", "ftp://")):
            yield url or "xi:include", element.sourceline or 0
