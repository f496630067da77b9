"""Whether an OCFL object is whole: declaration, inventories, versions and content (OCFL 1.1, 3)."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import Final

from recensio.model.problem import Problem
from recensio.package.bag import blocks_of, digests_of
from recensio.package.names import differing, finding
from recensio.package.ocfl.bagged import contradictions
from recensio.package.ocfl.inventory import (
    INVENTORY,
    VERSION,
    Inventory,
    Malformed,
    Version,
    read_inventory,
)
from recensio.package.opened import OpenedFolder
from recensio.package.proof import Proof, Say, Seal

DECLARED: Final = "0=ocfl_object_"
DECLARATION: Final = re.compile(r"0=ocfl_object_(1\.[01])")
SIDECAR: Final = re.compile(rb"([0-9A-Fa-f]+)[ \t]+inventory\.json[\r\n]*")
LEFT_ALONE: Final = ("logs/", "extensions/")
"""Folders whose files no inventory lists (OCFL 1.1, sections 3.9 and 3.10)."""

STEP: Final = 16 << 20


def is_object(folder: Path) -> bool:
    """Whether a folder says that it is an OCFL object, or still has an inventory of one."""
    with os.scandir(folder) as entries:
        names = {entry.name for entry in entries}
    declared = any(name.startswith(DECLARED) for name in names)
    return declared or (INVENTORY in names and "bagit.txt" not in names)


def object_problems(folder: Path, proof: Proof, say: Say) -> Iterator[Problem]:
    """What is wrong with an object; every file of content is read once."""
    opened = OpenedFolder(folder)
    yield from opened.problems
    yield from _declaration(opened, folder)
    inventory = yield from _inventory(opened, folder)
    if inventory is None:
        return
    yield from _versions(opened, inventory, folder)
    yield from _strangers(opened, inventory, folder)
    yield from _content(opened, inventory, folder, say)
    yield from contradictions(opened, inventory, folder)
    content = inventory.paths().keys() & opened.sizes.keys()
    versions = f"{len(inventory.versions)} version{'s' * (len(inventory.versions) > 1)}"
    proof.kind = f"OCFL {inventory.specification} object, {versions}"
    proof.files, proof.size = len(content), sum(opened.sizes[path] for path in content)
    proof.algorithms = (inventory.algorithm, *sorted(inventory.fixity))
    digest = hashlib.sha512(opened.small(INVENTORY)).hexdigest()
    proof.seal = Seal(INVENTORY, "sha512", digest)


def _declaration(opened: OpenedFolder, folder: Path) -> Iterator[Problem]:
    declared = [name for name in opened.sizes if name.startswith(DECLARED)]
    if len(declared) != 1:
        reason = f"there are {len(declared)} files that declare it (0=ocfl_object_1.1)"
        yield finding("PKG056", folder, file=folder.name, reason=reason)
    for name in declared:
        match, content = DECLARATION.fullmatch(name), opened.small(name)
        if match is None:
            yield finding("PKG056", folder, file=name, reason="known are OCFL 1.0 and 1.1")
        elif content != f"ocfl_object_{match[1]}\n".encode():
            reason = f"it does not hold the line ocfl_object_{match[1]}"
            yield finding("PKG056", folder, file=name, reason=reason)


def _inventory(
    opened: OpenedFolder, folder: Path, within: str = ""
) -> Generator[Problem, None, Inventory | None]:
    """The inventory of an object or of a version of it, returned if it can be used."""
    name = within + INVENTORY
    try:
        content = opened.small(name)
        inventory = read_inventory(content)
    except KeyError:
        yield finding("PKG002", folder, file=name)
        return None
    except Malformed as error:
        yield finding("PKG056", folder, file=name, reason=error)
        return None
    sidecar = f"{name}.{inventory.algorithm}"
    if sidecar not in opened.sizes:
        yield finding("PKG002", folder, file=sidecar)
    else:
        match = SIDECAR.fullmatch(opened.small(sidecar))
        digest = hashlib.new(inventory.algorithm, content).hexdigest()
        kept = match[1].decode() if match else ""
        if digest not in (kept, kept.lower()) or kept not in (kept.lower(), kept.upper()):
            yield finding("PKG055", folder, file=name, sidecar=sidecar)
    return inventory


def _versions(opened: OpenedFolder, root: Inventory, folder: Path) -> Iterator[Problem]:
    """The inventory in each version against that of the object, which must not rewrite history."""
    for number, name in enumerate(root.versions, start=1):
        path = f"{name}/{INVENTORY}"
        if name == root.head:
            if path not in opened.sizes:
                yield finding("PKG059", folder, file=path)
            elif opened.small(path) != opened.small(INVENTORY):
                reason = "it is not the same as the inventory of the object"
                yield finding("PKG056", folder, file=path, reason=reason)
        if path not in opened.sizes:
            continue
        inventory = yield from _inventory(opened, folder, f"{name}/")
        if inventory and (reason := _rewritten(inventory, root, number)):
            yield finding("PKG056", folder, file=path, reason=reason)


def _rewritten(older: Inventory, root: Inventory, number: int) -> str:
    """Where the inventory of a version contradicts that of the object."""
    if older.identifier != root.identifier or older.stated_content != root.stated_content:
        return "it has another id or contentDirectory than the inventory of the object"
    if list(older.versions) != list(root.versions)[:number]:
        return f"its versions are not the first {number} of the object"
    for name in older.versions:
        if _state(older, older.versions[name]) != _state(root, root.versions[name]):
            return f"it knows other files in {name} than the inventory of the object"
    return ""


def _state(inventory: Inventory, version: Version) -> dict[str, str]:
    """The content behind each path of a version: of copies the first, for more may come later."""
    return {
        path: min(inventory.manifest[digest], key=lambda copy: (_number(copy), copy))
        for digest, paths in version.state.items()
        for path in paths
    }


def _number(path: str) -> int:
    match = VERSION.match(path)
    return int(match[2]) if match else 0


def _strangers(opened: OpenedFolder, inventory: Inventory, folder: Path) -> Iterator[Problem]:
    """Files that no inventory lists and OCFL does not know."""
    content = inventory.paths()
    for name in opened.sizes:
        within, _, plain = name.rpartition("/")
        at_home = not within or within in inventory.versions
        known = (plain.startswith(DECLARED) and not within) or (
            plain == INVENTORY or re.fullmatch(r"inventory\.json\.sha(256|512)", plain)
        )
        if name not in content and not (at_home and known) and not name.startswith(LEFT_ALONE):
            yield finding("PKG004", folder, file=name)


def _content(
    opened: OpenedFolder, inventory: Inventory, folder: Path, say: Say
) -> Iterator[Problem]:
    expected: dict[str, dict[str, str]] = {
        path: {inventory.algorithm: digest} for path, digest in inventory.paths().items()
    }
    for algorithm, paths in inventory.fixity.items():
        for digest, each in paths.items():
            for path in each:
                if expected[path].setdefault(algorithm, digest) != digest:
                    reason = f"it has two {algorithm} digests of {path}"
                    yield finding("PKG056", folder, file=INVENTORY, reason=reason)
    there = expected.keys() & opened.sizes.keys()
    yield from (finding("PKG002", folder, file=p) for p in sorted(expected.keys() - there))
    total, done, reported = sum(opened.sizes[path] for path in there), 0, 0
    for path, reader in opened.files(there):
        if done >= reported:
            say(f"comparing {done * 100 // max(total, 1)} % of {total:,} bytes")
            reported = done + STEP
        try:
            with reader() as stream:
                found = digests_of(blocks_of(stream), expected[path])
        except OSError as error:
            reason = error.strerror or str(error)
            yield finding("PKG045", folder, file=path, reason=reason)
            continue
        done += opened.sizes[path]
        yield from _differing(path, expected[path], found, folder)


def _differing(
    path: str, expected: Mapping[str, str], found: Mapping[str, str], folder: Path
) -> Iterator[Problem]:
    wrong = [name for name, digest in expected.items() if found[name] != digest]
    if wrong and len(wrong) < len(expected):
        reason = f"its {wrong[0]} digest of {path} is not that of the file, its other digest is"
        yield finding("PKG056", folder, file=INVENTORY, reason=reason)
    elif wrong:
        name = wrong[0]
        yield differing(folder, path, name, found=found[name], expected=expected[name])
