"""General entities: internal ones are put in, external ones are never read.

libxml2 would fetch or refuse what an external DTD declares, so references are kept by the parser
and settled here, each by the text it stands for (XML 1.0, section 4.4).
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from html.entities import html5
from typing import Final

from lxml import etree

from recensio.model.problem import Location, Problem, problem

LIMIT: Final = 1_000_000
"""Characters that the entities of one file may add; more is an attack or a mistake."""


def settle(tree: etree._ElementTree, path: str) -> list[Problem]:
    """Put text in the place of every entity reference of `tree`; report what is not declared."""
    references = [node for node in tree.iter(etree.Entity) if isinstance(node, etree._Entity)]
    if not references:
        return []
    declared = _declared(tree)
    problems, room = [], LIMIT
    for reference in references:
        name = reference.name or ""
        text = _expansion(name, declared, room, ())
        if text is None:
            text = html5.get(f"{name};", f"&{name};")
            action = "kept as it is written" if text.startswith("&") else f"read as {text}"
            place = Location(path, reference.sourceline)
            problems.append(problem("SRC011", place, name=name, action=action))
        room -= len(text)
        _replace_by_text(reference, text)
    return problems


def _declared(tree: etree._ElementTree) -> Mapping[str, str]:
    subset = tree.docinfo.internalDTD
    entities = subset.iterentities() if subset is not None else ()
    return {entity.name: entity.content for entity in entities if entity.name and entity.content}


def _expansion(
    name: str, declared: Mapping[str, str], room: int, within: tuple[str, ...]
) -> str | None:
    """The text behind a name; none if it is not declared, calls itself or outgrows `room`."""
    content = declared.get(name)
    if content is None or name in within or "<" in content:
        return None
    pieces = content.split("&")
    text = pieces[0]
    for piece in pieces[1:]:
        inner, _, rest = piece.partition(";")
        nested = _expansion(inner, declared, room - len(text), (*within, name))
        text += (html.unescape(f"&{inner};") if nested is None else nested) + rest
        if len(text) > room:
            return None
    return text


def _replace_by_text(reference: etree._Entity, text: str) -> None:
    parent: etree._Element | None = reference.getparent()
    previous: etree._Element | None = reference.getprevious()
    if parent is None:
        return
    text += reference.tail or ""
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    reference.tail = None
    parent.remove(reference)
