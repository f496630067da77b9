"""General entities: internal ones are put in, external ones are never read.

libxml2 would fetch or refuse what an external DTD declares, so a text of ours stands in for every
DTD, references are kept by the parser and settled here, each by the text it stands for (XML 1.0,
section 4.4).
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html.entities import html5
from typing import Any, Final

from lxml import etree

from recensio.model.problem import Location, Problem, problem

LIMIT: Final = 1_000_000
"""Characters that the entities of one file may add; more is an attack or a mistake."""


class Declarations(etree.Resolver):
    """Answers every request for a DTD or an external entity; nothing is opened or fetched.

    With `html` the first answer declares the names of the HTML character set, since a reference
    in an attribute that is not declared is dropped by libxml2.
    """

    def __init__(self, html: bool) -> None:
        self._answers = iter((_html_declarations(),) if html else ())

    def resolve(self, _url: str | None, _public_id: str | None, context: Any) -> Any:
        """The text that stands in for what is asked for."""
        return self.resolve_string(next(self._answers, "<!-- never fetched -->"), context)


def report_lost(
    log: etree._ListErrorLog, reported: Sequence[Problem], path: str
) -> Iterator[Problem]:
    """Report each entity that the parser met in attributes only, where it leaves nothing behind."""
    seen = {found.message.split("&")[1].split(";")[0] for found in reported}
    for entry in log:
        if entry.type != etree.ErrorTypes.WAR_UNDECLARED_ENTITY:
            continue
        name = entry.message.split("'")[1]
        if name not in seen:
            seen.add(name)
            place = Location(path, entry.line, entry.column)
            yield problem("SRC011", place, name=name, action="left out of an attribute")


def settle_attributes(tree: etree._ElementTree) -> None:
    """Put text in the place of the entity references of every attribute."""
    for element in tree.iter("*"):
        for name, value in element.items():
            element.set(name, value)


def settle(tree: etree._ElementTree, path: str) -> list[Problem]:
    """Put text in the place of every entity reference of `tree`; report what is not declared."""
    references = [node for node in tree.iter(etree.Entity) if isinstance(node, etree._Entity)]
    declared = _declared(tree)
    if any("<" in content for content in declared.values()):
        _put_into_namespace(tree)
    problems, room = [], LIMIT
    for reference in references:
        name = reference.name or ""
        text = _expansion(name, declared, room, ())
        if text is None:
            text = html5.get(f"{name};", f"&{name};")
            action = "kept as it is written" if text.startswith("&") else f"read as {text}"
            place = Location(path, _line(reference))
            problems.append(problem("SRC011", place, name=name, action=action))
        room -= len(text)
        _replace_by_text(reference, text)
    return problems


def _put_into_namespace(tree: etree._ElementTree) -> None:
    """Give the elements of entities the default namespace, which libxml2 leaves out."""
    for element in tree.iter("*"):
        name, default = etree.QName(element), element.nsmap.get(None)
        if name.namespace is None and default:
            element.tag = f"{{{default}}}{name.localname}"


def _line(reference: etree._Entity) -> int | None:
    """The line of the reference, else of the element around it: libxml2 does not always keep it."""
    parent: etree._Element | None = reference.getparent()
    return reference.sourceline or (parent.sourceline if parent is not None else None)


@cache
def _html_declarations() -> str:
    """An entity declaration for each name of the HTML character set (HTML, section 13.5)."""
    names = sorted(name for name in html5 if name.endswith(";"))
    texts = ((name[:-1], _character_references(html5[name])) for name in names)
    return "".join(f'<!ENTITY {name} "{text}">' for name, text in texts)


def _character_references(text: str) -> str:
    return "".join(f"&#38;#{ord(character)};" for character in text)


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
