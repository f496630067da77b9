"""Which file of a package a manifest means where the name is not there as it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from recensio.package.names import composed, folded


@dataclass(frozen=True, slots=True)
class Renamed:
    """A file that is listed under one path and found under another.

    `code` says how: PKG041 if both are one name to Unicode, PKG040 if they are two names.
    """

    listed: str
    found: str
    code: str


def respelt(missing: Collection[str], unlisted: Collection[str]) -> Iterator[Renamed]:
    """Files whose name differs by its form in Unicode or by capitals only.

    A disk of a Macintosh takes letters and accents apart, others change capitals on the way.
    """
    left = set(unlisted)
    for code, form in (("PKG041", composed), ("PKG040", folded)):
        known = {form(name): name for name in sorted(left, reverse=True)}
        for name in sorted(missing):
            found = known.get(form(name))
            if found in left:
                left.discard(found)
                yield Renamed(name, found, code)


def moved(
    missing: Mapping[str, Mapping[str, str]], unlisted: Mapping[str, Mapping[str, str]]
) -> Iterator[Renamed]:
    """Files that are found elsewhere by their content; both are digests by algorithm, by path."""
    places: dict[str, list[str]] = {}
    for path in sorted(unlisted, reverse=True):
        for digest in unlisted[path].values():
            places.setdefault(digest, []).append(path)
    taken: set[str] = set()
    for path in sorted(missing):
        for algorithm, digest in missing[path].items():
            free = [each for each in places.get(digest, ()) if each not in taken]
            if free and unlisted[free[-1]].get(algorithm) == digest:
                taken.add(free[-1])
                yield Renamed(path, free[-1], "PKG040")
                break
