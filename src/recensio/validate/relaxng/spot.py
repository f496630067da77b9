"""The tag or text that is being read, as it stands in the document."""

from __future__ import annotations

from typing import Protocol

from recensio.validate.relaxng.findings import Span


class Spot(Protocol):
    """Says where things stand at the moment of a fault; asked for nothing else."""

    @property
    def line(self) -> int:
        """The line that the tag begins in."""

    def tag(self) -> Span:
        """The beginning of the tag."""

    def whole(self, name: str) -> Span:
        """Some place of the element of this local name that ends here."""

    def tag_end(self) -> Span:
        """The place after the tag."""

    def is_end_tag(self) -> bool:
        """Whether the tag is an end tag."""

    def is_empty_tag(self) -> bool:
        """Whether the tag is that of an element without content."""

    def name(self) -> Span:
        """The name in the tag."""

    def written(self) -> str:
        """The name in the tag as it is written, with its prefix; empty if no tag stands here."""

    def attribute(self, name: str) -> tuple[Span, Span]:
        """Name and value of an attribute; both are empty if it is not written in the tag."""

    def namespace_declaration(self) -> Span | None:
        """The declaration of a default namespace in the tag, with the space before it."""

    def text(self) -> Span:
        """The text before the tag."""


def prefix(spot: Spot) -> str:
    """The prefix of the name in the tag, with its colon, or nothing."""
    before, colon, _ = spot.written().rpartition(":")
    return before + colon
