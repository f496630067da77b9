"""Sigla as names of files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from recensio.model.witness import Siglum

LONGEST: Final = 100
"""Bytes of a file name; file systems allow 255 with the ending."""


def file_name(siglum: Siglum) -> str:
    """The siglum as a file name: what file systems refuse is written as _, the rest cut off."""
    name = re.sub(r'[\x00-\x1f/\\:*?"<>|]|^\.+$', "_", siglum)
    return name.encode()[:LONGEST].decode(errors="ignore")


def named(sigla: Sequence[Siglum]) -> Iterator[tuple[Siglum, str]]:
    """Each siglum with a file name of its own; only the first of two that look alike keeps it."""
    taken = set[str]()
    for siglum in sigla:
        name, count = file_name(siglum), 1
        while name.casefold() in taken:
            count += 1
            name = f"{file_name(siglum)}-{count}"
        taken.add(name.casefold())
        yield siglum, name
