"""Whether a package is what it was when it was made (RFC 8493, section 3)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from recensio.model.problem import Location, Problem, problem
from recensio.package.bag import blocks_of, decoded, digests_of
from recensio.package.opened import Opened, OpenedFolder, OpenedZip, Unreadable, is_astray, is_bomb
from recensio.package.serialised import SIDECAR

ALGORITHMS: Final = frozenset(
    name for name in hashlib.algorithms_guaranteed if not name.startswith("shake")
)
MANIFEST: Final = re.compile(r"(?P<tag>tag)?manifest-(?P<algorithm>[a-z0-9_]+)\.txt")
LINE: Final = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)")
LARGEST: Final = 64 << 20
"""Bytes of a manifest or bag-info.txt; larger ones are not read into memory."""

Manifest = Mapping[str, str]
"""Digests by path."""


def verify(package: Path) -> Iterator[Problem]:
    """What is wrong with a package, a bag's folder or its zip file; nothing if all is well.

    Files are read block by block and nothing is unpacked.
    """
    try:
        if package.is_dir():
            yield from _verified(OpenedFolder(package), package)
        else:
            yield from _sidecar(package)
            yield from _verified_zip(package)
    except (Unreadable, BadZipFile, OSError, EOFError) as error:
        yield problem("PKG001", Location(str(package)), reason=error)


def _sidecar(package: Path) -> Iterator[Problem]:
    """A zip file against the digest that was written beside it, if that is there."""
    sidecar = package.with_name(package.name + SIDECAR)
    if not sidecar.is_file():
        return
    with package.open("rb") as stream:
        digest = digests_of(blocks_of(stream), ["sha512"])["sha512"]
    if sidecar.read_text(encoding="utf-8", errors="replace").split()[:1] != [digest]:
        place = Location(str(package))
        yield problem("PKG003", place, file=package.name, algorithm="sha512")


def _verified_zip(package: Path) -> Iterator[Problem]:
    size = package.stat().st_size
    with ZipFile(package) as archive:
        opened = OpenedZip(archive)
        if is_bomb(opened, size):
            ratio = opened.unpacked // size
            place = Location(str(package))
            yield problem("PKG007", place, unpacked=opened.unpacked, ratio=ratio)
            return
        yield from _verified(opened, package)


def _verified(opened: Opened, package: Path) -> Iterator[Problem]:
    place = Location(str(package))
    astray = [*opened.astray, *(name for name in opened.sizes if is_astray(name))]
    yield from (problem("PKG006", place, file=name) for name in dict.fromkeys(astray))
    yield from (problem("PKG004", place, file=name) for name in opened.outside)
    if "bagit.txt" not in opened.sizes:
        raise Unreadable("it has no bagit.txt")
    if not _text(opened, "bagit.txt").startswith("BagIt-Version: "):
        raise Unreadable("bagit.txt does not state a version")
    payload, problems = _manifests(opened, place, tag=False)
    tags, more = _manifests(opened, place, tag=True)
    yield from (*problems, *more)
    if not payload:
        raise Unreadable("it has no manifest that can be read")
    if not tags:
        yield problem("PKG012", place)
    for algorithm in sorted(payload.keys() - tags.keys()) if tags else ():
        yield problem("PKG002", place, file=f"tagmanifest-{algorithm}.txt")
    yield from _agreement(opened, {"": payload, "tag": tags}, place)
    yield from _unlisted(opened, payload, tags, place)
    yield from _size(opened, place)


def _manifests(
    opened: Opened, place: Location, tag: bool
) -> tuple[dict[str, Manifest], list[Problem]]:
    """The manifests of one kind by their algorithm, and what is wrong with their form."""
    manifests: dict[str, Manifest] = {}
    problems: list[Problem] = []
    for name in sorted(opened.sizes):
        match = MANIFEST.fullmatch(name)
        if match and bool(match["tag"]) == tag and match["algorithm"] in ALGORITHMS:
            digests: dict[str, str] = {}
            for number, line in enumerate(_text(opened, name).splitlines(), start=1):
                parts = LINE.fullmatch(line)
                path = decoded(parts[2]).removeprefix("./") if parts else ""
                if parts is None or path in digests:
                    reason = f"line {number} is not a digest and a path of its own"
                    problems.append(problem("PKG005", place, manifest=name, reason=reason))
                elif is_astray(path):
                    problems.append(problem("PKG006", place, file=path))
                else:
                    digests[path] = parts[1].lower()
            manifests[match["algorithm"]] = digests
    return manifests, problems


def _agreement(
    opened: Opened, kinds: Mapping[str, Mapping[str, Manifest]], place: Location
) -> Iterator[Problem]:
    """Every listed file against its digests, each read once."""
    for kind, manifests in kinds.items():
        listed = sorted({path for manifest in manifests.values() for path in manifest})
        for path in listed:
            yield from _lacking(path, kind, manifests, place)
            if path not in opened.sizes:
                yield problem("PKG002", place, file=path)
                continue
            try:
                with opened.stream(path) as stream:
                    found = digests_of(blocks_of(stream), manifests)
            except (Unreadable, BadZipFile, EOFError):
                found = {}
            yield from _compared(path, kind, manifests, found, place)


def _lacking(
    path: str, kind: str, manifests: Mapping[str, Manifest], place: Location
) -> Iterator[Problem]:
    """A manifest that does not list what another of its kind does."""
    for algorithm, manifest in manifests.items():
        if path not in manifest:
            name, reason = f"{kind}manifest-{algorithm}.txt", f"it does not list {path}"
            yield problem("PKG005", place, manifest=name, reason=reason)


def _compared(
    path: str,
    kind: str,
    manifests: Mapping[str, Manifest],
    found: Mapping[str, str],
    place: Location,
) -> Iterator[Problem]:
    """A file that every manifest disowns has changed; one that some own has a manifest changed."""
    expected = {name: manifest[path] for name, manifest in manifests.items() if path in manifest}
    wrong = [name for name, digest in expected.items() if found.get(name) != digest]
    if not wrong or len(wrong) < len(expected):
        for algorithm in wrong:
            reason = f"its digest of {path} is not that of the other manifests"
            changed = f"{kind}manifest-{algorithm}.txt"
            yield problem("PKG005", place, manifest=changed, reason=reason)
    elif MANIFEST.fullmatch(path):
        reason = "its digest is not that of the tag manifests"
        yield problem("PKG005", place, manifest=path, reason=reason)
    else:
        yield problem("PKG003", place, file=path, algorithm=wrong[0])


def _unlisted(
    opened: Opened, payload: Mapping[str, Manifest], tags: Mapping[str, Manifest], place: Location
) -> Iterator[Problem]:
    listed = {path for manifests in (payload, tags) for each in manifests.values() for path in each}
    for name in opened.sizes:
        is_payload = name.startswith("data/")
        match = MANIFEST.fullmatch(name)
        if name not in listed and (is_payload or tags) and not (match and match["tag"]):
            yield problem("PKG004", place, file=name)


def _size(opened: Opened, place: Location) -> Iterator[Problem]:
    if "bag-info.txt" not in opened.sizes:
        return
    promised = re.search(r"^Payload-Oxum:\s*(\S+)", _text(opened, "bag-info.txt"), re.M)
    sizes = [size for name, size in opened.sizes.items() if name.startswith("data/")]
    found = f"{sum(sizes)}.{len(sizes)}"
    if promised and promised[1] != found:
        yield problem("PKG008", place, promised=promised[1], found=found)


def _text(opened: Opened, name: str) -> str:
    if opened.sizes[name] > LARGEST:
        raise Unreadable(f"{name} is larger than {LARGEST} bytes")
    with opened.stream(name) as stream:
        return stream.read().decode("utf-8-sig", "replace")
