"""Digests that a package keeps besides its manifests: in build.json, RO-Crate and PREMIS.

Whoever changes a file and mends every manifest must know of these too. They are read as far as
they can be; what is wrong with their form is no matter of fixity.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import unquote

from recensio.package.opened import Opened, Unreadable
from recensio.tei.io import parse

PREMIS: Final = {"p": "http://www.loc.gov/premis/v3"}
PAYLOAD: Final = "data/"


@dataclass(frozen=True, slots=True)
class Kept:
    """The digest of a file as a record has it."""

    record: str
    path: str
    algorithm: str
    digest: str


Told = tuple[str, str, str]
"""A path as it is written, an algorithm as it is written, a digest."""


def kept_digests(opened: Opened) -> Iterator[Kept]:
    """What the records of a package say of the files in it."""
    for name in opened.sizes:
        folder, _, plain = name.rpartition("/")
        if plain not in RECORDS:
            continue
        try:
            content = opened.small(name)
        except Unreadable:
            continue
        for path, algorithm, digest in RECORDS[plain](content):
            found = _found(path, folder, opened.sizes)
            if found and found != name:
                plainly = algorithm.lower().replace("-", "")
                yield Kept(name, found, plainly, digest.strip().lower())


def _found(path: str, folder: str, sizes: Mapping[str, int]) -> str | None:
    """The file that a record means: beside it, else in the payload, else by its full path."""
    places = (f"{folder}/{path}" if folder else path, PAYLOAD + path, path)
    return next((place for place in places if place in sizes), None)


def _of_build(content: bytes) -> Iterator[Told]:
    outputs = _json(content).get("outputs")
    for path, digest in outputs.items() if isinstance(outputs, dict) else ():
        yield path, "sha256", str(digest)


def _of_crate(content: bytes) -> Iterator[Told]:
    """Files of an RO-Crate, whose identifiers are relative addresses (RO-Crate 1.1, section 4)."""
    graph = _json(content).get("@graph")
    for entity in graph if isinstance(graph, list) else ():
        path = entity.get("@id") if isinstance(entity, dict) else None
        if isinstance(path, str):
            for key in ("sha256", "sha512", "sha1", "md5"):
                if isinstance(entity.get(key), str):
                    yield unquote(path).removeprefix("./"), key, entity[key]


def _of_premis(content: bytes) -> Iterator[Told]:
    """The fixity of PREMIS objects (Data Dictionary 3.0, 1.5.2)."""
    tree = parse(content, "premis.xml").value
    for each in tree.getroot().iterfind(".//p:object", PREMIS) if tree is not None else ():
        names = (
            each.findtext("p:originalName", "", PREMIS),
            each.findtext("p:objectIdentifier/p:objectIdentifierValue", "", PREMIS),
        )
        path = next((name.strip() for name in names if name), "")
        for fixity in each.iterfind(".//p:fixity", PREMIS):
            algorithm = fixity.findtext("p:messageDigestAlgorithm", "", PREMIS)
            yield path, algorithm.strip(), fixity.findtext("p:messageDigest", "", PREMIS)


def _json(content: bytes) -> dict[str, Any]:
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


RECORDS: Final[Mapping[str, Callable[[bytes], Iterator[Told]]]] = MappingProxyType(
    {"build.json": _of_build, "ro-crate-metadata.json": _of_crate, "premis.xml": _of_premis}
)
"""The records by the names of their files."""
