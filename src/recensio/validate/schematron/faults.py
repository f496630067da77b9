"""What is wrong with a rule, as a problem of the schema and not of a document."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from recensio import saxon
from recensio.model.problem import Location, Problem, problem

_UNREAD: Final = re.compile(
    r".*(?:processing|Access to URI|Cannot read) ([a-z]+:[^\s(]*)(?: ?\(.*| has been prohibited.*)"
)
"""How Saxon says that a file was not opened."""

_CODE: Final = re.compile(r"^[A-Z]{4}\d{4}\s+")
"""What stands before some messages of Saxon."""

_MAY_NOT: Final = (
    r"\1 is not there or may not be read; only files below the folder of the schema may"
)


def fault(at: str, name: str, reason: object) -> Problem:
    """TEI053: the rule `name`, written at `at` ("file:line"), cannot be run."""
    path, line = place(at)
    said = _UNREAD.sub(_MAY_NOT, " ".join(str(reason).split()))
    said = _CODE.sub("", said).replace(f"{saxon.WARDED}:", "")
    return problem("TEI053", Location(path, line), rule=label(at, name), reason=said)


def label(at: str, name: str) -> str:
    """What a reader finds a rule by: its name, with file and line."""
    path, line = place(at)
    written = ":".join(str(part) for part in (Path(path).name, line) if part)
    return f"{name} ({written})" if name and written else name or written


def place(at: str) -> tuple[str, int | None]:
    """File and line of a mark "file:line"."""
    path, _, line = at.rpartition(":")
    return path, int(line) if line.isdigit() else None
