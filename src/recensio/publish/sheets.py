"""Tables as files of comma-separated values (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recensio.model.document import Artifact


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, the names of its columns, its rows."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]


def csv_files(tables: Iterable[Table]) -> Iterator[Artifact]:
    """Each table as data/NAME.csv with a head line."""
    for table in tables:
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(table.columns)
        writer.writerows(table.rows)
        yield Artifact(f"data/{table.name}.csv", text.getvalue().encode(), "text/csv")
