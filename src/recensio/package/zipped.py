"""A bag as a zip file; its directory is believed only where the files themselves agree with it."""

from __future__ import annotations

import stat
import struct
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final, cast
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from recensio.model.problem import Problem
from recensio.package.names import finding, is_astray
from recensio.package.opened import (
    FAILURES,
    MEMBERS,
    Reader,
    Unreadable,
    is_bomb,
    misplaced,
    refused,
    root_of,
    within_bounds,
)

METHODS: Final = (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA)
ENCRYPTED: Final = 1 << 0
DEFERRED: Final = 1 << 3
"""The flag of files whose size and checksum stand behind them (APPNOTE, 4.4.4)."""

UTF8: Final = 1 << 11
UNIX: Final = 3
"""The system whose permissions a directory holds (APPNOTE, 4.4.2)."""

LOCAL: Final = struct.Struct("<4s5H3I2H")
"""The head of a file in a zip file (APPNOTE, 4.3.7)."""

NO_FILE: Final = "no file begins where the directory says"
OVERLAP: Final = "its bytes overlap with those of another file or of the directory"

ELSEWHERE: Final = 0xFFFFFFFF
"""A size that stands in the extra field of zip64."""


class OpenedZip:
    """A bag as a zip file, which holds one folder."""

    kind = "zip file"

    def __init__(self, package: Path, archive: ZipFile) -> None:
        self._archive = archive
        self.sizes: Mapping[str, int] = {}
        everything = archive.infolist()
        entries = [entry for entry in everything if not entry.is_dir()]
        names = [entry.filename for entry in entries]
        self._root = root_of(names)
        self.problems = list(_dangers(package, archive, everything))
        self.dangerous = bool(self.problems)
        if self.dangerous:
            return
        self.problems += _problems(package, archive, everything)
        self.problems += misplaced(list(dict.fromkeys(names)), self._root, package)
        unreadable = {entry.filename for entry in entries if _locked(entry) or _is_special(entry)}
        self._entries = {
            entry.filename.removeprefix(self._root): entry
            for entry in entries
            if entry.filename.startswith(self._root)
        }
        self._closed = {name.removeprefix(self._root) for name in unreadable}
        self.sizes = {n: e.file_size for n, e in self._entries.items()}

    def small(self, name: str) -> bytes:
        """The content of a manifest, tag file or record; raises Unreadable."""
        within_bounds(name, self.sizes[name])
        try:
            with self._open(name) as stream:
                return stream.read()
        except FAILURES as error:
            raise Unreadable(f"{name}: {error}") from None

    def files(self, names: Collection[str]) -> Iterator[tuple[str, Reader]]:
        """Some of the files, in the order in which they stand in the zip file."""
        for name in sorted(names, key=lambda name: self._entries[name].header_offset):
            if name not in self._closed:
                yield name, partial(self._open, name)

    def _open(self, name: str) -> BinaryIO:
        if name in self._closed:
            raise Unreadable("it is locked")
        return cast(BinaryIO, self._archive.open(self._entries[name]))


def _dangers(package: Path, archive: ZipFile, entries: Sequence[ZipInfo]) -> Iterator[Problem]:
    """Why nothing in it may be read."""
    unpacked, size = sum(entry.file_size for entry in entries), package.stat().st_size
    if is_bomb(unpacked, size) or len(entries) > MEMBERS:
        yield finding("PKG007", package, unpacked=unpacked, ratio=unpacked // max(size, 1))
    else:
        yield from _overlaps(package, archive, entries)


def _problems(package: Path, archive: ZipFile, entries: Sequence[ZipInfo]) -> Iterator[Problem]:
    for name, count in Counter(entry.filename for entry in entries).items():
        if count > 1:
            yield finding("PKG043", package, file=name, count=count)
    for entry in entries:
        if entry.is_dir() and is_astray(entry.filename):
            yield finding("PKG006", package, file=entry.filename)
        if not entry.is_dir() and _is_special(entry):
            yield refused(entry.filename, entry.external_attr >> 16, package)
        if reason := _locked(entry):
            yield finding("PKG045", package, file=entry.filename, reason=reason)
    yield from _contradictions(package, archive, entries)


def _locked(entry: ZipInfo) -> str:
    """Why a file of a zip file cannot be read; empty if it can."""
    if entry.flag_bits & ENCRYPTED:
        return "it is encrypted"
    if entry.compress_type not in METHODS:
        return f"its compression, number {entry.compress_type}, is not known here"
    return ""


def _is_special(entry: ZipInfo) -> bool:
    """Whether it is a link or device; a mode of nothing is what other systems write."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return entry.create_system == UNIX and kind not in (0, stat.S_IFREG, stat.S_IFDIR)


def _contradictions(
    package: Path, archive: ZipFile, entries: Sequence[ZipInfo]
) -> Iterator[Problem]:
    """Where the directory and the heads of the files disagree."""
    for entry, told, name in _heads(archive, entries):
        reason = _disagreement(entry, told, name) if told else NO_FILE
        if reason:
            yield finding("PKG051", package, file=entry.filename, reason=reason)


def _overlaps(package: Path, archive: ZipFile, entries: Sequence[ZipInfo]) -> Iterator[Problem]:
    """Where a file begins before the one in front of it ends, or reaches into the directory."""
    end = 0
    for entry, told, _name in _heads(archive, entries):
        if told is None:
            continue
        begin = entry.header_offset
        before, end = end, begin + LOCAL.size + told[9] + told[10] + entry.compress_size
        if begin < before or end > archive.start_dir:
            yield finding("PKG051", package, file=entry.filename, reason=OVERLAP)


def _heads(
    archive: ZipFile, entries: Sequence[ZipInfo]
) -> Iterator[tuple[ZipInfo, tuple[int, ...] | None, bytes]]:
    """What stands before each file, in their order; None where no file begins."""
    stream = cast(BinaryIO, archive.fp)
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        stream.seek(entry.header_offset)
        head = stream.read(LOCAL.size)
        if len(head) == LOCAL.size and head.startswith(b"PK\x03\x04"):
            told = LOCAL.unpack(head)
            yield entry, told, stream.read(told[9])
        else:
            yield entry, None, b""


def _disagreement(entry: ZipInfo, told: Sequence[int], name: bytes) -> str:
    _sign, _version, flags, method, _time, _date, check, packed, unpacked, *_ = told
    written = name.decode("utf-8" if flags & UTF8 else "cp437", "surrogateescape")
    if "\0" in entry.orig_filename:
        return "its name holds a nought, where many programs end it"
    if written != entry.orig_filename:
        return f"the directory calls it {entry.orig_filename!r}, the file itself {written!r}"
    if method != entry.compress_type or (flags ^ entry.flag_bits) & (ENCRYPTED | DEFERRED):
        return "the directory tells of another compression than the file itself"
    sizes = (check, packed, unpacked) != (entry.CRC, entry.compress_size, entry.file_size)
    if sizes and not flags & DEFERRED and ELSEWHERE not in (packed, unpacked):
        return "the directory tells of another size or checksum than the file itself"
    return ""
