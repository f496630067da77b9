"""What the rules of a schema may read: the files of one folder, each by its address.

The folder is that of the edition if the schema lies in it, else that of the schema.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from recensio import saxon

READS: Final = re.compile(
    r"\b(?:doc|document|doc-available|json-doc|unparsed-text[a-z-]*|parse-xml)\s*\("
)
"""How a rule asks for another file."""

LIMIT: Final = 20_000
"""Files that can be asked for; a folder that holds more is not meant."""


def address(path: Path) -> str:
    """The address by which rules know a file; a relative one leads to its neighbours."""
    return f"{saxon.WARDED}:{path.resolve().as_uri().removeprefix('file://')}"


def path_of(address: str) -> Path:
    """The file that an address means."""
    return Path(unquote(address.removeprefix(f"{saxon.WARDED}:")))


def ward_of(stylesheet: str, schema: Path, root: str) -> saxon.Ward:
    """The files that this stylesheet of a schema may read; none unless it asks for any."""
    if not READS.search(stylesheet):
        return saxon.Ward()
    home = schema.resolve().parent
    edition = Path(root).resolve()
    if root and schema.resolve().is_relative_to(edition):
        home = edition
    files = islice(_files(home), LIMIT)
    return saxon.Ward(tuple((address(path), str(path), path.stat().st_mtime_ns) for path in files))


def _files(home: Path) -> Iterator[Path]:
    """The files below a folder but for hidden ones and those that a link leads outside."""
    for folder, inner, names in os.walk(home):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if not name.startswith(".") and path.is_file():
                resolved = path.resolve()
                if resolved.is_relative_to(home):
                    yield resolved
