"""The markup of a witness, token by token.

Blocks part the text; within them stand tokens, and around these other elements. What holds no text
of the witness (a page break, a note, a deletion), and a choice, whose text is that of one of its
children, is one piece and never taken apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from recensio.tei.names import tei_names

BREAKS: Final = tei_names("lb pb cb gb milestone")
"""What is said of one witness and may stand in a text that several share (att.edition)."""


class Piece(NamedTuple):
    """A part of a token, or of what stands before or after it.

    It is text, or an element that is not taken apart; then `text` is what is read there. `around`
    are the numbers of the elements around it, from the outside.
    """

    text: str
    around: tuple[int, ...] = ()
    element: etree._Element | None = None

    @property
    def is_break(self) -> bool:
        """Whether it is a page break or the like."""
        return self.element is not None and self.element.tag in BREAKS

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.element is None and not self.text.strip()


class Opened(NamedTuple):
    """A block begins."""

    element: etree._Element


class Closed(NamedTuple):
    """A block ends."""


class Between(NamedTuple):
    """An element without text between two blocks."""

    element: etree._Element


Event = Opened | Closed | Between


@dataclass(slots=True)
class Markup:
    """What surrounds the tokens of a witness.

    `pieces` has for each token what it is made of, the space before it left out, and is empty if no
    token has any markup; `elements` are those around pieces, by number; `blocks` has what begins
    and ends before a token, by its index, and after the last one.
    """

    pieces: list[tuple[Piece, ...]] = field(default_factory=list)
    elements: list[etree._Element] = field(default_factory=list)
    blocks: dict[int, list[Event]] = field(default_factory=dict)
