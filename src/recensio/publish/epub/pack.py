"""The container of an electronic book: a zip whose first file names its kind (OCF, section 4)."""

from __future__ import annotations

import io
import time
from collections.abc import Mapping
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MEDIA_TYPE: Final = "application/epub+zip"
EARLIEST: Final = 315_532_800
"""1 January 1980 in Unix seconds, and LATEST the last day of 2107: a zip knows no other years."""
LATEST: Final = 4_354_819_198


def packed(files: Mapping[str, bytes], timestamp: int) -> bytes:
    """The container with these files by their path, all dated `timestamp` (Unix seconds)."""
    date = time.gmtime(min(max(timestamp, EARLIEST), LATEST))[:6]
    content = io.BytesIO()
    with ZipFile(content, "w") as container:
        container.writestr(_entry("mimetype", date, ZIP_STORED), MEDIA_TYPE)
        for path in sorted(files):
            container.writestr(_entry(path, date, ZIP_DEFLATED), files[path])
    return content.getvalue()


def _entry(path: str, date: tuple[int, ...], compression: int) -> ZipInfo:
    year, month, day, hour, minute, second = date
    entry = ZipInfo(path, (year, month, day, hour, minute, second))
    entry.compress_type = compression
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry
