"""Statements: what a source says of itself, its title, its author, when and where it appeared.

An editor names the lines or their patterns ([stated] in the profile); the metadata at the head of
a Markdown file name themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.forms import METADATA
from recensio.importers.inline import read_inline
from recensio.importers.profile import STATED, Profile, Rule
from recensio.importers.scribe import CONTROL
from recensio.importers.source import Source
from recensio.importers.tokens import Sort

FIELD: Final = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?P<value>.*)|[ \t]*-[ \t]+(?P<more>.+)")
SYNONYMS: Final[Mapping[str, str]] = {
    "authors": "author", "creator": "author", "editors": "editor", "translators": "translator",
    "published": "date", "copyright": "rights", "license": "rights", "isbn": "identifier",
}  # fmt: skip
"""What metadata may be called besides the names of the profile."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The span of a source that states something, and what: a key of [stated]."""

    key: str
    start: int
    end: int


def statements(source: Source, blocks: Sequence[Block], profile: Profile) -> tuple[Statement, ...]:
    """What the lines of the profile state, in the order of the source."""
    if not profile.stated:
        return ()
    found = [
        Statement(key, start, end)
        for key, rule in profile.stated.items()
        for start, end in _spans(source, blocks, rule)
    ]
    return tuple(sorted(found, key=lambda statement: statement.start))


def idle(source: Source, blocks: Sequence[Block], profile: Profile) -> Iterator[str]:
    """The keys of [stated] for which nothing was found."""
    for key, rule in profile.stated.items():
        if not any(_spans(source, blocks, rule)):
            yield f"stated {key}"


def stated(
    source: Source, blocks: Sequence[Block], profile: Profile, found: Iterable[Statement]
) -> Mapping[str, tuple[str, ...]]:
    """The words of all statements, of those in metadata too, by their key."""
    words: dict[str, tuple[str, ...]] = {}
    texts = [(each.key, _words(source, blocks, profile, each)) for each in found]
    for key, text in (*texts, *_metadata(source, blocks)):
        if text and text not in words.get(key, ()):
            words[key] = (*words.get(key, ()), text)
    return words


def _spans(source: Source, blocks: Sequence[Block], rule: Rule) -> Iterator[tuple[int, int]]:
    """The text of the lines that a rule names, of each range of them together."""
    lines = tuple(source.lines())
    for numbers in rule.lines:
        named = [line for line in lines[numbers.start - 1 : numbers.stop - 1] if not line.blank]
        yield from _within(blocks, named[0].start, named[-1].end) if named else ()
    for pattern in rule.patterns:
        found = ((line, match) for line in lines if (match := pattern.search(line.text)))
        for line, match in islice(found, 1):
            start, end = match.span(1 if pattern.groups else 0)
            yield from _within(blocks, line.start + start, line.start + end)


def _within(blocks: Iterable[Block], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span less what of it is no text of a block."""
    holding = [block for block in blocks if block.start < end and start < block.end]
    text = [block for block in holding if block.kind is not Kind.BOILERPLATE]
    if text:
        yield max(start, text[0].start), min(end, text[-1].end)


def _words(source: Source, blocks: Iterable[Block], profile: Profile, statement: Statement) -> str:
    """The text of a statement without marks, on one line."""
    pieces = []
    for block in blocks:
        if block.start < statement.end and statement.start < block.end:
            for token in read_inline(source.text, block, profile):
                if token.sort is Sort.TEXT:
                    start = max(token.start, statement.start)
                    pieces.append(source.text[start : min(token.end, statement.end)])
            pieces.append(" ")
    return " ".join(CONTROL.sub("", "".join(pieces)).split())


def _metadata(source: Source, blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Key and value of the lines of metadata that are known by a name."""
    first = blocks[0] if blocks else None
    if not first or first.kind is not Kind.BOILERPLATE or not METADATA.match(source.text):
        return
    key = ""
    for line in source.text[first.start : first.end].split("\n"):
        field = FIELD.fullmatch(line.rstrip())
        if field is None:
            continue
        if field["key"]:
            key = field["key"].lower()
        name = SYNONYMS.get(key, key)
        value = field["value"] if field["more"] is None else field["more"]
        if name in STATED:
            for text in _values(value.strip()):
                yield name, text


def _values(text: str) -> Iterator[str]:
    """The values of a field: one, or those of a list in brackets, without quotation marks."""
    listed = text.startswith("[") and text.endswith("]")
    for value in text[1:-1].split(",") if listed else [text]:
        yield " ".join(CONTROL.sub("", value).strip().strip("\"'").split())
