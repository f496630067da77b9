"""Schematron rules embedded in another schema: RELAX NG, W3C XML Schema or an ODD.

What stands outside a pattern is given one (TEI Guidelines, 22.5.2): the rules of one constraint
are one pattern, and assertions without a rule are about the element or attribute in whose
specification they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from lxml import etree

from recensio.tei.names import TEI_NS, tei
from recensio.validate.schematron.names import (
    AT,
    EXAMPLES,
    RNG_NS,
    SCH_NS,
    XSL_NS,
    namespace_of,
    sch,
)

SCHEMES: Final = (None, "schematron", "isoschematron")
"""The values of constraintSpec/@scheme; older ODDs tell the ISO standard from version 1.5."""

DECLARATIONS: Final = frozenset(f"{{{XSL_NS}}}{name}" for name in ("key", "function", "variable"))
ASSERTIONS: Final = (sch("assert"), sch("report"))


def embedded(roots: Iterable[etree._Element]) -> etree._Element:
    """The rules embedded in these schemas as one Schematron schema."""
    schema = etree.Element(sch("schema"), {"queryBinding": "xslt3"}, {"sch": SCH_NS})
    groups: dict[etree._Element, list[etree._Element]] = {}
    prefixes = {"tei": TEI_NS}
    for element in chain.from_iterable(map(_outermost, roots)):
        prefixes = {**{p: uri for p, uri in element.nsmap.items() if p}, **prefixes}
        parent = element.getparent()
        if parent is not None:
            groups.setdefault(parent, []).append(element)
    for parent, members in groups.items():
        schema.extend(_for_schema(parent, members))
    _leave_out_repeated(schema)
    for prefix, uri in prefixes.items():
        # After those that the schema declares itself: the first of a prefix holds.
        etree.SubElement(schema, sch("ns"), {"prefix": prefix, "uri": uri})
    return schema


def _outermost(root: etree._Element) -> Iterator[etree._Element]:
    """The elements of Schematron, and declarations of XSLT, that stand in others."""
    for element in root.iter("*"):
        found = namespace_of(element) == SCH_NS or element.tag in DECLARATIONS
        if found and namespace_of(element.getparent()) not in (SCH_NS, XSL_NS) and _counts(element):
            yield element


def _counts(element: etree._Element) -> bool:
    """Whether a rule is meant: it is no example, not deleted, and no other language."""
    for around in element.iterancestors(EXAMPLES, tei("constraintSpec")):
        if around.tag == EXAMPLES or around.get("mode") == "delete":
            return False
        if around.get("scheme") not in SCHEMES:
            return False
    return True


def _for_schema(parent: etree._Element, members: list[etree._Element]) -> Iterator[etree._Element]:
    """What the members of one element are in a schema: themselves, or one pattern."""
    if any(member.tag in ASSERTIONS for member in members):
        yield _pattern(parent, [_rule(parent, [m for m in members if _fits_rule(m)])])
        members = [member for member in members if not _fits_rule(member)]
    if any(member.tag == sch("rule") for member in members):
        yield _pattern(parent, [m for m in members if m.tag in (sch("rule"), sch("let"))])
        members = [member for member in members if member.tag not in (sch("rule"), sch("let"))]
    for member in members:
        yield from member if member.tag == sch("schema") else (member,)


def _fits_rule(member: etree._Element) -> bool:
    return member.tag in (*ASSERTIONS, sch("let"), sch("extends"))


def _pattern(parent: etree._Element, members: list[etree._Element]) -> etree._Element:
    pattern = etree.Element(sch("pattern"), {AT: members[0].get(AT, "")})
    specification = next(parent.iterancestors(tei("constraintSpec")), None)
    name = specification.get("ident") if specification is not None else None
    if name:
        pattern.set("id", name)
    pattern.extend(members)
    return pattern


def _rule(parent: etree._Element, members: list[etree._Element]) -> etree._Element:
    rule = etree.Element(sch("rule"), {AT: members[0].get(AT, ""), "context": _context(parent)})
    rule.extend(members)
    return rule


def _context(parent: etree._Element) -> str:
    """What an assertion without a rule is about; empty if that cannot be told."""
    around = (parent, *parent.iterancestors())
    attribute = next((e for e in around if e.tag == tei("attDef")), None)
    owner = next((e for e in around if e.tag in (tei("elementSpec"), tei("classSpec"))), None)
    element = next((e for e in around if e.tag == f"{{{RNG_NS}}}element" and e.get("name")), None)
    name = ""
    if owner is not None and owner.tag == tei("elementSpec"):
        name = f"Q{{{_inherited(owner, TEI_NS)}}}{owner.get('ident')}"
    elif element is not None:
        name = f"Q{{{_inherited(element, '')}}}{element.get('name')}"
    if attribute is None:
        return name
    written = f"@Q{{{attribute.get('ns', '')}}}{attribute.get('ident')}"
    return f"{name}/{written}" if name else written


def _inherited(element: etree._Element, default: str) -> str:
    """The namespace that a specification gives: its own @ns or the nearest around it."""
    given = (e.get("ns") for e in (element, *element.iterancestors()))
    return next((ns for ns in given if ns is not None), default)


def _leave_out_repeated(schema: etree._Element) -> None:
    """A grammar made from an ODD holds one pattern many times, named by each element anew."""
    named = next(schema.iter(sch("active")), None) is not None
    seen = set()
    for pattern in schema.findall(sch("pattern")):
        copied = etree.fromstring(etree.tostring(pattern, with_tail=False))
        for element in copied.iter("*"):
            element.attrib.pop(AT, None)
        if not named:
            copied.attrib.pop("id", None)
        content = etree.tostring(copied, method="c14n2", strip_text=True)
        if content in seen:
            schema.remove(pattern)
        seen.add(content)
