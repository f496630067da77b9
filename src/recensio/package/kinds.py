"""Of what format a file of the package is: its media type, its place in PRONOM if it has one.

To add a format: a table in kinds.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import PurePosixPath
from typing import Final

TEI_FOLDERS: Final = ("tei", "edition")
"""Folders whose XML is TEI."""

UNNAMED: Final = ("licence", "license", "copying", "notice", "readme", "authors")
"""Names without an ending, by custom those of plain text."""

PDFA: Final[Mapping[str, str]] = {
    "1A": "fmt/95",
    "1B": "fmt/354",
    "2A": "fmt/476",
    "2B": "fmt/477",
    "2U": "fmt/478",
    "3A": "fmt/479",
    "3B": "fmt/480",
    "3U": "fmt/481",
    "4": "fmt/1910",
    "4E": "fmt/1911",
    "4F": "fmt/1912",
}
"""The levels of PDF/A in PRONOM."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A format: `puid` is its identifier in PRONOM, `text` says that it is characters."""

    name: str
    media_type: str
    puid: str = ""
    text: bool = False
    version: str = ""

    @property
    def full_name(self) -> str:
        """The name with the version."""
        return f"{self.name}-{self.version}" if self.version else self.name


def kind_of(path: str, pdfa: str = "") -> Kind | None:
    """The format of a file by its path in the package; None if it is not known.

    `pdfa` is the level that a PDF claims, such as "3U".
    """
    name = PurePosixPath(path)
    suffix = name.suffix.lower()
    if not suffix and name.name.lower() in UNNAMED:
        suffix = ".txt"
    if suffix == ".xml" and name.parts[0] in TEI_FOLDERS:
        suffix = ".tei"
    kind = _kinds().get(suffix)
    if kind is not None and pdfa:
        return replace(kind, name="PDF/A", puid=PDFA.get(pdfa, ""), version=pdfa.lower())
    return kind


@cache
def _kinds() -> Mapping[str, Kind]:
    source = resources.files("recensio.package").joinpath("kinds.toml")
    tables = tomllib.loads(source.read_text(encoding="utf-8"))
    return {suffix: Kind(**table) for suffix, table in tables.items()}
