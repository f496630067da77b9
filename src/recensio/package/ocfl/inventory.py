"""inventory.json of an OCFL object: which content every version has (OCFL 1.1, section 3.5)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from recensio.package.names import is_astray

INVENTORY: Final = "inventory.json"
TYPE: Final = re.compile(r"https://ocfl\.io/(1\.[01])/spec/#inventory")
VERSION: Final = re.compile(r"v(0*)([1-9][0-9]*)")
DIGEST: Final = re.compile(r"[0-9a-f]+|[0-9A-F]+")
ALGORITHMS: Final = ("sha512", "sha256")
"""What content is addressed by; sha256 is allowed and not advised."""

FIXITY: Final = {"md5": "md5", "sha1": "sha1", "sha256": "sha256", "sha512": "sha512"}
"""Algorithms of the fixity block that are compared; others are left alone."""

KEYS: Final = frozenset(
    ("id", "type", "digestAlgorithm", "head", "contentDirectory", "manifest", "versions", "fixity")
)
MOMENT: Final = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)"
)
"""A day and time as RFC 3339 has it."""

Paths = Mapping[str, tuple[str, ...]]
"""The paths of each digest; the digests in small letters."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an object: its files by digest, when it was made, why and by whom."""

    created: str
    state: Paths
    message: str = ""
    user: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inventory:
    """An inventory that is sound in itself; `versions` are in their order, the last is `head`."""

    identifier: str
    algorithm: str
    manifest: Paths
    versions: Mapping[str, Version]
    fixity: Mapping[str, Paths] = field(default_factory=dict)
    stated_content: str = ""
    specification: str = "1.1"

    @property
    def content(self) -> str:
        """The folder of the content in each version; what is not stated stays unstated."""
        return self.stated_content or "content"

    @property
    def head(self) -> str:
        """The name of the newest version."""
        return list(self.versions)[-1]

    def paths(self) -> dict[str, str]:
        """The digest of every file of content by its path in the object."""
        return {path: digest for digest, paths in self.manifest.items() for path in paths}


class Malformed(Exception):
    """What is wrong with the form of an inventory."""


def read_inventory(content: bytes) -> Inventory:
    """The inventory; raises Malformed with the first thing that is wrong with it."""
    raw = _table(_json(content), "the inventory")
    if unknown := sorted(raw.keys() - KEYS):
        raise Malformed(f"it has a key {unknown[0]}, which OCFL does not know")
    kind = TYPE.fullmatch(_text(raw, "type"))
    algorithm = _text(raw, "digestAlgorithm")
    if kind is None:
        raise Malformed("its type is that of no OCFL 1.0 or 1.1")
    if algorithm not in ALGORITHMS:
        raise Malformed(f"its digestAlgorithm is {algorithm}, and allowed are sha512 and sha256")
    folder = _text(raw, "contentDirectory") if "contentDirectory" in raw else ""
    if folder in (".", "..") or "/" in folder:
        raise Malformed(f"its contentDirectory is {folder}")
    inventory = Inventory(
        identifier=_text(raw, "id"),
        algorithm=algorithm,
        manifest=_paths(raw.get("manifest"), algorithm, "the manifest"),
        versions=dict(_versions(raw, algorithm)),
        fixity=dict(_fixity(raw)),
        stated_content=folder,
        specification=kind[1],
    )
    _held_together(inventory, _text(raw, "head"))
    return inventory


def written(inventory: Inventory) -> bytes:
    """The inventory as JSON, the same bytes for the same inventory."""
    raw = {
        "digestAlgorithm": inventory.algorithm,
        "head": inventory.head,
        "id": inventory.identifier,
        "manifest": _sorted(inventory.manifest),
        "type": f"https://ocfl.io/{inventory.specification}/spec/#inventory",
        "versions": {name: _raw(version) for name, version in inventory.versions.items()},
    }
    if inventory.stated_content:
        raw["contentDirectory"] = inventory.stated_content
    if inventory.fixity:
        raw["fixity"] = {name: _sorted(each) for name, each in sorted(inventory.fixity.items())}
    return (json.dumps(raw, ensure_ascii=False, indent=1) + "\n").encode()


def _raw(version: Version) -> dict[str, Any]:
    message = {"message": version.message} if version.message else {}
    user = {"user": dict(version.user)} if version.user else {}
    return {"created": version.created, **message, "state": _sorted(version.state), **user}


def _sorted(paths: Paths) -> dict[str, list[str]]:
    return {digest: sorted(paths[digest]) for digest in sorted(paths)}


def _held_together(inventory: Inventory, head: str) -> None:
    """What one part of an inventory demands of another."""
    if head != inventory.head:
        raise Malformed(f"its head is {head}, and its newest version {inventory.head}")
    used = set[str]()
    for name, version in inventory.versions.items():
        if lost := sorted(version.state.keys() - inventory.manifest.keys()):
            path = version.state[lost[0]][0]
            raise Malformed(f"its manifest has no content for {path} of {name}")
        used |= version.state.keys()
    if idle := sorted(inventory.manifest.keys() - used):
        raise Malformed(f"no version uses {inventory.manifest[idle[0]][0]} of its manifest")
    content = inventory.paths()
    for path in content:
        version_name, _, rest = path.partition("/")
        if version_name not in inventory.versions or not rest.startswith(f"{inventory.content}/"):
            raise Malformed(f"{path} of its manifest lies in the content of no version")
    for algorithm, paths in inventory.fixity.items():
        for path in (path for each in paths.values() for path in each):
            if path not in content:
                raise Malformed(f"its fixity block for {algorithm} has {path}, its manifest not")


def _versions(raw: Mapping[str, Any], algorithm: str) -> Iterator[tuple[str, Version]]:
    table = _table(raw.get("versions"), "versions")
    numbers: dict[int, str] = {}
    for name in table:
        match = VERSION.fullmatch(name)
        if match is None:
            raise Malformed(f"{name} is no name of a version")
        numbers[int(match[2])] = name
    if not numbers or sorted(numbers) != list(range(1, len(table) + 1)):
        raise Malformed("its versions are not v1, v2 and so on without a gap")
    padded = {len(name) for name in table if name.startswith("v0")}
    if padded and {len(name) for name in table} != padded:
        raise Malformed("some of its versions are numbered with noughts in front and some without")
    for _number, name in sorted(numbers.items()):
        yield name, _version(name, _table(table[name], name), algorithm)


def _version(name: str, raw: Mapping[str, Any], algorithm: str) -> Version:
    created = _text(raw, "created")
    if not MOMENT.fullmatch(created):
        raise Malformed(f"{name} was created at {created}, which is no date and time of RFC 3339")
    if not isinstance(raw.get("message", ""), str):
        raise Malformed(f"the message of {name} is no text")
    user = _table(raw.get("user", {}), f"the user of {name}")
    if "user" in raw and (not user.get("name") or not isinstance(user["name"], str)):
        raise Malformed(f"the user of {name} has no name")
    state = _paths(raw.get("state"), algorithm, f"the state of {name}")
    return Version(created, state, raw.get("message", ""), user)


def _fixity(raw: Mapping[str, Any]) -> Iterator[tuple[str, Paths]]:
    for algorithm, paths in _table(raw.get("fixity", {}), "fixity").items():
        if algorithm in FIXITY:
            yield algorithm, _paths(paths, algorithm, f"the fixity block for {algorithm}")


def _paths(raw: object, algorithm: str, where: str) -> dict[str, tuple[str, ...]]:
    """Paths by digest; every path once, none leading out, none the folder of another."""
    length = hashlib.new(algorithm, usedforsecurity=False).digest_size * 2
    found: dict[str, tuple[str, ...]] = {}
    for digest, paths in _table(raw, where).items():
        if len(digest) != length or not DIGEST.fullmatch(digest):
            raise Malformed(f"{where} has {digest[:20]} instead of a digest by {algorithm}")
        if digest.lower() in found:
            raise Malformed(f"{where} has the digest {digest[:20]} twice")
        if (
            not isinstance(paths, list)
            or not paths
            or not all(isinstance(path, str) for path in paths)
        ):
            raise Malformed(f"{where} has no list of paths at {digest[:20]}")
        found[digest.lower()] = tuple(paths)
    _sound([path for paths in found.values() for path in paths], where)
    return found


def _sound(paths: Iterable[str], where: str) -> None:
    known, folders = set[str](), set[str]()
    for path in paths:
        parts = path.split("/")
        if is_astray(path) or "" in parts or "." in parts:
            raise Malformed(f"{where} has a path {path!r} that leads astray")
        if path in known:
            raise Malformed(f"{where} has {path} twice")
        known.add(path)
        folders.update("/".join(parts[:end]) for end in range(1, len(parts)))
    if both := sorted(known & folders):
        raise Malformed(f"{where} has {both[0]} as a file and as a folder")


def _table(raw: object, what: str) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise Malformed(f"{what} is no table")
    return raw


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not value:
        raise Malformed(f"it does not state {key}")
    return value


def _json(content: bytes) -> object:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        table = dict(pairs)
        if len(table) < len(pairs):
            names = [name for name, _value in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise Malformed(f"it has {twice} twice")
        return table

    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"it is no JSON in UTF-8 ({error})") from None
