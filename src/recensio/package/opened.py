"""A package that is opened to be read, a folder or a zip file; nothing is ever unpacked."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, Protocol
from zipfile import BadZipFile, ZipFile, ZipInfo

RATIO: Final = 100
"""How many times its own size a zip file may unpack to; text seldom shrinks below a tenth."""

FREE: Final = 1 << 20
"""Bytes that any zip file may unpack to."""


class Unreadable(Exception):
    """Why a package, or a file in it, cannot be read."""


class Opened(Protocol):
    """The files of a bag by their paths in it, with their sizes.

    `astray` lead out of it, `outside` stand beside it in the same zip file.
    """

    sizes: Mapping[str, int]
    astray: tuple[str, ...]
    outside: tuple[str, ...]

    def stream(self, name: str) -> BinaryIO:
        """A file to be read; raises Unreadable."""


class OpenedFolder:
    """A bag as a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        paths = sorted(folder.rglob("*"))
        names = {path: path.relative_to(folder).as_posix() for path in paths}
        self.astray = tuple(names[path] for path in paths if path.is_symlink())
        files = [path for path in paths if path.is_file() and not path.is_symlink()]
        self.sizes: Mapping[str, int] = {names[path]: path.stat().st_size for path in files}
        self.outside: tuple[str, ...] = ()

    def stream(self, name: str) -> BinaryIO:
        """A file to be read; raises Unreadable."""
        try:
            return (self._folder / name).open("rb")
        except OSError as error:
            raise Unreadable(error.strerror or str(error)) from None


class OpenedZip:
    """A bag as a zip file, which holds one folder; files beside it are `outside`."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        names = [entry.filename for entry in entries]
        name, count = Counter(names).most_common(1)[0] if names else ("", 0)
        if count > 1:
            raise Unreadable(f"{count} files in it are called {name}")
        self.astray = tuple(e.filename for e in entries if _is_link(e) or is_astray(e.filename))
        roots = sorted(name[: -len("bagit.txt")] for name in names if _is_declaration(name))
        root = roots[0] if roots else ""
        within = [e for e in entries if e.filename.startswith(root)]
        self.outside = tuple(name for name in names if not name.startswith(root))
        self.sizes: Mapping[str, int] = {e.filename.removeprefix(root): e.file_size for e in within}
        self.unpacked = sum(entry.file_size for entry in entries)
        self._root = root

    def stream(self, name: str) -> BinaryIO:
        """A file to be read; raises Unreadable."""
        try:
            return self._archive.open(self._root + name)  # type: ignore[return-value]
        except (BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
            raise Unreadable(str(error)) from None


def is_bomb(opened: OpenedZip, size: int) -> bool:
    """Whether the zip file unpacks to far more than it is."""
    return opened.unpacked > FREE + RATIO * size


def is_astray(name: str) -> bool:
    """Whether a path leads, on any system, out of the folder it is relative to."""
    path = PurePosixPath(name.replace("\\", "/"))
    drive = len(name) > 1 and name[1] == ":"
    return path.is_absolute() or ".." in path.parts or drive or not path.parts


def _is_link(entry: ZipInfo) -> bool:
    return stat.S_ISLNK(entry.external_attr >> 16)


def _is_declaration(name: str) -> bool:
    return name.rpartition("/")[2] == "bagit.txt" and name.count("/") <= 1
