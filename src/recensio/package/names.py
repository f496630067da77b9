"""Names of files in a package: which lead out of it, and which not every system keeps."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Final

from recensio.model.problem import Location, Problem, problem

LONGEST_NAME: Final = 255
"""Bytes of a file's name that the usual file systems keep."""

LONGEST_PATH: Final = 4096
"""Bytes of a path that Linux opens; Windows takes fewer."""

SHORT: Final = 12
"""Digits of a digest that are printed."""

FORBIDDEN: Final = re.compile(r'[<>:"|?*\\]')
"""What no name on Windows may hold, besides the oblique stroke."""

DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
"""Names that mean a device on Windows, whatever their ending."""


def is_astray(name: str) -> bool:
    """Whether a path leads, on any system, out of the folder it is relative to."""
    path = PurePosixPath(name.replace("\\", "/"))
    drive = len(name) > 1 and name[1] == ":" and name[0].isalpha()
    return path.is_absolute() or ".." in path.parts or drive or not path.parts


def shown(name: str) -> str:
    """A name as it may be printed: what is no character or steers a terminal is escaped."""
    if name.isprintable():
        return name
    return "".join(each if each.isprintable() else _escaped(each) for each in name)


def finding(code: str, package: Path, **facts: object) -> Problem:
    """A problem of a package, whose names can be printed."""
    told: dict[str, Any] = {key: shown(str(fact)) for key, fact in facts.items()}
    return problem(code, Location(shown(str(package))), **told)


def differing(package: Path, name: str, algorithm: str, *, found: str, expected: str) -> Problem:
    """The problem that a file has another digest than expected; `found` may be empty."""
    return finding(
        "PKG003",
        package,
        file=name,
        algorithm=algorithm,
        found=_short(found) if found else "none, since it cannot be read to its end,",
        kept=_short(expected),
    )


def spelt(name: str) -> str:
    """A name in which each accent that stands by itself is written as its number."""
    marks = {each for each in name if unicodedata.combining(each)}
    return "".join(_escaped(each) if each in marks else each for each in name)


def composed(name: str) -> str:
    """The name in the one form (NFC) of those that Unicode holds for the same."""
    return unicodedata.normalize("NFC", name)


def folded(name: str) -> str:
    """What a name is to a system that knows neither capitals nor forms of Unicode."""
    return composed(name).casefold()


def clashes(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Names that are one and the same on some systems, together."""
    alike: dict[str, list[str]] = defaultdict(list)
    for name in names:
        alike[folded(name)].append(name)
    yield from (tuple(sorted(each)) for each in alike.values() if len(each) > 1)


def weakness(name: str) -> str:
    """Why some system cannot keep this name; empty if all can."""
    parts = name.split("/")
    if any("\udc80" <= each <= "\udcff" for each in name):
        return "it is not UTF-8"
    if any(unicodedata.category(each) == "Cc" for each in name):
        return "it holds a control character"
    if any(len(part.encode()) > LONGEST_NAME for part in parts):
        return f"a part of it is longer than {LONGEST_NAME} bytes"
    if len(name.encode()) > LONGEST_PATH:
        return f"it is longer than {LONGEST_PATH} bytes"
    return _unlike_windows(parts)


def _unlike_windows(parts: Iterable[str]) -> str:
    for part in parts:
        if DEVICES.fullmatch(part):
            return f"{part} is a device on Windows"
        if part.endswith((" ", ".")) or part in ("", "."):
            return "Windows drops a space or full stop at the end"
        if sign := FORBIDDEN.search(part):
            return f"Windows takes no {sign.group()} in a name"
    return ""


def _short(digest: str) -> str:
    """As much of a digest as people compare."""
    return f"{digest[:SHORT]}…" if len(digest) > SHORT else digest


def _escaped(sign: str) -> str:
    if "\udc80" <= sign <= "\udcff":
        return f"\\x{ord(sign) - 0xDC00:02x}"
    return sign.encode("unicode_escape").decode("ascii")
