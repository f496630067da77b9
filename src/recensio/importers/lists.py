"""Lists: items in their levels, with the number or the term by which an item is known.

The term of a glossary, a table of facts or of dates is a term in its item. TEI's list of type
gloss pairs labels and items, which would divide what is one line in the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from recensio.importers.blocks import Block, Kind, Mark
from recensio.importers.passages import Passage, units
from recensio.importers.tokens import Sort, Token, closed, opened, text
from recensio.importers.wrapping import element, wrapped
from recensio.importers.writing import Writer

DEEPEST: Final = 16
BOLD: Final = ("**", "__")
KEY: Final = re.compile(r"([^\s:][^:\n]{0,40})(?=:\s)")
DATED: Final = re.compile(r"([^\s:][^:\n]{0,160}): (?=\d)[^:\n]{0,60}\d{4}\W{0,3}")
"""A name, a colon, one date or the first and the last."""

NUMBER: Final = re.compile(r"(\d{1,9}[.)])(?=\s)")
TERMS: Final = {"dates": DATED, "facts": KEY}
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
    if all(text.startswith(BOLD) for text in texts):
        return "glossary"
    if len(texts) >= LEAST_KEYS and all(map(DATED.fullmatch, texts)):
        return "dates"
    if len(texts) >= LEAST_KEYS and all(map(KEY.match, texts)):
        return "facts"
    return "ordered" if all(map(NUMBER.match, texts)) else "bulleted"


def _item(writer: Writer, item: Sequence[Block], kind: str) -> None:
    for mark in item[0].dropped:
        if mark.mark is Mark.LIST:
            writer.scribe.text(mark.end, item[0].start)
    first = writer.inline(item[0])
    words = writer.text_of(item[0])
    form = TERMS.get(kind, NUMBER)
    if kind == "glossary":
        first = _bold_term(words, item[0].start, first)
    elif key := form.match(words):
        end = item[0].start + key.end(1)
        name = "label" if form is NUMBER else "term"
        first = wrapped(first, [element(item[0].start, end, name)])[0]
    writer.parts(item, first)


def _bold_term(words: str, start: int, tokens: list[Token]) -> list[Token]:
    """The tokens with a term around the words in bold at their beginning, less the colon.

    `words` is the text of the item, which begins at `start`.
    """
    first, last = _first_element(tokens)
    inside = tokens[first + 1 : last]
    if not inside or inside[-1].sort is not Sort.TEXT:
        return tokens
    opening, closing, end = tokens[first], tokens[last], inside[-1]
    at = start + len(words[: end.end - start].rstrip(" :\u00a0"))
    head = [*inside[:-1], *text(end.start, at)]
    colon = [opening, *text(max(at, end.start), end.end), closing] if at < end.end else []
    term = [opened(opening.start, "term"), opening, *head, closing, closed(at)]
    return [*tokens[:first], *term, *colon, *tokens[last + 1 :]]


def _first_element(tokens: Sequence[Token]) -> tuple[int, int]:
    """The indices of the first token that opens an element and of the one that closes it."""
    depth, first = 0, 0
    for index, token in enumerate(tokens):
        if token.sort is Sort.OPEN:
            first = index if depth == 0 else first
            depth += 1
        elif token.sort is Sort.CLOSE:
            depth -= 1
            if depth == 0:
                return first, index
    return 0, 0
