"""A bag as one file that is the same whenever and wherever it is made.

In a zip file the files are stored, not compressed: their bytes then do not depend on the version of
zlib, and one damaged byte damages one file. A tar.gz is compressed, for whoever needs it small; the
tar file inside is always the same, and what surrounds it is so with the same zlib.
"""

from __future__ import annotations

import gzip
import stat
import tarfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfileobj
from types import MappingProxyType
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from recensio.package.bag import BLOCK, blocks_of, digests_of

EARLIEST: Final = 315_532_800
"""The first second that a zip file can date, 1 January 1980, in Unix seconds."""

UNIX: Final = 3
"""The system under which permissions in a zip file are understood."""

MODE: Final = 0o644
LEVEL: Final = 9
"""The pains that gzip takes."""

SIDECAR: Final = ".sha512"


def serialise(bag: Path, form: str, timestamp: int) -> Path:
    """Write the bag into one file of a form of `FORMS` beside it; raises OSError."""
    target = bag.with_name(f"{bag.name}.{form}")
    FORMS[form](bag, target, timestamp)
    return target


def write_zip(bag: Path, target: Path, timestamp: int) -> None:
    """Write the bag into a zip file, and the digest of that beside it; raises OSError."""
    _zip(bag, target, timestamp)
    _seal(target)


def write_tar_gz(bag: Path, target: Path, timestamp: int) -> None:
    """Write the bag into a tar.gz, and the digest of that beside it; raises OSError."""
    _tar_gz(bag, target, timestamp)
    _seal(target)


def _seal(target: Path) -> None:
    with target.open("rb") as stream:
        digest = digests_of(blocks_of(stream), ["sha512"])["sha512"]
    sidecar = target.with_name(target.name + SIDECAR)
    sidecar.write_text(f"{digest}  {target.name}\n", encoding="utf-8")


def _zip(bag: Path, target: Path, timestamp: int) -> None:
    moment = datetime.fromtimestamp(max(timestamp, EARLIEST), UTC)
    with ZipFile(target, "x", ZIP_STORED) as archive:
        for name, path in _members(bag):
            entry = ZipInfo(name, moment.timetuple()[:6])
            entry.create_system = UNIX
            entry.external_attr = (stat.S_IFREG | MODE) << 16
            entry.file_size = path.stat().st_size
            with path.open("rb") as source, archive.open(entry, "w") as member:
                copyfileobj(source, member, BLOCK)


def _tar_gz(bag: Path, target: Path, timestamp: int) -> None:
    with (
        target.open("xb") as stream,
        gzip.GzipFile("", "wb", LEVEL, stream, mtime=0) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for name, path in _members(bag):
            # Owner, group and their numbers are nobody's and 0, as a TarInfo has them.
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime, entry.mode = path.stat().st_size, timestamp, MODE
            with path.open("rb") as source:
                archive.addfile(entry, source)


FORMS: Final[Mapping[str, Callable[[Path, Path, int], None]]] = MappingProxyType(
    {"zip": write_zip, "tar.gz": write_tar_gz}
)
"""The forms of one file that a bag may take (RFC 8493, section 4)."""


def _members(bag: Path) -> Iterator[tuple[str, Path]]:
    """The files of a bag by their names in the one folder that the file holds, in order."""
    paths = (path for path in bag.rglob("*") if path.is_file())
    named = ((f"{bag.name}/{path.relative_to(bag).as_posix()}", path) for path in paths)
    return iter(sorted(named))
