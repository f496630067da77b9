"""What a teiHeader says of its document (TEI Guidelines, chapter 2)."""

from __future__ import annotations

from lxml import etree

from recensio.model.document import Metadata
from recensio.tei.names import NS, XML_LANG, tei_names
from recensio.tei.text import text_of

TITLE_STMT = "tei:teiHeader/tei:fileDesc/tei:titleStmt"
PUBLICATION = "tei:teiHeader/tei:fileDesc/tei:publicationStmt"
NAMES = tei_names("name persName orgName")


def title(tree: etree._ElementTree) -> str:
    """The main title of a document, that of the piece itself, its first title, or "".

    Letters and diaries often have the title of their series first (@level).
    """
    piece = _texts(tree, f"{TITLE_STMT}/tei:title[@level='a']")
    return (_main(tree) or piece or _texts(tree, f"{TITLE_STMT}/tei:title") or ("",))[0]


def metadata(tree: etree._ElementTree) -> Metadata:
    """The header as the metadata of an edition that has no edition.toml."""
    licence = tree.getroot().find(f"{PUBLICATION}/tei:availability/tei:licence", NS)
    return Metadata(
        title=(_main(tree) or _texts(tree, f"{TITLE_STMT}/tei:title") or ("Untitled",))[0],
        editors=_names(tree, "editor") or _names(tree, "author"),
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


def _texts(tree: etree._ElementTree, path: str) -> tuple[str, ...]:
    found = (text_of(e) for e in tree.getroot().findall(path, NS))
    return tuple(dict.fromkeys(text for text in found if text))
