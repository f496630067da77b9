"""A collation as JSON, TEI, a table to read, and NEXUS for programs that draw trees."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from string import ascii_uppercase, digits
from types import MappingProxyType
from typing import Final

from recensio.collate.classes import Variant, places_of_variation
from recensio.collate.layout import PLAIN, Layout
from recensio.collate.parallel import parallel
from recensio.collate.readable import as_table
from recensio.collate.table import Segment, Table, normal_form, segments, states
from recensio.collate.tokens import Token, written

SYMBOLS: Final = digits + ascii_uppercase
"""What stands for the readings of a character in NEXUS; letter case makes no difference there."""


def as_json(table: Table, layout: Layout = PLAIN) -> str:
    """The table of INTERFACE, collate --format json, which is CollateX's, one token a cell.

    `classes` lists where witnesses differ and how, `transpositions` what was moved.
    """
    rows = zip(*table.columns, strict=True) if table.columns else ((),) * len(table.sigla)
    record = {
        "witnesses": table.sigla,
        "table": [[_cell(token) for token in row] for row in rows],
        "classes": [
            _place(table, segment, found)
            for segment, found in places_of_variation(table, layout.base)
        ],
        "transpositions": list(_transpositions(table)),
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def as_nexus(table: Table) -> str:
    """The places where witnesses differ as characters (Maddison and others, 1997).

    A state is a reading, an omission among them; a place with more readings than NEXUS has symbols
    is unknown ("?") for those beyond.
    """
    found = [states(segment, normal_form) for segment in segments(table, normal_form)]
    characters = [character for character in found if max(character) > 0]
    used = max((max(character) for character in characters), default=0) + 1
    rows = [
        f"    {_label(siglum)} {''.join(_symbol(character[place]) for character in characters)}"
        for place, siglum in enumerate(table.sigla)
    ]
    return "\n".join(
        (
            "#NEXUS",
            "BEGIN TAXA;",
            f"  DIMENSIONS NTAX={len(table.sigla)};",
            f"  TAXLABELS {' '.join(map(_label, table.sigla))};",
            "END;",
            "BEGIN CHARACTERS;",
            f"  DIMENSIONS NCHAR={len(characters)};",
            f'  FORMAT DATATYPE=STANDARD MISSING=? GAP=- SYMBOLS="{SYMBOLS[:used]}";',
            "  MATRIX",
            *rows,
            "  ;",
            "END;",
            "",
        )
    )


FORMATS: Final[Mapping[str, Callable[[Table, Layout], str]]] = MappingProxyType(
    {
        "tei": lambda table, layout: parallel(table, layout).decode(),
        "json": as_json,
        "table": as_table,
        "nexus": lambda table, _: as_nexus(table),
    }
)


def _cell(token: Token | None) -> list[dict[str, str]] | None:
    return [{"t": token.text, "n": token.normal}] if token else None


def _place(table: Table, segment: Segment, found: Sequence[Variant]) -> dict[str, object]:
    """One place of variation: its first and last row, and the readings."""
    return {
        "first": segment.first,
        "last": segment.first + segment.width - 1,
        "readings": [
            {
                "witnesses": [table.sigla[place] for place in variant.places],
                "text": written(variant.cell),
                "class": variant.kind,
            }
            for variant in found
        ],
    }


def _transpositions(table: Table) -> Iterator[dict[str, object]]:
    """What was moved: who has it where, by rows, and which tokens of each witness these are."""
    where = _positions(table)
    for move in table.moves:
        yield {
            "places": [
                {
                    "witnesses": [table.sigla[place] for place in sorted(places)],
                    "rows": list(rows),
                    "tokens": {
                        table.sigla[place]: [
                            token for row in rows if (token := where[place].get(row)) is not None
                        ]
                        for place in sorted(places)
                    },
                }
                for places, rows in ((move.movers, move.here), (move.others, move.there))
            ]
        }


def _positions(table: Table) -> list[dict[int, int]]:
    """For each witness the index of the token that stands in a row where something was moved."""
    rows = table.moved().keys()
    found: list[dict[int, int]] = []
    for tokens in zip(*table.columns, strict=True):
        counted = accumulate((token is not None for token in tokens), initial=0)
        pairs = enumerate(zip(counted, tokens, strict=False))
        found.append({row: index for row, (index, token) in pairs if token and row in rows})
    return found


def _label(siglum: str) -> str:
    """A taxon label: a plain word as it is, anything else in quotation marks."""
    plain = re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", siglum)
    return siglum if plain else "'" + siglum.replace("'", "''") + "'"


def _symbol(state: int) -> str:
    return SYMBOLS[state] if state < len(SYMBOLS) else "?"
