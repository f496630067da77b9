"""A bag as a tar file, gzipped or not: read from front to back, twice, and never unpacked.

The first reading finds which files there are and keeps the manifests and records, the second
reads the files.
"""

from __future__ import annotations

import gzip
import tarfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final, cast

from recensio.model.problem import Problem
from recensio.package.bag import blocks_of
from recensio.package.names import finding, is_astray
from recensio.package.opened import (
    FAILURES,
    FREE,
    LARGEST,
    MEMBERS,
    RATIO,
    Reader,
    Unreadable,
    misplaced,
    root_of,
    within_bounds,
)
from recensio.package.records import RECORDS

GZIPPED: Final = b"\x1f\x8b"
TARRED: Final = (257, b"ustar")
"""Where every tar file since 1988 says that it is one."""

LONGEST_HEAD: Final = 1 << 20
"""Bytes of a name or of other tidings that a tar file puts before a file."""

ORDINARY: Final = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
TIDINGS: Final = (
    tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK,
)  # fmt: skip


class Bomb(Unreadable):
    """It unpacks to more than `unpacked` bytes, which no package does."""

    def __init__(self, unpacked: int) -> None:
        super().__init__("it unpacks to far more than it is")
        self.unpacked = unpacked


class OpenedTar:
    """A bag as a tar file, which holds one folder."""

    def __init__(self, package: Path) -> None:
        self._package = package
        self._gzipped = _begins(package, 0, GZIPPED)
        self.kind = "tar.gz file" if self._gzipped else "tar file"
        self.problems: list[Problem] = []
        self.dangerous = False
        self._kept: dict[str, bytes] = {}
        found = self._index()
        self._root = root_of(found)
        self.problems += misplaced(found, self._root, package)
        self.sizes: Mapping[str, int] = {
            name.removeprefix(self._root): size
            for name, size in found.items()
            if name.startswith(self._root)
        }

    def small(self, name: str) -> bytes:
        """The content of a manifest, tag file or record; raises Unreadable."""
        within_bounds(name, self.sizes[name])
        if self._root + name not in self._kept:
            raise Unreadable(f"{name} could not be read")
        return self._kept[self._root + name]

    def files(self, names: Collection[str]) -> Iterator[tuple[str, Reader]]:
        """Some of the files, in the order in which they stand in the tar file."""
        wanted = {self._root + name for name in names}
        try:
            with _members(self._package, self._gzipped) as (archive, _stream):
                for member in _each(archive):
                    name = _name(member)
                    if name in wanted and _is_file(member):
                        wanted.discard(name)
                        content = cast(BinaryIO, archive.extractfile(member))
                        yield name.removeprefix(self._root), partial(_reading, content)
        except FAILURES:
            return  # The first reading has said so; what was not read is missing.

    def _index(self) -> dict[str, int]:
        """The sizes of the files by their names; what is kept is small."""
        found: dict[str, int] = {}
        last = ""
        try:
            with _members(self._package, self._gzipped) as (archive, stream):
                for member in _each(archive):
                    last = _name(member)
                    self._enter(member, archive, found)
                _to_the_end(stream)
        except Bomb as bomb:
            ratio = bomb.unpacked // max(self._package.stat().st_size, 1)
            self._warn("PKG007", unpacked=f"more than {bomb.unpacked}", ratio=ratio)
            self.dangerous = True
        except FAILURES as error:
            if not last:
                raise Unreadable(str(error)) from None
            self._warn("PKG058", file=last, reason=error)
        return found

    def _enter(
        self, member: tarfile.TarInfo, archive: tarfile.TarFile, found: dict[str, int]
    ) -> None:
        name = _name(member)
        if member.isdir():
            if name and is_astray(name):
                self._warn("PKG006", file=name)
        elif member.issym():
            self._warn("PKG006", file=name)
        elif not _is_file(member):
            kind = "a hard link" if member.islnk() else "a device or other special file"
            self._warn("PKG044", file=name, kind=kind)
        elif name in found:
            self._warn("PKG043", file=name, count=2)
        else:
            found[name] = member.size
            if len(found) > MEMBERS:
                raise Bomb(archive.offset)
            if _is_kept(name, member.size):
                self._kept[name] = cast(BinaryIO, archive.extractfile(member)).read()

    def _warn(self, code: str, **facts: object) -> None:
        self.problems.append(finding(code, self._package, **facts))


def _reading(content: BinaryIO) -> AbstractContextManager[BinaryIO]:
    return nullcontext(content)


def is_tar(package: Path) -> bool:
    """Whether a file begins as tar files do, or gzipped ones."""
    return _begins(package, 0, GZIPPED) or _begins(package, *TARRED)


class _Member(tarfile.TarInfo):
    """A member whose tidings are read into memory only if they are short."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str | None, errors: str) -> _Member:
        member = super().frombuf(buf, encoding, errors)  # type: ignore[arg-type]
        if member.type in TIDINGS and member.size > LONGEST_HEAD:
            raise Unreadable(f"the head of a file in it is {member.size} bytes long")
        return member


class _Measured:
    """A stream that is read forwards and stops at a limit."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream = stream
        self._limit = limit

    def read(self, size: int = -1) -> bytes:
        content = self._stream.read(size)
        self._heed(self._stream.tell())
        return content

    def seek(self, place: int, _whence: int = 0) -> int:
        self._heed(place)
        return self._stream.seek(place)

    def tell(self) -> int:
        return self._stream.tell()

    def _heed(self, place: int) -> None:
        if place > self._limit:
            raise Bomb(self._limit)


@contextmanager
def _members(package: Path, gzipped: bool) -> Iterator[tuple[tarfile.TarFile, _Measured]]:
    size = package.stat().st_size
    with gzip.open(package) if gzipped else package.open("rb") as unpacked:
        limit = FREE + RATIO * size
        stream = _Measured(cast(BinaryIO, unpacked), limit)
        file = cast(BinaryIO, stream)
        with tarfile.open(fileobj=file, mode="r:", tarinfo=_Member) as archive:
            yield archive, stream


def _each(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    while (member := archive.next()) is not None:
        yield member
        # tarfile would keep them all.
        archive.members.clear()  # type: ignore[attr-defined]


def _to_the_end(stream: _Measured) -> None:
    """Read what follows the last file, so that gzip compares its checksum; it must be nothing."""
    for block in blocks_of(cast(BinaryIO, stream)):
        if block.strip(b"\0"):
            raise Unreadable("there is something behind the end of the tar file")


def _is_file(member: tarfile.TarInfo) -> bool:
    return member.type in ORDINARY and not member.issparse()


def _is_kept(name: str, size: int) -> bool:
    """Whether it may be a manifest, tag file or record: these do not lie deep, or are known."""
    parts = name.split("/")
    shallow = len(parts) <= 2 and parts[-1].endswith(".txt")
    return size <= LARGEST and (shallow or parts[-1] in RECORDS)


def _name(member: tarfile.TarInfo) -> str:
    return member.name.removeprefix("./")


def _begins(package: Path, place: int, sign: bytes) -> bool:
    with package.open("rb") as stream:
        stream.seek(place)
        return stream.read(len(sign)) == sign
