"""Fixes of the apparatus, attached to the problems that they mend.

Each returns the problem with its fix, or as it was where no safe fix can be written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from recensio.model.catalogue import Severity
from recensio.model.problem import Edit, Fix, Problem
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import READINGS
from recensio.validate import edits
from recensio.validate.apparatus.survey import GROUP, RDG, Survey, Text, name_of, tokens, words

if TYPE_CHECKING:
    from recensio.validate.apparatus.methods import Linkage

NAME: Final = re.compile(r"[^\W\d][\w.\-·]*")


def as_information(found: Problem) -> Problem:
    """The problem as something worth knowing."""
    return replace(found, severity=Severity.INFO)


def with_value(
    found: Problem, text: Text, element: etree._Element, attribute: str, value: str, title: str
) -> Problem:
    """Write `value` into an attribute, which is added if it is not there."""
    return _fixed(found, title, [_valued(text, element, attribute, value)])


def with_tokens(
    found: Problem, uses: Iterable[tuple[Text, etree._Element]], token: str, right: str
) -> Problem:
    """Write a siglum otherwise wherever it is used."""
    values = {element: (text, _with(tokens(element), token, right)) for text, element in uses}
    changes = [_valued(text, e, "wit", value) for e, (text, value) in values.items()]
    return _fixed(found, f"write {right}", changes)


def with_witness(found: Problem, survey: Survey, text: Text, name: str) -> Problem:
    """Declare a witness after the last one of the list of the document, else of the edition."""
    home = _listed(text) or next((place for t in survey.texts if (place := _listed(t))), None)
    if home is None or not NAME.fullmatch(name) or name in survey.identified:
        return found
    where, listed, insert = home
    written = f'<{_named(listed, "witness")} xml:id="{name}"/>'
    return _fixed(
        found, f"declare the witness {name}", [insert(where.locator, listed, written, "")]
    )


def without(found: Problem, text: Text, element: etree._Element, title: str) -> Problem:
    """Take the element away."""
    return _fixed(found, title, [edits.remove_element(text.locator, element, title)])


def renamed(found: Problem, text: Text, element: etree._Element, name: str) -> Problem:
    """Give the element another name."""
    title = f"make it a {name}"
    return _fixed(found, title, [edits.rename_element(text.locator, element, name, title)])


def merged(found: Problem, text: Text, lemma: etree._Element, reading: etree._Element) -> Problem:
    """Move the witnesses of the reading to the lemma and take the reading away."""
    group = reading.getparent()
    alone = (
        group is not None and group.tag == GROUP and len(list(group.iterchildren(*READINGS))) < 3
    )
    if reading.get(XML_ID) or alone:
        return found
    both = " ".join(dict.fromkeys((*tokens(lemma), *tokens(reading))))
    removed = edits.remove_element(text.locator, reading, "")
    return _fixed(found, "let the lemma name them", [_valued(text, lemma, "wit", both), removed])


def unwrapped(
    found: Problem, text: Text, group: etree._Element, members: Sequence[etree._Element]
) -> Problem:
    """Take the tags of the group away; what it says of its one reading moves to the reading."""
    if len(members) != 1 or group.get(XML_ID):
        return found
    said = {str(k): str(v) for k, v in group.attrib.items() if k != "n"}
    moved = {name: value for name, value in said.items() if members[0].get(name) is None}
    if len(moved) > 1 or len(moved) < len(said) or any(":" in name or "}" in name for name in said):
        return found
    changes = [_valued(text, members[0], name, value) for name, value in moved.items()]
    unwrap = edits.unwrap_element(text.locator, group, "")
    return _fixed(found, "take the group away", [unwrap, *changes])


def laid_bare(found: Problem, text: Text, elements: Sequence[etree._Element]) -> Problem:
    """Take the tags of the elements away; their text stays."""
    unwrapped = [edits.unwrap_element(text.locator, element, "") for element in elements]
    return _fixed(found, "keep the text without the entry", unwrapped)


def without_attribute(
    found: Problem, text: Text, element: etree._Element, attribute: str
) -> Problem:
    """Take an attribute away."""
    title = f"remove @{attribute}"
    return _fixed(found, title, [edits.remove_attribute(text.locator, element, attribute, title)])


def without_mark(found: Problem, text: Text, mark: etree._Element) -> Problem:
    """Take a mark of a witness away, with the reading, or the entry, that holds nothing else."""
    outer = mark
    for name in (RDG, tei("app")):
        around = outer.getparent()
        if around is None or around.tag != name or len(around) > 1 or words(around):
            break
        outer = around
    if outer.tag == RDG and (len(tokens(outer)) > 1 or len(_siblings(outer)) < 2):
        return found  # The reading speaks of other witnesses too, or is the only one.
    return without(found, text, outer, f"remove the second {name_of(mark)}")


def _siblings(reading: etree._Element) -> list[etree._Element]:
    """The readings beside a reading, itself among them."""
    parent = reading.getparent()
    return [] if parent is None else list(parent.iterchildren(RDG))


def joined(found: Problem, text: Text, app: etree._Element, other: etree._Element) -> Problem:
    """Move what the other entry holds to the end of this one, and take the other away."""
    source, tag = text.locator.source, text.locator.tag(other)
    said = any(app.get(str(name)) != value for name, value in other.attrib.items())
    if source is None or tag is None or tag.close is None or said or _sigla(app) & _sigla(other):
        return found
    inside = source.text[tag.end : tag.close[0]].strip()
    moved = edits.append_inside(text.locator, app, inside, "")
    return _fixed(found, "make one entry", [moved, edits.remove_element(text.locator, other, "")])


def _sigla(app: etree._Element) -> set[str]:
    return {token for reading in app.iter(*READINGS) for token in tokens(reading)}


def swapped(found: Problem, text: Text, app: etree._Element, begin: str, end: str) -> Problem:
    """Exchange @from and @to."""
    changes = [_valued(text, app, "from", end), _valued(text, app, "to", begin)]
    return _fixed(found, "exchange @from and @to", changes)


def with_encoding(
    found: Problem, text: Text, encoding: etree._Element, method: str, location: str
) -> Problem:
    """Declare the method that the entries show."""
    wanted = {"method": method, "location": location}
    changed = {name: value for name, value in wanted.items() if encoding.get(name) != value}
    if any(encoding.get(name) is None for name in changed):
        return found
    changes = [_valued(text, encoding, name, value) for name, value in changed.items()]
    return _fixed(found, f"declare {method}", changes)


def with_encodings(found: Problem, shown: Sequence[tuple[Text, Linkage | None]]) -> Problem:
    """Declare in each header the method that the entries of its document show."""
    changes = [_declaration(text, linkage) if linkage else None for text, linkage in shown]
    return _fixed(found, "declare the method that the entries show", changes)


def _declaration(text: Text, linkage: Linkage) -> Fix | None:
    header = text.root.find(".//{*}teiHeader")
    description = header.find("{*}fileDesc") if header is not None else None
    if header is None or description is None:
        return None
    name = _named(header, "variantEncoding")
    written = f'<{name} method="{linkage.method}" location="{linkage.location}"/>'
    inside = header.find("{*}encodingDesc")
    if inside is not None:
        return edits.append_inside(text.locator, inside, written, "")
    outer = _named(header, "encodingDesc")
    return edits.insert_after(text.locator, description, f"<{outer}>{written}</{outer}>", "")


Insert = Callable[..., Fix | None]


def _listed(text: Text) -> tuple[Text, etree._Element, Insert] | None:
    """The last witness of the first list of the document, or the list if it has none."""
    listed = next(text.root.iter(tei("listWit")), None)
    if listed is None:
        return None
    last = next(listed.iterchildren(tei("witness"), reversed=True), None)
    return (
        (text, last, edits.insert_after)
        if last is not None
        else (text, listed, edits.append_inside)
    )


def _named(like: etree._Element, name: str) -> str:
    """The name of a new element with the prefix that its neighbour has."""
    return f"{like.prefix}:{name}" if like.prefix else name


def _valued(text: Text, element: etree._Element, attribute: str, value: str) -> Fix | None:
    there = element.get(attribute) is not None
    write = edits.set_value if there else edits.add_attribute
    return write(text.locator, element, attribute, value, "")


def _with(written: list[str], token: str, right: str) -> str:
    return " ".join(dict.fromkeys(right if each == token else each for each in written))


def _fixed(found: Problem, title: str, changes: Sequence[Fix | None]) -> Problem:
    """The problem with all changes as one fix; without it if one of them cannot be written."""
    done: list[Edit] = []
    for change in changes:
        if change is None:
            return found
        done += change.edits
    ordered = tuple(sorted(done, key=lambda edit: (edit.path, edit.start)))
    return replace(found, fix=Fix(title, ordered)) if done else found
