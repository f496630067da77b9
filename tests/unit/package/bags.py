"""A clean package in every form, for the tests that damage it."""

from __future__ import annotations

import gzip
import hashlib
import json
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from recensio.package.bag import encoded, write_bag
from recensio.package.serialised import write_zip
from tests.unit.package.test_package import METADATA

TEXT: Final = b"<TEI>text</TEI>"
PAGE: Final = bytes(range(256)) * 9
OUTPUTS: Final = {
    "tei/a.xml": hashlib.sha256(TEXT).hexdigest(),
    "site/i.html": hashlib.sha256(PAGE).hexdigest(),
}
FILES: Final[dict[str, Path | bytes]] = {
    "build.json": json.dumps({"tool": "recensio", "outputs": OUTPUTS}).encode(),
    "empty": b"",
    "site/i.html": PAGE,
    "tei/a.xml": TEXT,
    "tei/été.xml": "<TEI>été</TEI>".encode(),
}
MOMENT: Final = 1_790_000_000


def clean_bag(folder: Path) -> Path:
    """A bag that is as it should be."""
    write_bag(folder / "bag", FILES, METADATA, MOMENT)
    return folder / "bag"


def zipped(bag: Path, sealed: bool = False) -> Path:
    """The bag as a zip file, with its digest beside it if it is sealed."""
    target = bag.with_suffix(".zip")
    write_zip(bag, target, MOMENT)
    if not sealed:
        target.with_name("bag.zip.sha512").unlink()
    return target


def tarred(bag: Path, compressed: bool = True) -> Path:
    """The bag as a tar file, the same bytes every time."""
    content = BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        archive.add(bag, "bag", filter=_timeless)
    target = bag.with_suffix(".tar.gz" if compressed else ".tar")
    plain = content.getvalue()
    target.write_bytes(gzip.compress(plain, mtime=0) if compressed else plain)
    return target


def _timeless(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.mtime = MOMENT
    return member


def tar_with(bag: Path, *members: tarfile.TarInfo, content: bytes = b"") -> Path:
    """The bag as a tar file, and more in it."""
    target = tarred(bag)
    plain = target.with_name("more.tar")
    with tarfile.open(target) as old, tarfile.open(plain, "w") as new:
        for member in old:
            new.addfile(member, old.extractfile(member) if member.isreg() else None)
        for member in members:
            member.size = len(content) if member.isreg() else 0
            new.addfile(member, BytesIO(content) if member.isreg() else None)
    return plain


def resealed(bag: Path) -> Path:
    """The bag with all its manifests made anew, as somebody would who wants to deceive."""
    payload = sorted(path for path in (bag / "data").rglob("*") if path.is_file())
    for algorithm in ("sha256", "sha512"):
        lines = "".join(_lines(bag, payload, algorithm))
        (bag / f"manifest-{algorithm}.txt").write_text(lines, encoding="utf-8")
    tags = sorted(p for p in bag.iterdir() if p.is_file() and not p.name.startswith("tagmanifest"))
    for algorithm in ("sha256", "sha512"):
        lines = "".join(_lines(bag, tags, algorithm))
        (bag / f"tagmanifest-{algorithm}.txt").write_text(lines, encoding="utf-8")
    return bag


def _lines(bag: Path, paths: list[Path], algorithm: str) -> Iterator[str]:
    for path in paths:
        digest = hashlib.new(algorithm, path.read_bytes()).hexdigest()
        yield f"{digest}  {encoded(path.relative_to(bag).as_posix())}\n"
