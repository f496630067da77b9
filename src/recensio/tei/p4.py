"""Documents without a namespace, read as TEI P5; those of P4 have `id` and `lang` besides."""

from __future__ import annotations

from typing import Final

from lxml import etree

from recensio.tei.names import XML_ID, XML_LANG, tei

ROOT_NAMES: Final = {"TEI.2": "TEI", "teiCorpus.2": "teiCorpus"}
ATTRIBUTES: Final = {"id": XML_ID, "lang": XML_LANG}


def is_p4(root: etree._Element) -> bool:
    """Whether the root element is that of a P4 document."""
    return root.tag in ROOT_NAMES


def lacks_namespace(root: etree._Element) -> bool:
    """Whether the root element is that of a P5 document, but for the namespace."""
    return root.tag in ROOT_NAMES.values()


def upgrade(root: etree._Element) -> None:
    """Rename elements and attributes in place; text and structure stay as they are."""
    for element in root.iter("*"):
        name = str(element.tag)
        if not name.startswith("{"):
            element.tag = tei(ROOT_NAMES.get(name, name))
        for old, new in ATTRIBUTES.items():
            value = element.attrib.pop(old, None)
            if value is not None:
                element.set(new, value)
    etree.cleanup_namespaces(root)
