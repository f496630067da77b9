"""How large the package will be, and where its weight lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from recensio.model.problem import Problem, problem
from recensio.package.bag import in_words
from recensio.package.contents import Contents, Source
from recensio.package.preflight.inspection import Inspection

LARGEST: Final = 5
"""Files that the report names."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Files and bytes of the package, of each folder, and of the largest files.

    The descriptions that are made while packing are not counted.
    """

    files: int
    size: int
    folders: Mapping[str, tuple[int, int]]
    largest: tuple[tuple[str, int], ...]


def sizes_of(contents: Contents) -> Sizes:
    """The sizes of a package that is not made yet."""
    weights = {name: _size(source) for name, source in contents.files.items()}
    folders: dict[str, tuple[int, int]] = {}
    for name, size in weights.items():
        files, total = folders.get(name.partition("/")[0], (0, 0))
        folders[name.partition("/")[0]] = (files + 1, total + size)
    largest = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:LARGEST]
    return Sizes(len(weights), sum(weights.values()), dict(sorted(folders.items())), tuple(largest))


def sizes(inspection: Inspection) -> Iterator[Problem]:
    """A package that is larger than the archive takes (PKG024), files that are empty (PKG025)."""
    profile = inspection.profile
    found = sizes_of(inspection.contents)
    if profile.largest_package and found.size > profile.largest_package:
        size, limit = in_words(found.size), in_words(profile.largest_package)
        yield problem("PKG024", archive=profile.title, size=size, limit=limit)
    for name, source in inspection.contents.files.items():
        if _size(source) == 0:
            yield problem("PKG025", inspection.place(name), file=name)


def _size(source: Source) -> int:
    return len(source) if isinstance(source, bytes) else source.stat().st_size
