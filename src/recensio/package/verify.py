"""Whether a package is what it was when it was made (RFC 8493, section 3; OCFL 1.1).

A package is a bag, as a folder, zip, tar or tar.gz file, or an OCFL object. `opened`, `zipped` and
`tarred` read it without unpacking anything, `manifests` and `records` say what is expected of it,
`fixity` compares; `ocfl` does all that for objects. To read another kind of file: write what
`opened.Opened` asks for and choose it in `_bag_in_a_file`.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from recensio.model.problem import Problem
from recensio.package.bag import blocks_of, digests_of
from recensio.package.fixity import Fixity
from recensio.package.manifests import WEAK, TagReader, Tags
from recensio.package.names import clashes, differing, finding, is_astray, weakness
from recensio.package.ocfl import is_object, object_problems
from recensio.package.opened import FAILURES, Opened, OpenedFolder, Unreadable
from recensio.package.proof import Proof, Say, Seal, silent
from recensio.package.records import PAYLOAD, kept_digests
from recensio.package.serialised import SIDECAR
from recensio.package.tarred import OpenedTar, is_tar
from recensio.package.zipped import OpenedZip

ZIPPED: Final = b"PK"
LONGEST_LINE: Final = 1000
"""Letters of the line beside a package that are read."""

STORAGE_ROOT: Final = ("0=ocfl_1.0", "0=ocfl_1.1")
SEALS: Final = ("sha512", "sha256", "sha1", "md5")
"""Algorithms of the tag manifest that stands for a whole bag, the best first."""


def verify(package: Path, proof: Proof | None = None, say: Say = silent) -> Iterator[Problem]:
    """What is wrong with a package; nothing if all is well.

    Nothing is unpacked or written and files are read block by block. What was compared is entered
    in `proof`; `say` hears how far it has come.
    """
    proof = proof or Proof()
    start = time.perf_counter()
    try:
        if package.is_dir() and is_object(package):
            yield from object_problems(package, proof, say)
        elif package.is_dir():
            yield from _bag(OpenedFolder(package), package, proof, say)
        elif not package.is_file():
            raise Unreadable("it is neither a folder nor a file")
        else:
            yield from _sealed(package, proof, say)
            yield from _bag_in_a_file(package, proof, say)
    except FAILURES as error:
        yield finding("PKG001", package, reason=error)
    proof.seconds = time.perf_counter() - start


def _sealed(package: Path, proof: Proof, say: Say) -> Iterator[Problem]:
    """A file against the digest that was written beside it, if that is there."""
    say(f"reading {package.name}")
    with package.open("rb") as stream:
        digest = digests_of(blocks_of(stream), ["sha512"])["sha512"]
    proof.seal = Seal(package.name, "sha512", digest)
    sidecar = package.with_name(package.name + SIDECAR)
    if sidecar.is_file():
        with sidecar.open(encoding="utf-8", errors="replace") as lines:
            kept = lines.readline(LONGEST_LINE).split()[:1]
        if [each.lower() for each in kept] != [digest]:
            expected = kept[0] if kept else "nothing"
            yield differing(package, package.name, "sha512", found=digest, expected=expected)


def _bag_in_a_file(package: Path, proof: Proof, say: Say) -> Iterator[Problem]:
    with package.open("rb") as stream:
        zipped = stream.read(len(ZIPPED)) == ZIPPED
    if zipped:
        with _directory(package) as archive:
            yield from _bag(OpenedZip(package, archive), package, proof, say)
    elif is_tar(package):
        yield from _bag(OpenedTar(package), package, proof, say)
    elif package.stat().st_size:
        raise Unreadable("it is no zip file and no tar file")
    else:
        raise Unreadable("it is empty")


def _directory(package: Path) -> ZipFile:
    try:
        return ZipFile(package)
    except BadZipFile as error:
        reason = f"it begins as a zip file, and the directory at its end is lost ({error})"
        raise Unreadable(reason) from None


def _bag(opened: Opened, package: Path, proof: Proof, say: Say) -> Iterator[Problem]:
    yield from opened.problems
    if opened.dangerous:
        return
    yield from _names(opened, package)
    if not opened.sizes:
        raise Unreadable("there is no file in it")
    if any(name in opened.sizes for name in STORAGE_ROOT):
        raise Unreadable("it is a storage root of OCFL; name one of the objects in it")
    reader = TagReader(opened, package)
    tags = reader.read()
    yield from reader.problems
    yield from _strength(tags, package)
    fixity = Fixity(opened, package, tags, list(kept_digests(opened)))
    yield from fixity.problems(say)
    yield from _size(opened, tags, package)
    proof.kind = f"BagIt {tags.version}, {opened.kind}"
    proof.files = len(fixity.compared)
    proof.size = sum(opened.sizes[name] for name in fixity.compared)
    proof.algorithms = tuple(sorted({each.algorithm for each in tags.payload}))
    proof.seal = proof.seal or _seal(opened)


def _names(opened: Opened, package: Path) -> Iterator[Problem]:
    for name in opened.sizes:
        reason = "" if is_astray(name) else weakness(name)
        if reason:
            yield finding("PKG052", package, file=name, reason=reason)
    for names in clashes(opened.sizes):
        yield finding("PKG042", package, file=names[0], other=", ".join(names[1:]))


def _strength(tags: Tags, package: Path) -> Iterator[Problem]:
    """What the manifests can prove at all."""
    algorithms = {each.algorithm for each in tags.payload}
    if not algorithms:
        raise Unreadable("it has no manifest that can be read")
    if algorithms <= WEAK:
        yield finding("PKG049", package, algorithms=" and ".join(sorted(algorithms)))
    if not tags.tags:
        yield finding("PKG012", package)
    elif tags.is_ours:
        for algorithm in sorted(algorithms - {each.algorithm for each in tags.tags}):
            yield finding("PKG002", package, file=f"tagmanifest-{algorithm}.txt")


def _size(opened: Opened, tags: Tags, package: Path) -> Iterator[Problem]:
    sizes = [size for name, size in opened.sizes.items() if name.startswith(PAYLOAD)]
    promised, found = tags.info.get("payload-oxum"), f"{sum(sizes)}.{len(sizes)}"
    if promised is not None and promised != found:
        yield finding("PKG008", package, promised=promised, found=found)


def _seal(opened: Opened) -> Seal | None:
    """The digest of the best tag manifest, or manifest, which stands for the rest."""
    for kind in ("tagmanifest", "manifest"):
        for algorithm in SEALS:
            name = f"{kind}-{algorithm}.txt"
            if name in opened.sizes:
                return Seal(name, "sha512", hashlib.sha512(opened.small(name)).hexdigest())
    return None
