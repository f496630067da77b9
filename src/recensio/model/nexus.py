"""NEXUS, the format of programs that draw trees (Maddison, Swofford and Maddison, 1997).

A matrix of characters: for each taxon, here a witness, and each character, here a place of a text,
the states that the taxon has. PAUP*, MrBayes, IQ-TREE and SplitsTree read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase, digits
from typing import Final

SYMBOLS: Final = digits + ascii_uppercase
"""What stands for a state; NEXUS makes no difference between upper and lower case."""

MISSING: Final = "?"
LONGEST_LABEL: Final = 80


@dataclass(frozen=True, slots=True)
class Character:
    """A character: its label, the labels of its states, and for each taxon the states it has.

    States are counted from 0, and each has a label; a taxon without any is unknown, one with
    several has all of them.
    """

    label: str
    states: Sequence[str]
    has: Sequence[Sequence[int]]


def nexus(taxa: Sequence[str], characters: Sequence[Character], remarks: Sequence[str] = ()) -> str:
    """The matrix as a NEXUS file; `remarks` are comments at its head.

    States beyond the 36 that there are symbols for are unknown, and a remark says so. Labels that
    differ in letter case only, which NEXUS takes for one, are numbered.
    """
    labels = list(map(_quoted, _distinct(taxa)))
    used = max((len(character.states) for character in characters), default=1)
    beyond = [
        f"{c.label}: states beyond {len(SYMBOLS)} are unknown" for c in characters if _full(c)
    ]
    return "\n".join(
        (
            "#NEXUS",
            *(f"[{_without_brackets(remark)}]" for remark in (*remarks, *beyond)),
            "BEGIN TAXA;",
            f"  DIMENSIONS NTAX={len(taxa)};",
            "  TAXLABELS",
            *(f"    {label}" for label in labels),
            "  ;",
            "END;",
            "BEGIN CHARACTERS;",
            f"  DIMENSIONS NCHAR={len(characters)};",
            f'  FORMAT DATATYPE=STANDARD MISSING={MISSING} GAP=- SYMBOLS="{SYMBOLS[:used]}";',
            *_state_labels(characters),
            "  MATRIX",
            *(f"    {label} {row}" for label, row in zip(labels, _rows(characters), strict=False)),
            "  ;",
            "END;",
            "",
        )
    )


def _state_labels(characters: Sequence[Character]) -> Iterator[str]:
    if not characters:
        return
    yield "  CHARSTATELABELS"
    for number, character in enumerate(characters, start=1):
        states = " ".join(_quoted(_shortened(state)) for state in character.states[: len(SYMBOLS)])
        end = "" if number == len(characters) else ","
        yield f"    {number} {_quoted(character.label)} / {states}{end}"
    yield "  ;"


def _rows(characters: Sequence[Character]) -> Iterator[str]:
    columns = [[_cell(states) for states in character.has] for character in characters]
    return map("".join, zip(*columns, strict=True))


def _cell(states: Iterable[int]) -> str:
    """The symbol of a state, several in round brackets: the taxon has each of them."""
    symbols = [SYMBOLS[state] for state in states if state < len(SYMBOLS)]
    if len(symbols) < 2:
        return symbols[0] if symbols else MISSING
    return f"({''.join(symbols)})"


def _full(character: Character) -> bool:
    return any(state >= len(SYMBOLS) for states in character.has for state in states)


def _distinct(labels: Iterable[str]) -> Iterator[str]:
    taken = set[str]()
    for label in labels:
        candidate, count = label, 1
        while candidate.casefold() in taken:
            count += 1
            candidate = f"{label} ({count})"
        taken.add(candidate.casefold())
        yield candidate


def _quoted(label: str) -> str:
    """A label: a plain word as it is, anything else in quotation marks, which are doubled in it."""
    plain = re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", label)
    return label if plain else "'" + label.replace("'", "''") + "'"


def _shortened(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"


def _without_brackets(remark: str) -> str:
    return remark.replace("[", "(").replace("]", ")")
