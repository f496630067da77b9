"""A document as a service cites it: its trees and its passages, found when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from recensio.model.document import Document
from recensio.publish.dts.answer import missing, wrong
from recensio.publish.dts.passages import Passages
from recensio.publish.dts.request import Request
from recensio.publish.dts.trees import CitationTree, trees_of
from recensio.publish.dts.units import Order, Unit


@dataclass(frozen=True)
class Text:
    """A document of the edition with all that can be cited of it."""

    document: Document

    @property
    def id(self) -> str:
        """The identifier of the resource."""
        return self.document.id

    @property
    def root(self) -> etree._Element:
        """The element TEI."""
        return self.document.tree.getroot()

    @cached_property
    def _order(self) -> Order:
        return Order(self.root)

    @cached_property
    def trees(self) -> tuple[CitationTree, ...]:
        """The citation trees, the default first."""
        return trees_of(self.root, self._order)

    @cached_property
    def passages(self) -> Passages:
        """The passages of the document."""
        return Passages(self.root, self._order)

    def tree(self, request: Request) -> CitationTree:
        """The tree that a request asks for. Raises Refused."""
        for tree in self.trees:
            if tree.identifier == request["tree"]:
                return tree
        raise missing(f"{self.id} has no citation tree {request['tree']!r}")


def cited(request: Request, tree: CitationTree) -> tuple[Unit, Unit] | None:
    """The first and the last unit that a request asks for, by ref or by start and end.

    None if it asks for the whole. Raises Refused.
    """
    ref, start, end = (request[name] for name in ("ref", "start", "end"))
    if ref and (start or end):
        raise wrong("ref cannot be told together with start or end")
    if bool(start) != bool(end):
        raise wrong("start and end can only be told together")
    if not (ref or start):
        return None
    first, last = _unit(ref or start, tree), _unit(ref or end, tree)
    if tree.places[first.identifier] > tree.places[last.identifier]:
        raise wrong("end stands before start")
    return first, last


def _unit(identifier: str, tree: CitationTree) -> Unit:
    place = tree.places.get(identifier)
    if place is None:
        raise missing(f"nothing is cited as {identifier!r}")
    return tree.units[place]
