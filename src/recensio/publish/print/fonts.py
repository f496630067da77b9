"""Faces: which typeface sets which script, and which package of the registry holds it.

Latin, Greek and Cyrillic are set in the typeface of the style, which comes with Typst. The script
of a character chooses its face, whatever the language of the passage is said to be. Only faces
from packages and from the folder of the edition are used, never those of the system, so that a
book is the same on every machine.

For another script add a table to faces.toml.
"""

from __future__ import annotations

import pkgutil
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

FAMILIES: Final = ("fontpkg_", "pylopdf_fonts_")
"""Packages of fonts whose names begin so are used without being named in faces.toml."""


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface for a script, as faces.toml explains it."""

    family: str
    characters: str
    package: str

    def has(self, character: str) -> bool:
        """Whether the character belongs to the script."""
        ends = zip(self.characters[::3], self.characters[2::3], strict=True)
        return any(start <= character <= end for start, end in ends)


def installed_fonts() -> tuple[Path, ...]:
    """The folders of the font packages that are installed, by name."""
    wanted = (*FAMILIES, *_table()["folders"])
    names = sorted(m.name for m in pkgutil.iter_modules() if m.name.startswith(wanted))
    return tuple(folder for name in names for folder in _folders(name))


def order_of_faces(font: str) -> list[dict[str, str]]:
    """The families to ask for a glyph, `font` of the style first, as page.typ reads them.

    `covers` is a regular expression of the characters for which a family is asked at all. That of
    the style is not asked for a script with a face of its own: it may have the letter without the
    points, or only the mark that two scripts share, as the two dots of a Syriac plural.
    """
    elsewhere = "".join(face.characters for face in _faces())
    return [
        {"name": font, "covers": f"[^{elsewhere}]"},
        *({"name": face.family, "covers": f"[{face.characters}]"} for face in _faces()),
    ]


def package_for(character: str) -> str:
    """The package to install for a character without a glyph; empty if none is known to help."""
    package = next((face.package for face in _faces() if face.has(character)), "")
    others = _table()["others"]
    if not package and unicodedata.name(character, "").startswith(tuple(others["names"])):
        package = others["package"]
    module = _table()["modules"].get(package, package.replace("-", "_"))
    return "" if module and find_spec(module) else package


@cache
def _table() -> dict[str, Any]:
    source = resources.files(__package__) / "faces.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _faces() -> tuple[Face, ...]:
    return tuple(Face(**fields) for fields in _table()["face"])


def _folders(package: str) -> Iterator[Path]:
    spec = find_spec(package)
    for location in (spec and spec.submodule_search_locations) or ():
        folder = Path(location) / _table()["folders"].get(package, "")
        if folder.is_dir():
            yield folder
