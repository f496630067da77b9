"""The only place that writes an edition: all of a part or nothing of it.

Every part (site, pdf, data ...) is written beside the old one under another name and takes its
place by renaming when it is complete, so a full disk leaves the previous output as it was.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TypeVar

from recensio.model.document import Artifact
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem

T = TypeVar("T")


def write(artifacts: Iterable[Artifact], out: Path) -> None:
    """Write the artifacts below `out`; parts that none of them belongs to are left as they are.

    Raises CannotGoOn (PUB003) if anything cannot be written; then `out` is what it was.
    """

    def make(scratch: Path) -> None:
        for artifact in artifacts:
            _write_one(artifact, scratch, out)

    write_parts(make, out)


def write_parts(make: Callable[[Path], T], out: Path) -> T:
    """Let `make` write parts into a folder that it is given; they then take their places in `out`.

    Raises CannotGoOn (PUB003) if anything cannot be written; then `out` is what it was.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        sweep(out)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=out) as scratch:
            made = make(Path(scratch))
            _take_their_places(sorted(Path(scratch).iterdir()), out, Path(scratch))
            return made
    except OSError as error:
        raise _not_written(Path(error.filename or out), error) from None


def write_file(path: Path, content: bytes) -> None:
    """Write one file under another name, then rename it; a file that was there keeps its mode.

    Raises CannotGoOn (PUB003).
    """
    temporary = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except OSError as error:
        raise _not_written(path, error) from None
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _write_one(artifact: Artifact, scratch: Path, out: Path) -> None:
    relative = PurePosixPath(artifact.path)
    if relative.is_absolute() or ".." in relative.parts:
        raise AssertionError(f"an artifact leaves the output folder: {artifact.path}")
    path = scratch / relative
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    except OSError as error:
        raise _not_written(out / relative, error) from None


def _take_their_places(parts: Sequence[Path], out: Path, scratch: Path) -> None:
    """Every part takes the place of the old one; if one cannot, all are put back."""
    done: list[Path] = []
    try:
        for part in parts:
            _take_the_place(part, out / part.name, scratch)
            done.append(part)
    except OSError:
        for part in reversed(done):
            _give_the_place_back(part, out / part.name, scratch)
        raise


def _take_the_place(new: Path, old: Path, scratch: Path) -> None:
    retired = scratch / f".old-{new.name}"
    if old.exists() or old.is_symlink():
        old.rename(retired)
    try:
        new.rename(old)
    except OSError:
        _put_back(retired, old)
        raise


def _give_the_place_back(new: Path, old: Path, scratch: Path) -> None:
    old.rename(new)
    _put_back(scratch / f".old-{new.name}", old)


def _put_back(retired: Path, old: Path) -> None:
    if retired.exists() or retired.is_symlink():
        retired.rename(old)


def _not_written(path: Path, error: OSError) -> CannotGoOn:
    reason = error.strerror or str(error)
    return CannotGoOn(problem("PUB003", Location(str(path)), path=path, reason=reason))


def sweep(out: Path) -> None:
    """Remove what an earlier run that was killed has left behind."""
    for path in out.glob(".new-*"):
        shutil.rmtree(path, ignore_errors=True)
