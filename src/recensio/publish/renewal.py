"""Writing again and again: only what has changed since the last time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from recensio.model.document import Artifact
from recensio.publish.write import write, write_file


class Renewal:
    """Writes as `write` does, then file by file what is other than the last time."""

    def __init__(self) -> None:
        self._written: Mapping[str, bytes] = {}

    def write(self, artifacts: Iterable[Artifact], out: Path) -> None:
        """Make `out` hold the artifacts. Raises CannotGoOn (PUB003)."""
        found = tuple(artifacts)
        before, self._written = self._written, {}
        if before and all((out / part).exists() for part in _parts(before)):
            wanted = {each.path: each.content for each in found}
            _remove(before.keys() - wanted.keys(), out)
            for path, content in wanted.items():
                if before.get(path) != content:
                    write_file(out / path, content)
        else:
            write(found, out)
        # Known only now: after an error all is written at the next time.
        self._written = {each.path: each.content for each in found}


def _parts(written: Mapping[str, bytes]) -> set[str]:
    return {path.partition("/")[0] for path in written}


def _remove(paths: Iterable[str], out: Path) -> None:
    """Remove files, and folders that hold nothing any more."""
    for name in paths:
        path = out / name
        with suppress(OSError):
            path.unlink(missing_ok=True)
            for folder in path.parents:
                if folder == out:
                    break
                folder.rmdir()
