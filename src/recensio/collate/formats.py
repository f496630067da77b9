"""A collation as JSON, TEI, an aligned table to read, and NEXUS for programs that draw trees."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from string import ascii_uppercase, digits
from types import MappingProxyType
from typing import Final

from recensio.collate.parallel import parallel
from recensio.collate.table import Cell, Column, Table, normal_form, segments, states
from recensio.collate.tokens import Token

WIDTH: Final = 96
"""Characters in a line of the table to read."""

SYMBOLS: Final = digits + ascii_uppercase
"""What stands for the readings of a character in NEXUS; letter case makes no difference there."""


def as_json(table: Table) -> str:
    """The table of INTERFACE, collate --format json, which is CollateX's."""
    cells = [segment.cells for segment in segments(table, normal_form)]
    rows = zip(*cells, strict=True) if cells else ((),) * len(table.sigla)
    record = {"witnesses": table.sigla, "table": [[_cell(cell) for cell in row] for row in rows]}
    return json.dumps(record, ensure_ascii=False) + "\n"


def as_table(table: Table) -> str:
    """The words below each other, a line for each witness, strips as wide as a page."""
    margin = max(map(len, table.sigla), default=0)
    lines: list[str] = []
    for strip in _strips(table, WIDTH - margin):
        widths = [_widest(column) for column in strip]
        for place, siglum in enumerate(table.sigla):
            words = (
                f"{_shown(column[place]):{w}}" for column, w in zip(strip, widths, strict=True)
            )
            lines.append(f"{siglum:{margin}}  {' '.join(words)}".rstrip())
        lines.append("")
    return "\n".join(lines)


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


FORMATS: Final[Mapping[str, Callable[[Table], str]]] = MappingProxyType(
    {
        "tei": lambda table: parallel(table).decode(),
        "json": as_json,
        "table": as_table,
        "nexus": as_nexus,
    }
)


def _cell(cell: Cell) -> list[dict[str, str]] | None:
    return [{"t": token.text, "n": token.normal} for token in cell] or None


def _strips(table: Table, width: int) -> Iterator[list[Column]]:
    """The columns in strips that fit the width; a word that does not has a strip of its own."""
    strip: list[Column] = []
    used = 0
    for column in table.columns:
        needed = _widest(column) + 1
        if strip and used + needed > width:
            yield strip
            strip, used = [], 0
        strip.append(column)
        used += needed
    if strip:
        yield strip


def _shown(token: Token | None) -> str:
    return token.text if token else "-"


def _widest(column: Column) -> int:
    return max(len(_shown(token)) for token in column)


def _label(siglum: str) -> str:
    """A taxon label: a plain word as it is, anything else in quotation marks."""
    plain = re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", siglum)
    return siglum if plain else "'" + siglum.replace("'", "''") + "'"


def _symbol(state: int) -> str:
    return SYMBOLS[state] if state < len(SYMBOLS) else "?"
