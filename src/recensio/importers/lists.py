"""Lists: items in their levels, with the label by which an item is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.passages import Passage, units
from recensio.importers.tokens import Sort, Token, closed, inserted, opened
from recensio.importers.writing import Writer

DEEPEST: Final = 16
KEY: Final = re.compile(r"[^\s:][^:\n]{0,40}(?=:\s)")
NUMBER: Final = re.compile(r"\d{1,9}[.)](?=\s)")
LEAST_KEYS: Final = 3
"""From how many items on a word with a colon in each is a key."""


def write_list(writer: Writer, passage: Passage) -> None:
    """A list with its heading, its items, and lists within them by indentation."""
    items = list(units(passage.blocks))
    head = items.pop(0) if items[0][0].kind is not Kind.ITEM else None
    kind = _type(writer, [item[0] for item in items])
    scribe = writer.scribe
    levels: list[int] = []
    for item in items:
        level = item[0].level
        while len(levels) > 1 and level < levels[-1]:
            _close(writer)
            levels.pop()
        if not levels or (level > levels[-1] and len(levels) < DEEPEST):
            scribe.open("list", {"type": kind})
            if head and not levels:
                writer.unit("head", head)
            levels.append(level)
        else:
            scribe.close()
        scribe.open("item", {"xml_id": writer.identifier(item[0])})
        _item(writer, item, kind)
    for _ in levels:
        _close(writer)


def _close(writer: Writer) -> None:
    """Close an item and the list that it ends."""
    writer.scribe.close()
    writer.scribe.close()


def _type(writer: Writer, items: Sequence[Block]) -> str:
    texts = [writer.text_of(item) for item in items]
    if all(text.startswith(("**", "__")) for text in texts):
        return "gloss"
    if len(texts) >= LEAST_KEYS and all(map(KEY.match, texts)):
        return "gloss"
    return "ordered" if all(map(NUMBER.match, texts)) else "bulleted"


def _item(writer: Writer, item: Sequence[Block], kind: str) -> None:
    first = writer.inline(item[0])
    text = writer.text_of(item[0])
    key = (KEY if kind == "gloss" else NUMBER).match(text)
    if kind == "gloss" and text.startswith(("**", "__")):
        first = _bold_label(first)
    elif key:
        first = _label(first, item[0].start, item[0].start + key.end())
    writer.parts(item, first)


def _bold_label(tokens: list[Token]) -> list[Token]:
    """The tokens with a label around the words in bold at their beginning."""
    depth = 0
    for index, token in enumerate(tokens):
        depth += (token.sort is Sort.OPEN) - (token.sort is Sort.CLOSE)
        if token.sort is Sort.CLOSE and depth == 0:
            if any(inside.name == "bibl" for inside in tokens[:index]):
                # A label cannot hold a citation.
                return tokens
            start = opened(tokens[0].start, "label")
            return [start, *tokens[: index + 1], closed(token.end), *tokens[index + 1 :]]
    return tokens


def _label(tokens: list[Token], start: int, end: int) -> list[Token]:
    """The tokens with a label around the first words, if those are plain text."""
    if not tokens or tokens[0].sort is not Sort.TEXT or tokens[0].end < end:
        return tokens
    return [opened(start, "label"), *inserted(tokens, end, closed(end))]
