"""The bytes of files and their encodings; new contents can be read before they are written.

`recensio validate --fix` checks a file again before it writes it. Whatever reads the files of an
edition reads them here, so the check sees the new contents.
"""

from __future__ import annotations

import codecs
import os.path
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""How the first bytes tell the encoding (XML 1.0, appendix F)."""

_DECLARED: Final = re.compile(rb"""<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")

_LAID_OVER: Final[ContextVar[Mapping[str, bytes]]] = ContextVar("laid_over")


def content_of(path: str | Path) -> bytes:
    """The content of a file, or what is laid over it. Raises OSError."""
    laid_over = _LAID_OVER.get(None)
    if laid_over:
        content = laid_over.get(os.path.realpath(path))
        if content is not None:
            return content
    return Path(path).read_bytes()


def head_of(path: str | Path, size: int) -> bytes:
    """The first bytes of a file, or of what is laid over it. Raises OSError."""
    if _LAID_OVER.get(None):
        return content_of(path)[:size]
    with Path(path).open("rb") as file:
        return file.read(size)


@contextmanager
def laid_over(contents: Mapping[str, bytes]) -> Iterator[None]:
    """Within the context these files, by path, have these contents."""
    token = _LAID_OVER.set({os.path.realpath(path): each for path, each in contents.items()})
    try:
        yield
    finally:
        _LAID_OVER.reset(token)


def encoding_of(content: bytes) -> str:
    """The encoding of an XML file by its first bytes, else by its declaration, else UTF-8."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    declared = _DECLARED.match(content[:512])
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    # A declaration that could be read byte by byte is not in the encoding of two bytes it names.
    return "utf-8" if name.startswith(("utf-16", "utf-32", "ucs-", "iso-10646")) else name
