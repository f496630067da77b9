"""A bag as one zip file that is the same whenever and wherever it is made.

Files are stored, not compressed: their bytes then do not depend on the version of zlib, and one
damaged byte damages one file.
"""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfileobj
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from recensio.package.bag import BLOCK, blocks_of, digests_of

EARLIEST: Final = 315_532_800
"""The first second that a zip file can date, 1 January 1980, in Unix seconds."""

UNIX: Final = 3
"""The system under which permissions in a zip file are understood."""

SIDECAR: Final = ".sha512"


def write_zip(bag: Path, target: Path, timestamp: int) -> None:
    """Write the bag into a zip file, and the digest of that beside it; raises OSError."""
    moment = datetime.fromtimestamp(max(timestamp, EARLIEST), UTC)
    with ZipFile(target, "x", ZIP_STORED) as archive:
        for path in sorted(path for path in bag.rglob("*") if path.is_file()):
            name = (bag.name / path.relative_to(bag)).as_posix()
            entry = ZipInfo(name, moment.timetuple()[:6])
            entry.create_system = UNIX
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            entry.file_size = path.stat().st_size
            with path.open("rb") as source, archive.open(entry, "w") as member:
                copyfileobj(source, member, BLOCK)
    with target.open("rb") as stream:
        digest = digests_of(blocks_of(stream), ["sha512"])["sha512"]
    sidecar = target.with_name(target.name + SIDECAR)
    sidecar.write_text(f"{digest}  {target.name}\n", encoding="utf-8")
