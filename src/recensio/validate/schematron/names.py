"""Names of Schematron and its neighbours, and the mark that says where a rule is written."""

from __future__ import annotations

from typing import Final

from lxml import etree

SCH_NS: Final = "http://purl.oclc.org/dsdl/schematron"
OLD_NS: Final = "http://www.ascc.net/xml/schematron"
"""Schematron 1.5, which names its elements alike."""

XSL_NS: Final = "http://www.w3.org/1999/XSL/Transform"
RNG_NS: Final = "http://relaxng.org/ns/structure/1.0"
EXAMPLES: Final = "{http://www.tei-c.org/ns/Examples}egXML"
ED_NS: Final = "https://recensio.org/ns/functions"

AT: Final = f"{{{ED_NS}}}at"
"""The attribute with file and line of what an element of a schema says."""

RULE: Final = f"{{{ED_NS}}}rule"
"""The attribute with the name of a rule, in what is made of a schema."""


def ed(name: str) -> str:
    """The name of an element of ours as lxml writes it: `{namespace}name`."""
    return f"{{{ED_NS}}}{name}"


def sch(name: str) -> str:
    """The name of an element of Schematron as lxml writes it: `{namespace}name`."""
    return f"{{{SCH_NS}}}{name}"


def namespace_of(element: etree._Element | None) -> str | None:
    """The namespace of an element; none for no element, a comment or an instruction."""
    name = element.tag if element is not None else None
    return name.rpartition("}")[0][1:] if isinstance(name, str) else None


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
