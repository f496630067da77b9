"""Which files a folder or a pattern of edition.toml names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from recensio.model.document import DocumentKind
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem
from recensio.project.settings import SETTINGS, refused

BUILT: Final = "build.json"
"""The file by which a folder is known to have been built by this program."""

TEI_SUFFIXES: Final = frozenset({".xml", ".tei", ".odd"})


def tei_files(path: Path) -> Iterator[Path]:
    """The TEI files in a folder, but for those that a build has made; a file alone is itself."""
    if path.is_file():
        yield path
        return
    built = {record.parent for record in path.rglob(BUILT)}
    for file in sorted(path.rglob("*")):
        if not built.isdisjoint(file.parents):
            continue
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.suffix.lower() in TEI_SUFFIXES and file.is_file() and not hidden:
            yield file


def listed(root: Path, files: Mapping[str, Any]) -> Iterator[tuple[Path, DocumentKind]]:
    """The files that the table [files] names as texts, registers and witnesses."""
    kinds = {
        "texts": DocumentKind.TEXT,
        "registers": DocumentKind.REGISTER,
        "witnesses": DocumentKind.WITNESSES,
    }
    for key, kind in kinds.items():
        for pattern in files.get(key, ()):
            yield from ((path, kind) for path in matching(root, pattern))


def matching(root: Path, pattern: str) -> list[Path]:
    """The files below a folder that a pattern of edition.toml names.

    Raises CannotGoOn if there are none, or the pattern is none or leaves the folder.
    """
    remedy = "write a path below the folder of edition.toml, such as tei/texts/*.xml"
    try:
        found = sorted(path for path in root.glob(pattern) if path.is_file())
    except (ValueError, NotImplementedError):
        raise refused(root / SETTINGS, f"{pattern!r} is not a pattern", remedy) from None
    inside = root.resolve()
    if not all(path.resolve().is_relative_to(inside) for path in found):
        raise refused(root / SETTINGS, f"{pattern!r} leaves the edition's folder", remedy)
    if not found:
        place = Location(str(root / SETTINGS))
        raise CannotGoOn(problem("SRC002", place, path=root / pattern))
    return found
