"""The only place that writes an edition: all of a part or nothing of it.

Every part (site, pdf, data ...) is written beside the old one under another name and takes its
place by renaming when it is complete, so a full disk leaves the previous output as it was.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from recensio.model.document import Artifact
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem


def write(artifacts: Iterable[Artifact], out: Path) -> None:
    """Write the artifacts below `out`; parts that none of them belongs to are left as they are.

    Raises CannotGoOn (PUB003) if anything cannot be written; then `out` is what it was.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        sweep(out)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=out) as scratch:
            for artifact in artifacts:
                _write_one(artifact, Path(scratch))
            for part in sorted(Path(scratch).iterdir()):
                _take_the_place(part, out / part.name, Path(scratch))
    except OSError as error:
        path, reason = error.filename or str(out), error.strerror or str(error)
        place = Location(str(out))
        raise CannotGoOn(problem("PUB003", place, path=path, reason=reason)) from None


def write_file(path: Path, content: bytes) -> None:
    """Write one file under another name, then rename it. Raises CannotGoOn (PUB003)."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotGoOn(problem("PUB003", Location(str(path)), path=path, reason=reason)) from None
    finally:
        temporary.unlink(missing_ok=True)


def _write_one(artifact: Artifact, scratch: Path) -> None:
    relative = PurePosixPath(artifact.path)
    if relative.is_absolute() or ".." in relative.parts:
        raise AssertionError(f"an artifact leaves the output folder: {artifact.path}")
    path = scratch / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(artifact.content)


def _take_the_place(new: Path, old: Path, scratch: Path) -> None:
    if not old.exists():
        new.rename(old)
    elif old.is_file() and new.is_file():
        new.replace(old)
    else:
        retired = scratch / f".old-{new.name}"
        old.rename(retired)
        try:
            new.rename(old)
        except OSError:
            retired.rename(old)
            raise


def sweep(out: Path) -> None:
    """Remove what an earlier run that was killed has left behind."""
    for path in out.glob(".new-*"):
        shutil.rmtree(path, ignore_errors=True)
