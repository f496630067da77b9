"""A tree held to a schema: for documents that no single file holds.

With XInclude expanded, or upgraded from P4, the tree is the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from lxml import etree

from recensio.model.problem import Location, Problem
from recensio.tei.locate import Locator
from recensio.validate.relaxng.advice import Advice
from recensio.validate.relaxng.findings import Span
from recensio.validate.relaxng.messages import problem_of
from recensio.validate.relaxng.reading import Reading
from recensio.validate.relaxng.recovery import Recovery
from recensio.validate.relaxng.schema import Schema

NOWHERE: Final = Span(0, 0, 0, 0)


def problems(
    tree: etree._ElementTree, path: str, schema: Schema, advice: Advice
) -> Iterator[Problem]:
    """What is wrong with a tree; the places are those of the files that it was made of."""
    spot = _InTree(Locator(tree, path), tree.getroot())
    recovery = Recovery(advice, spot)
    reading = Reading(schema, recovery)
    locations: list[Location] = []
    for _ in _events(tree, reading, spot):
        while len(locations) < len(recovery.findings):
            locations.append(spot.location)
    recovery.finish()
    for finding, location in zip_longest(recovery.findings, locations):
        if not finding.withdrawn:
            yield problem_of(finding, path, location or Location(path))


def _events(tree: etree._ElementTree, reading: Reading, spot: _InTree) -> Iterator[None]:
    """Give the tags and texts of a tree to a reading, one at a time.

    As from a file, a text comes whole, whatever comments stand in it.
    """
    text = ""
    for event, node in etree.iterwalk(tree.getroot(), events=("start", "end", "comment", "pi")):
        if text and event in ("start", "end"):
            spot.element = node if event == "end" else next(node.iterancestors())
            reading.text(text)
            text = ""
            yield
        if event == "start":
            spot.element = node
            _declare(node, reading)
            reading.start(_name(str(node.tag)), _attributes(node))
            text = node.text or ""
        elif event == "end":
            spot.element = node
            reading.end(_name(str(node.tag)))
        if event != "start":
            text += node.tail or ""
        yield


def _declare(node: etree._Element, reading: Reading) -> None:
    if reading.schema.uses_context:
        reading.declare_all({prefix or "": uri for prefix, uri in node.nsmap.items()})


def _name(tag: str) -> str:
    """A name as the reading wants it."""
    uri, _, local = tag[1:].partition("}") if tag.startswith("{") else ("", "", tag)
    return f"{uri}\n{local}" if uri else local


def _attributes(node: etree._Element) -> list[str]:
    return [part for key, value in node.items() for part in (_name(str(key)), str(value))]


class _InTree:
    """The element that is being read; its spans are not known, its location is."""

    def __init__(self, locator: Locator, element: etree._Element) -> None:
        self._locator = locator
        self.element = element

    @property
    def location(self) -> Location:
        return self._locator.location(self.element, column=True)

    @property
    def line(self) -> int:
        return self.element.sourceline or 0

    def tag(self) -> Span:
        return NOWHERE

    def name(self) -> Span:
        return NOWHERE

    def written(self) -> str:
        return ""

    def whole(self, _name: str) -> Span:
        return NOWHERE

    def tag_end(self) -> Span:
        return NOWHERE

    def is_end_tag(self) -> bool:
        return False

    def is_empty_tag(self) -> bool:
        return False

    def namespace_declaration(self) -> Span | None:
        return None

    def attribute(self, _name: str) -> tuple[Span, Span]:
        return NOWHERE, NOWHERE

    def text(self) -> Span:
        return NOWHERE
