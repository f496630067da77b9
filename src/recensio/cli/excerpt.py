"""The line of a file in which a problem stands, with a mark under the place."""

from __future__ import annotations

import shutil

from recensio.model.problem import Location
from recensio.tei.source import Source

LEAST = 40
"""Columns in which an excerpt makes sense."""


class Excerpts:
    """Excerpts of files; the file of the last problem is kept, as problems come file by file."""

    def __init__(self, width: int | None = None) -> None:
        self._width = max(width or shutil.get_terminal_size().columns - 4, LEAST)
        self._path = ""
        self._source: Source | None = None

    def of(self, place: Location) -> tuple[str, ...]:
        """The line and a caret under the column; nothing where the place is not known."""
        source = self._read(place.path)
        if source is None or place.line is None or place.column is None:
            return ()
        line = source.line(place.line).replace("\t", " ")
        at = place.column - 1
        if not line.strip() or at >= len(line):
            return ()
        # A line that is too long is cut around the place.
        start = 0 if len(line) <= self._width else max(0, at - self._width // 2)
        start = len(line) - len(line.lstrip()) if start == 0 else start
        start = min(start, at)
        return (line[start : start + self._width].rstrip(), " " * (at - start) + "^")

    def _read(self, path: str) -> Source | None:
        if path != self._path:
            self._path = path
            try:
                self._source = Source.read(path)
            except (OSError, ValueError):
                self._source = None
        return self._source
