"""Documents spoiled at random: one small change to a tree, which stays well-formed."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Final, TypeAlias

from lxml import etree

Node: TypeAlias = etree._Element
Tree: TypeAlias = etree._ElementTree
TEXTS: Final = ("x", " ", "", "1", "a b", "\n\t", "2000-01-01", "#a", "é", "0", "a")
SPACES: Final = ("", "urn:x", "urn:p", "http://www.tei-c.org/ns/1.0")


def mutated(tree: Tree, chance: Random, times: int = 1) -> Tree:
    """A copy of a document with so many changes."""
    changed = deepcopy(tree)
    for _ in range(times):
        change(changed, chance)
    return changed


def change(tree: Tree, chance: Random) -> None:
    """Change something in a document, as far as it has something to change."""
    node = chance.choice(list(tree.iter("*")))
    kind = chance.choice((change_attributes, change_text, change_elements))
    kind(node, tree, chance)


def change_attributes(node: Node, _: Tree, chance: Random) -> None:
    """Take an attribute away, add one, give another value or another namespace."""
    names = [str(name) for name in chance.sample(list(node.attrib), min(1, len(node.attrib)))]
    match chance.randrange(5):
        case 0:
            node.set(chance.choice(("a", "b", "{urn:p}a", "new")), chance.choice(TEXTS))
        case 1:
            for name in names:
                node.set(etree.QName(name).localname, node.attrib.pop(name))
        case 2:
            for name in names:
                del node.attrib[name]
        case _:
            for name in names:
                node.set(name, spoiled(node.get(name) or "", chance))


def change_text(node: Node, tree: Tree, chance: Random) -> None:
    """Change the text at the beginning of an element or behind it."""
    if chance.random() < 0.5 or node is tree.getroot():
        node.text = spoiled(node.text or "", chance)
    else:
        node.tail = spoiled(node.tail or "", chance)


def change_elements(node: Node, tree: Tree, chance: Random) -> None:
    """Rename an element, take it away, put another into it, or change its order."""
    other = chance.choice(list(tree.iter("*")))
    match chance.randrange(6):
        case 0:
            node.tag = other.tag
        case 1:
            node.tag = f"{{{chance.choice(SPACES)}}}{etree.QName(node).localname}"
        case 2:
            remove(node)
        case 3:
            other.append(deepcopy(node))
        case 4 if len(node) > 1:
            node.append(chance.choice(list(node)))
        case _:
            node.insert(chance.randint(0, len(node)), etree.Element(chance.choice(("a", "b", "p"))))


def spoiled(text: str, chance: Random) -> str:
    """Another text, or one with a character more or less."""
    place = chance.randint(0, len(text))
    return chance.choice(
        (
            chance.choice(TEXTS),
            text + chance.choice(TEXTS),
            text[:place] + chance.choice("x 1-.:\u0301") + text[place:],
            text[:place] + text[place + 1 :],
            text.strip() if text.strip() != text else f" {text}\n",
        )
    )


def remove(node: Node) -> None:
    """Take an element away; the text behind it stays."""
    parent = node.getparent()
    if parent is not None:
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + (node.tail or "")
        else:
            before.tail = (before.tail or "") + (node.tail or "")
        parent.remove(node)
