"""What a teiHeader says of its document (TEI Guidelines, chapter 2)."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from recensio.model.citation import Agent
from recensio.model.document import Metadata
from recensio.tei.names import NS, XML_LANG, tei, tei_names
from recensio.tei.text import text_of

TITLE_STMT: Final = "tei:teiHeader/tei:fileDesc/tei:titleStmt"
PUBLICATION: Final = "tei:teiHeader/tei:fileDesc/tei:publicationStmt"
NAMES: Final = tei_names("name persName orgName")
ORCID: Final = re.compile(r"\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b")


def title(tree: etree._ElementTree) -> str:
    """The main title of a document, that of the piece itself, its first title, or "".

    Letters and diaries often have the title of their series first (@level).
    """
    piece = _texts(tree, f"{TITLE_STMT}/tei:title[@level='a']")
    return (_main(tree) or piece or _texts(tree, f"{TITLE_STMT}/tei:title") or ("",))[0]


def metadata(tree: etree._ElementTree) -> Metadata:
    """The header as the metadata of an edition that has no edition.toml."""
    licence = tree.getroot().find(f"{PUBLICATION}/tei:availability/tei:licence", NS)
    editors, authors = _names(tree, "editor"), _names(tree, "author")
    return Metadata(
        title=(_main(tree) or _texts(tree, f"{TITLE_STMT}/tei:title") or ("Untitled",))[0],
        editors=editors or authors,
        authored=not editors and bool(authors),
        language=tree.getroot().get(XML_LANG) or "en",
        licence=text_of(licence) if licence is not None else "",
        licence_url=licence.get("target", "") if licence is not None else "",
        date=(_texts(tree, f"{PUBLICATION}/tei:date") or ("",))[0],
        publisher=(_texts(tree, f"{PUBLICATION}/tei:publisher") or ("",))[0],
    )


def _main(tree: etree._ElementTree) -> tuple[str, ...]:
    return _texts(tree, f"{TITLE_STMT}/tei:title[@type='main']")


def _names(tree: etree._ElementTree, role: str) -> tuple[str, ...]:
    """The names of those who have a role; one element may hold several."""
    found: list[str] = []
    for element in tree.getroot().findall(f"{TITLE_STMT}/tei:{role}", NS):
        names = [text_of(name) for name in element.iterchildren(*NAMES)]
        found.extend(names if len(names) > 1 else [text_of(element)])
    return tuple(dict.fromkeys(name for name in found if name))


def agents(tree: etree._ElementTree, role: str) -> tuple[Agent, ...]:
    """Who is named as "author" or "editor" of a document (TEI Guidelines, 2.2.1)."""
    found = (_agent(e) for e in tree.getroot().iterfind(f"{TITLE_STMT}/tei:{role}", NS))
    return tuple(dict.fromkeys(agent for agent in found if agent.name))


def identifier(tree: etree._ElementTree) -> str:
    """The DOI or other web address that the publication itself has; an empty string if none."""
    for idno in tree.getroot().iterfind(f"{PUBLICATION}/tei:idno", NS):
        value = text_of(idno)
        if (idno.get("type") or "").lower() == "doi" and value.startswith("10."):
            return f"https://doi.org/{value}"
        if value.startswith(("https://", "http://")):
            return value
    return ""


def _agent(element: etree._Element) -> Agent:
    family, given = (
        " ".join(text_of(part) for part in element.iterfind(f".//tei:{name}", NS))
        for name in ("surname", "forename")
    )
    # What identifies a person is no part of the name.
    known = {id(part) for part in element.iter(tei("idno"), tei("email"), tei("affiliation"))}
    names = list(element.iterchildren(*NAMES))
    name = text_of(names[0]) if names else text_of(element) if not known else element.text or ""
    if family and given:
        name = f"{given} {family}"
    is_body = element.find("tei:orgName", NS) is not None
    return Agent(" ".join(name.split()), family, given, _uri(element), is_body)


def _uri(element: etree._Element) -> str:
    """The address that says who it is, such as an ORCID."""
    for part in element.iter():
        ref = (part.get("ref") or part.get("key") or "") if isinstance(part.tag, str) else ""
        value = text_of(part) if part.tag == tei("idno") else ref
        orcid = ORCID.search(value)
        if orcid:
            return f"https://orcid.org/{orcid[0]}"
        if value.startswith(("https://", "http://")):
            return value
    return ""


def _texts(tree: etree._ElementTree, path: str) -> tuple[str, ...]:
    found = (text_of(e) for e in tree.getroot().findall(path, NS))
    return tuple(dict.fromkeys(text for text in found if text))
