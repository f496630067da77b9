"""Archives inside a package, such as an electronic book: they are data, and no trap for others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from recensio.package.opened import FAILURES, is_bomb

ZIPPED: Final = b"PK\x03\x04"


class Ends:
    """The begin of a file and its last block or two, kept while it is read."""

    def __init__(self) -> None:
        self._first = b""
        self._last: tuple[bytes, bytes] = (b"", b"")
        self._size = 0

    def watching(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """The blocks of the file."""
        for block in blocks:
            if not self._size:
                self._first = block[: len(ZIPPED)]
            self._size += len(block)
            self._last = (self._last[1], block)
            yield block

    def bomb(self) -> int:
        """To how many bytes the file unpacks, if it is a zip bomb, else 0.

        The directory of a zip file stands at its end; one that is longer than two blocks is not
        looked at.
        """
        if self._first != ZIPPED:
            return 0
        try:
            with ZipFile(BytesIO(b"".join(self._last))) as archive:
                unpacked = sum(entry.file_size for entry in archive.infolist())
        except FAILURES:
            return 0
        return unpacked if is_bomb(unpacked, self._size) else 0
