"""Folders: the texts that stand in a folder of the user's, to be imported one by one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from recensio.importers.finding import TEXT_SUFFIXES

SUFFIXES: Final = TEXT_SUFFIXES - {""}
"""The endings of the names of texts; a file without one may be anything."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder: its texts, and the names of all else that stands in it and is not hidden."""

    texts: tuple[Path, ...]
    others: tuple[str, ...]


def texts_in(folder: Path) -> Shelf:
    """The texts of a folder in the order of their names; its own folders are not entered.

    A link that leads nowhere is a text if it is named like one: whoever reads it will say so.
    Raises OSError if the folder cannot be read.
    """
    texts: list[Path] = []
    others: list[str] = []
    for path in sorted(path for path in folder.iterdir() if not path.name.startswith(".")):
        if path.is_dir():
            others.append(f"{path.name}/")
        elif path.suffix.lower() in SUFFIXES:
            texts.append(path)
        else:
            others.append(path.name)
    return Shelf(tuple(texts), tuple(others))
