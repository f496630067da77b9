"""Namespaces and qualified names of TEI."""

from __future__ import annotations

from typing import Final

TEI_NS: Final = "http://www.tei-c.org/ns/1.0"
XML_NS: Final = "http://www.w3.org/XML/1998/namespace"
XI_NS: Final = "http://www.w3.org/2001/XInclude"

XML_ID: Final = f"{{{XML_NS}}}id"
XML_LANG: Final = f"{{{XML_NS}}}lang"
XML_BASE: Final = f"{{{XML_NS}}}base"

NS: Final = {"tei": TEI_NS, "xi": XI_NS}


def tei(name: str) -> str:
    """The name of a TEI element as lxml writes it: `{namespace}name`."""
    return f"{{{TEI_NS}}}{name}"


def tei_names(names: str) -> frozenset[str]:
    """The names of several elements, given with spaces between them."""
    return frozenset(map(tei, names.split()))
