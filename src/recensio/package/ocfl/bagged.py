"""The bag that a version of an OCFL object is: whether its manifests agree with the inventory.

Whoever changes content and makes the inventories anew, but forgets the manifests inside, is found.
Nothing is read again: both keep the digest of every file by the same algorithm.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from recensio.model.problem import Problem
from recensio.package.manifests import TagReader
from recensio.package.names import finding
from recensio.package.ocfl.inventory import Inventory
from recensio.package.opened import DECLARATION, OpenedFolder, Reader, Unreadable


class OpenedVersion:
    """The files of one version by their paths in it."""

    kind = "version"
    dangerous = False

    def __init__(self, opened: OpenedFolder, inventory: Inventory, name: str) -> None:
        self._opened = opened
        self.problems: list[Problem] = []
        self.digests: dict[str, str] = {}
        self._places: dict[str, str] = {}
        for digest, paths in inventory.versions[name].state.items():
            for path in paths:
                self.digests[path] = digest
                self._places[path] = inventory.manifest[digest][0]
        sizes = opened.sizes
        self.sizes: Mapping[str, int] = {
            path: sizes[place] for path, place in self._places.items() if place in sizes
        }

    def small(self, name: str) -> bytes:
        """The content of a manifest or tag file; raises Unreadable."""
        return self._opened.small(self._places[name])

    def files(self, names: Collection[str]) -> Iterator[tuple[str, Reader]]:
        """None: the files were compared with the inventory."""
        return iter(())


def contradictions(opened: OpenedFolder, inventory: Inventory, folder: Path) -> Iterator[Problem]:
    """Where the manifests of the bags in an object differ from its inventory."""
    for name in inventory.versions:
        version = OpenedVersion(opened, inventory, name)
        if DECLARATION not in version.sizes:
            continue
        try:
            tags = TagReader(version, folder).read()
        except Unreadable:
            continue
        for manifest in (*tags.payload, *tags.tags):
            if manifest.algorithm != inventory.algorithm:
                continue
            for path, digest in manifest.digests.items():
                facts = {"file": f"{path} of {name}", "record": manifest.name}
                if path not in version.digests:
                    yield finding("PKG002", folder, file=facts["file"])
                elif version.digests[path] != digest:
                    yield finding("PKG053", folder, **facts, algorithm=manifest.algorithm)
