"""Schemas with foreign matter in them, which is allowed, and with faults, which are not."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import TypeAlias

from lxml import etree

from tests.grammars.mutations import remove
from tests.grammars.vocabulary import (
    AROUND,
    ATTRIBUTES,
    BASE,
    BASES,
    FORMS,
    LOOSE,
    PREFIXES,
    RNG_NS,
    TEXTS,
)

Node: TypeAlias = etree._Element


def made(kind: str, /, *inner: Node, **attributes: str) -> Node:
    """An element of a schema."""
    node = etree.Element(f"{{{RNG_NS}}}{kind}", attributes, nsmap=PREFIXES)
    node.extend(inner)
    return node


def annotate(root: Node, chance: Random) -> None:
    """Foreign elements and attributes anywhere they are allowed, with any content."""
    for node in list(root.iter(f"{{{RNG_NS}}}*")):
        if chance.random() < 0.15:
            node.set("{urn:x}note", "any")
        if chance.random() < 0.15 and etree.QName(node).localname not in {"name", "value", "param"}:
            note = etree.Element("{urn:x}note")
            note.append(made("ref", name="nothing"))
            node.insert(chance.randint(0, len(node)), note)
        if chance.random() < 0.05:
            node.append(etree.Comment(" a comment "))


def spoil(root: Node, chance: Random) -> None:
    """Do something to the schema that most likely is wrong."""
    nodes = list(root.iter(f"{{{RNG_NS}}}*"))
    node, other = chance.choice(nodes), chance.choice(nodes)
    choice = chance.choice
    match chance.randrange(7):
        case 0 if node is not root:
            remove(node)
        case 1:
            other.insert(choice((0, len(other))), deepcopy(node))
        case 2:
            node.tag = f"{{{RNG_NS}}}{choice(FORMS)}"
        case 3:
            spoil_attributes(node, chance)
        case 4:
            node.text = choice(("text", " ", "a:b", "1"))
        case 5:
            node.append(made(choice((*FORMS, "unknown", *LOOSE))))
        case _ if node is not root:
            wrapper = made(choice((*AROUND, "list", "div", "except")))
            node.addprevious(wrapper)
            wrapper.append(node)
            wrapper.tail = choice(("text", "\u00a0", "\n", None, None, None))


def spoil_attributes(node: Node, chance: Random) -> None:
    """Take an attribute away, add one, or give others to what is there.

    Every file that is named stays one that is there: jing's driver stops at any other.
    """
    match chance.randrange(3):
        case 0:
            node.attrib.pop(chance.choice((*node.attrib, "ns")), None)
        case 1:
            name = chance.choice(ATTRIBUTES)
            node.set(name, chance.choice(BASES if name == BASE else TEXTS))
        case _:
            for known in node.attrib:
                if known != "href" and chance.random() < 0.7:
                    node.set(known, chance.choice(BASES if known == BASE else TEXTS))
