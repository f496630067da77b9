"""Groups named after persons: the Ryutin group, the Eismont-Tolmachev-Smirnov group.

A register lists such a name with some of the persons; a text may name others too, or in another
order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recensio.annotate.found import Found
from recensio.annotate.lexicon import Lexicon
from recensio.annotate.phrases import Nearness
from recensio.annotate.tokens import HYPHENS, Token, tokens_of
from recensio.annotate.vocabulary import GROUPS
from recensio.model.register import RegisterKind


class Groups:
    """The organisations that are named after persons, by the surnames (keys) and the noun."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._groups: dict[tuple[str, str], list[tuple[frozenset[str], str]]] = {}
        for entry in lexicon.entries:
            for name in entry.names if entry.kind is RegisterKind.ORGS else ():
                tokens = tokens_of(name.text)
                if (named := _named(tokens, 0)) and named[1] == len(tokens):
                    for surname in named[0]:
                        listed = self._groups.setdefault((tokens[-1].text.lower(), surname), [])
                        listed.append((named[0], entry.id))

    def read(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """The groups in a text: surnames with hyphens between them, and a noun behind."""
        for position, token in enumerate(tokens):
            starts = token.is_capital and not (position and tokens[position - 1].text in HYPHENS)
            named = _named(tokens, position) if starts else None
            if named is None:
                continue
            found = self._best(named[0], tokens[named[1] - 1].text.lower())
            if found:
                start, end = token.start, tokens[named[1] - 1].end
                yield Found(start, end, RegisterKind.ORGS, (found,), Nearness.DERIVED)

    def _best(self, surnames: frozenset[str], noun: str) -> str:
        """The group that shares the most names with those in the text, if it is one only."""
        shares: Mapping[str, int] = {
            identifier: len(surnames & own)
            for surname in surnames
            for own, identifier in self._groups.get((noun, surname), ())
            if own <= surnames or (surnames < own and len(own) > 1)
        }
        best = [each for each in shares if shares[each] == max(shares.values())]
        return best[0] if len(best) == 1 else ""


def _named(tokens: Sequence[Token], position: int) -> tuple[frozenset[str], int] | None:
    """The surnames that begin here, and where the noun behind them ends."""
    keys: set[str] = set()
    while position < len(tokens) and tokens[position].is_word and tokens[position].is_capital:
        keys.add(tokens[position].keys[0])
        position += 1
        if position < len(tokens) and tokens[position].text in HYPHENS:
            position += 1
            continue
        break
    if position < len(tokens) and keys and tokens[position].text.lower() in GROUPS:
        return frozenset(keys), position + 1
    return None
