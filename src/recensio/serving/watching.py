"""Whether a file has changed: looked at again and again, which works on every system and disk."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from recensio.project.files import BUILT

PAUSE: Final = 0.1
"""Seconds between two looks, at least."""

SHARE: Final = 0.2
"""The share of the time that is spent looking, at most: a large folder is looked at less often."""

SETTLED: Final = 0.05
"""Seconds in which nothing changes before a change counts as made."""

PATIENCE: Final = 2.0
"""Seconds after which a build begins though files go on changing."""

State = Mapping[str, tuple[int, int, int]]
"""Each file with the time of its last change, its size and its number on the disk."""


class Watch:
    """The files of some folders and some single files."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._seen = self._state()

    def wait(self) -> None:
        """Return when files have changed since the last time, and have come to rest."""
        while (now := self._looked()) == self._seen:
            pass
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            time.sleep(SETTLED)
            before, now = now, self._state()
            if now == before:
                break
        self._seen = now

    def _looked(self) -> State:
        start = time.monotonic()
        now = self._state()
        spent = time.monotonic() - start
        time.sleep(max(PAUSE, spent / SHARE))
        return now

    def _state(self) -> State:
        files = (file for path in self._paths for file in _files(path))
        return {file: state for file in files if (state := _of(file))}


def _of(file: str) -> tuple[int, int, int] | None:
    try:
        stat = os.stat(file)  # noqa: PTH116 - a Path for each of many files is slow
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _files(path: Path) -> Iterator[str]:
    """The files of a folder but for hidden ones and those that were built; a file is itself."""
    if not path.is_dir():
        yield str(path)
        return
    waiting = [str(path)]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        if any(entry.name == BUILT for entry in entries):
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                yield entry.path
