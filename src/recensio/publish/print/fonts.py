"""Faces: Typst's own, the font packages that are installed, and the folders of the edition.

Any package of the fontpkg family (`pip install fontpkg-amiri`) is used without further ado.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path


def installed_fonts() -> tuple[Path, ...]:
    """The folders of the font packages that are installed, by name."""
    names = sorted(m.name for m in pkgutil.iter_modules() if m.name.startswith("fontpkg_"))
    return tuple(folder for name in names for folder in _folders(name))


def _folders(package: str) -> Iterator[Path]:
    spec = find_spec(package)
    for location in (spec and spec.submodule_search_locations) or ():
        if (folder := Path(location) / "files").is_dir():
            yield folder
