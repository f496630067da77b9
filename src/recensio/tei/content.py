"""The bytes of files; what is about to be written can be read before it stands on the disk.

`recensio validate --fix` checks a file again before it writes it. Whatever reads the files of an
edition reads them here, so the check sees the new contents.
"""

from __future__ import annotations

import os.path
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Final

_LAID_OVER: Final[ContextVar[Mapping[str, bytes]]] = ContextVar("laid_over")


def content_of(path: str | Path) -> bytes:
    """The content of a file, or what is laid over it. Raises OSError."""
    laid_over = _LAID_OVER.get(None)
    if laid_over:
        content = laid_over.get(os.path.realpath(path))
        if content is not None:
            return content
    return Path(path).read_bytes()


@contextmanager
def laid_over(contents: Mapping[str, bytes]) -> Iterator[None]:
    """Within the context these files, by path, have these contents."""
    token = _LAID_OVER.set({os.path.realpath(path): each for path, each in contents.items()})
    try:
        yield
    finally:
        _LAID_OVER.reset(token)
