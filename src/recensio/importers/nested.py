"""Nested blocks: those that markup with a tree puts into lists, quotations, tables, figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from recensio.importers.blocks import Block, Container, Kind, Mark
from recensio.importers.passages import Passage
from recensio.importers.tokens import Sort, Token, drop
from recensio.importers.writing import Writer

TEXTUAL: Final = frozenset(("item", "cell"))
"""Elements that may hold the text of a block without a paragraph."""

PLAIN: Final = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.ROW))


def write_nested(writer: Writer, passage: Passage) -> None:
    """Blocks with one outermost element around them, each in its own elements."""
    sizes = Counter(container for block in passage.blocks for container in block.within)
    path: list[Container] = []
    for block in passage.blocks:
        within = [part for part in block.within if part.name not in ("p", "term")]
        same = _common(path, within)
        for _ in path[same:]:
            writer.scribe.close()
        pictures = _pictures(writer, block) if within[-1].name == "figure" else []
        direct = within[same:] != [] and (bool(pictures) or _is_direct(block, within[-1], sizes))
        for part in within[same:]:
            identifier = writer.identifier(block) if direct and part is within[-1] else ""
            _open(writer, part, block if identifier else None)
        path = within
        if direct and pictures:
            writer.tokens(pictures)
        elif direct:
            writer.parts([block])
        else:
            _leaf(writer, block, within[-1])
    for _ in path:
        writer.scribe.close()


def _common(path: Sequence[Container], within: Sequence[Container]) -> int:
    pairs = enumerate(zip(path, within, strict=False))
    shorter = min(len(path), len(within))
    return next((depth for depth, (one, other) in pairs if one != other), shorter)


def _is_direct(block: Block, around: Container, sizes: Counter[Container]) -> bool:
    """Whether the text of a block stands in the element itself.

    So it does if the block is all there is in it, or the first there without a paragraph.
    """
    if around.name not in TEXTUAL or block.kind not in PLAIN or block.within[-1].name == "term":
        return False
    return sizes[around] == 1 or block.within[-1] == around


def _open(writer: Writer, part: Container, block: Block | None) -> None:
    attributes = dict(part.attributes)
    if block:
        attributes |= {"xml_id": writer.identifier(block), "xml_lang": block.language}
    writer.scribe.open(part.name, attributes)


def _leaf(writer: Writer, block: Block, around: Container) -> None:
    """A block as an element of its own."""
    match block.kind:
        case Kind.RULE:
            writer.scribe.empty("milestone", unit="section", rend="rule")
        case Kind.CAPTION if around.name in ("figure", "table"):
            writer.unit("head", [block])
        case Kind.CAPTION | Kind.FACSIMILE:
            writer.figure([block])
        case Kind.HEADING:
            writer.unit("ab", [block], type="heading")
        case Kind.VERBATIM:
            writer.unit("ab", [block], type="verbatim", xml_space="preserve")
        case Kind.EXTRACT:
            with writer.scribe.element("quote"):
                writer.unit("p", [block])
        case _ if block.within[-1].name == "term":
            writer.unit("term", [block])
        case _:
            writer.unit("p", [block])


def _pictures(writer: Writer, block: Block) -> list[Token]:
    """The tokens of a block that holds pictures alone, without the figure around each."""
    found: list[Token] = []
    depth = 0
    for token in writer.inline(block):
        depth += token.sort is Sort.OPEN
        if depth == 0 and token.sort is Sort.TEXT:
            if writer.span(token.start, token.end).strip():
                return []
            found += drop(token.start, token.end, Mark.WHITE_SPACE)
        elif depth == 0 and token.sort is not Sort.DROP:
            return []
        elif depth != 1 or token.sort not in (Sort.OPEN, Sort.CLOSE):
            found.append(token)
        elif token.name != "figure" and token.sort is Sort.OPEN:
            return []
        depth -= token.sort is Sort.CLOSE
    return found
