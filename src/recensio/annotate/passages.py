"""Passages: the blocks of a file in reading order, with the chapter in which each stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from recensio.annotate.tokens import Token, tokens_of
from recensio.model.problem import Location
from recensio.tei.blocks import CHOICE, REJECTED, Block, Node
from recensio.tei.names import tei, tei_names

DIVISIONS: Final = tei_names("div div1 front back")
EMPHASIS: Final = tei_names("hi emph title")
LISTED: Final = tei_names("teiHeader standOff")
ASIDE: Final = tei_names("note figDesc figure table bibl")
"""Elements whose text the story does not go through: what they tell has its own time."""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A block of a file with its words.

    `chapter` is the outermost division around it, or nothing; `is_aside` says that it is a note,
    a picture or the like; `number` is its place in the order of the file.
    """

    block: Block
    tokens: tuple[Token, ...]
    chapter: Node | None
    is_aside: bool
    number: int

    @property
    def text(self) -> str:
        """The text of the block."""
        return self.block.text

    def location(self, path: str, start: int) -> Location:
        """The place of a character in a file of this path."""
        runs = self.block.runs_at(start, start + 1)
        line, column = self.block.position(runs[0], start) if runs else (None, None)
        return Location(path, line, column)

    def is_emphasised(self, start: int, end: int) -> bool:
        """Whether all of these characters stand in italics or the like."""
        runs = self.block.runs_at(start, end)
        return bool(runs) and all(
            any(node.name in EMPHASIS for node in run.node.around()) for run in runs
        )

    def is_cited(self, start: int) -> bool:
        """Whether a character stands in a citation (bibl)."""
        runs = self.block.runs_at(start, start + 1)
        return bool(runs) and any(node.name == tei("bibl") for node in runs[0].node.around())

    @property
    def node(self) -> Node:
        """The element that holds the first words of the block."""
        return self.block.runs[0].node


def passages_of(blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """The blocks in the order in which they begin in the file."""
    texts = (block for block in blocks if _is_in_text(block))
    ordered = sorted(texts, key=lambda block: block.runs[0].chunks[0].byte)
    return tuple(_passage(block, number) for number, block in enumerate(ordered))


def _is_in_text(block: Block) -> bool:
    """Whether a block is text that is read: no header, and no word that a choice rejects."""
    node = block.runs[0].node
    names = {each.name for each in node.around()}
    rejected = node.name in REJECTED and node.parent is not None and node.parent.name == CHOICE
    return tei("text") in names and names.isdisjoint(LISTED) and not rejected


def _passage(block: Block, number: int) -> Passage:
    around = list(block.runs[0].node.around())
    divisions = [node for node in around if node.name in DIVISIONS]
    aside = any(node.name in ASIDE and not _is_inline(node) for node in around)
    chapter = divisions[-1] if divisions else None
    return Passage(block, tokens_of(block.text), chapter, aside, number)


def _is_inline(node: Node) -> bool:
    """Whether a note stands in the line, where author or translator has put in some words."""
    return node.attributes.get("place") == "inline"


def common_words(passages: Iterable[Passage]) -> frozenset[str]:
    """The words that a text also writes with a small letter."""
    return frozenset(
        token.text
        for passage in passages
        for token in passage.tokens
        if token.is_word and token.text.islower()
    )
