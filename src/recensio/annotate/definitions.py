"""Definitions: abbreviations that a text itself explains.

Institute of Red Professors (IKP), or in a glossary: IKP: Institute of Red Professors. What is
explained so stands for the entry in the whole text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from recensio.annotate.found import Found
from recensio.annotate.passages import Passage
from recensio.annotate.phrases import Nearness
from recensio.annotate.tokens import Token
from recensio.model.register import RegisterKind

EXPLAINED: Final = (RegisterKind.ORGS, RegisterKind.WORKS, RegisterKind.PLACES)
FARTHEST: Final = 12
"""How many tokens may stand between an abbreviation and the colon of a glossary."""


class Definitions:
    """The abbreviations of a text with the names they stand for."""

    def __init__(self, read: Iterable[tuple[Passage, Sequence[Found]]]) -> None:
        self._names: dict[str, Found] = {}
        for passage, names in read:
            for abbreviation, found in _defined(passage.tokens, names):
                self._names.setdefault(abbreviation, found)

    def read(self, passage: Passage) -> Iterator[Found]:
        """The abbreviations in a passage."""
        for token in passage.tokens if self._names else ():
            found = self._names.get(token.text)
            if found is not None:
                yield Found(
                    token.start, token.end, found.kind, found.entries, is_full=True,
                    level=found.level,
                )  # fmt: skip


def _defined(tokens: Sequence[Token], names: Sequence[Found]) -> Iterator[tuple[str, Found]]:
    long = [f for f in names if f.kind in EXPLAINED and f.nearness < Nearness.SHORT]
    by_end = {found.end: found for found in long}
    by_start: Mapping[int, Found] = {found.start: found for found in long}
    for before, opening, short, closing in zip(
        tokens, tokens[1:], tokens[2:], tokens[3:], strict=False
    ):
        found = by_end.get(before.end)
        if found and (opening.text, closing.text) == ("(", ")") and _is_abbreviation(short):
            yield short.text, found
    colon = next((i for i, token in enumerate(tokens[:FARTHEST]) if token.text == ":"), 0)
    if colon and _is_abbreviation(tokens[0]):
        near = (by_start.get(token.start) for token in tokens[colon + 1 : colon + 3])
        found = next((each for each in near if each), None)
        if found and len(_words(tokens, found)) > 1:
            yield tokens[0].text, found


def _words(tokens: Sequence[Token], found: Found) -> list[Token]:
    return [t for t in tokens if found.start <= t.start and t.end <= found.end and t.is_word]


def _is_abbreviation(token: Token) -> bool:
    """Whether a word has two capitals at least and few letters."""
    return len(token.text) < 10 and sum(map(str.isupper, token.text)) > 1
