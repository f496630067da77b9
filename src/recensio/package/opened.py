"""A package that is opened to be read: what every kind of it gives, and a folder.

Nothing is ever unpacked or written, no link is followed, and files are read block by block. The
other kinds are `zipped` and `tarred`.
"""

from __future__ import annotations

import lzma
import os
import stat
import struct
import tarfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final, Protocol
from zipfile import BadZipFile

from recensio.model.problem import Problem
from recensio.package.names import finding, is_astray

RATIO: Final = 100
"""How many times its own size a package may unpack to; text seldom shrinks below a tenth."""

FREE: Final = 1 << 20
"""Bytes that any package may unpack to."""

MEMBERS: Final = 1_000_000
"""Files that a package may hold; an edition of the largest kind has a tenth of that."""

LARGEST: Final = 64 << 20
"""Bytes of a manifest or tag file; larger ones are not read into memory."""

DECLARATION: Final = "bagit.txt"

Reader = Callable[[], AbstractContextManager[BinaryIO]]
"""Opens a file of a package; raises one of FAILURES."""


class Unreadable(Exception):
    """Why a package, or a file in it, cannot be read."""


FAILURES: Final = (
    Unreadable, BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error, EOFError,
    OSError, NotImplementedError, OverflowError, ValueError,
)  # fmt: skip
"""What a damaged package makes the readers of the standard library raise."""


class Opened(Protocol):
    """The files of a bag by their paths in it, with their sizes, and what is wrong with the box.

    `kind` is what it is, in words. If it is `dangerous`, its files must not be read.
    """

    kind: str
    sizes: Mapping[str, int]
    problems: list[Problem]
    dangerous: bool

    def small(self, name: str) -> bytes:
        """The content of a manifest, tag file or record; raises Unreadable."""

    def files(self, names: Collection[str]) -> Iterator[tuple[str, Reader]]:
        """Some of the files, each once, in the order in which they are best read."""


class OpenedFolder:
    """A bag as a folder."""

    kind = "folder"
    dangerous = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: list[Problem] = []
        found: dict[str, int] = {}
        self._walk("", found)
        self.sizes: Mapping[str, int] = dict(sorted(found.items()))
        self.problems += misplaced(self.sizes, "", folder)

    def small(self, name: str) -> bytes:
        """The content of a manifest, tag file or record; raises Unreadable."""
        within_bounds(name, self.sizes[name])
        try:
            return (self._folder / name).read_bytes()
        except OSError as error:
            raise Unreadable(f"{name}: {error.strerror or error}") from None

    def files(self, names: Collection[str]) -> Iterator[tuple[str, Reader]]:
        """Some of the files, by their names."""
        for name in sorted(names):
            yield name, partial(_reading, self._folder / name)

    def _walk(self, within: str, found: dict[str, int]) -> None:
        """The ordinary files below a folder; each folder waits on a list, not on the stack."""
        waiting = [within]
        while waiting:
            here = waiting.pop()
            try:
                entries = sorted(os.scandir(self._folder / here), key=lambda entry: entry.name)
            except OSError as error:
                reason = error.strerror or str(error)
                self.problems.append(finding("PKG045", self._folder, file=here, reason=reason))
                continue
            for entry in entries:
                name = f"{here}/{entry.name}" if here else entry.name
                mode = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(mode.st_mode):
                    waiting.append(name)
                elif stat.S_ISREG(mode.st_mode):
                    found[name] = mode.st_size
                else:
                    self.problems.append(refused(name, mode.st_mode, self._folder))


KINDS: Final = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def _reading(path: Path) -> BinaryIO:
    return path.open("rb")


def refused(name: str, mode: int, package: Path) -> Problem:
    """The problem that something is a link or device where a file should be."""
    if stat.S_ISLNK(mode):
        return finding("PKG006", package, file=name)
    return finding("PKG044", package, file=name, kind=KINDS.get(stat.S_IFMT(mode), "no file"))


def within_bounds(name: str, size: int) -> None:
    """Raise Unreadable if a file is larger than may be read into memory."""
    if size > LARGEST:
        raise Unreadable(f"{name} is larger than {LARGEST} bytes")


def root_of(names: Collection[str]) -> str:
    """The folder in an archive that is the bag, as a prefix of its names."""
    roots = sorted(name.removesuffix(DECLARATION) for name in names if _declares(name))
    return roots[0] if roots else ""


def misplaced(names: Collection[str], root: str, package: Path) -> Iterator[Problem]:
    """Paths in an archive that lead out of it, and files that stand beside its bag."""
    yield from (finding("PKG006", package, file=name) for name in names if is_astray(name))
    for name in names:
        if not name.startswith(root):
            yield finding("PKG004", package, file=name)


def is_bomb(unpacked: int, size: int) -> bool:
    """Whether a file of `size` bytes unpacks to far more than it is."""
    return unpacked > FREE + RATIO * size


def _declares(name: str) -> bool:
    return name.rpartition("/")[2] == DECLARATION and name.count("/") <= 1
