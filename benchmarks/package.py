"""How long a large package takes to verify in each form, and how much memory: it must not grow.

    python -m benchmarks.package [MEGABYTES ...]

A package of so many megabytes is made of random bytes, a tenth of it small files, in a folder that
is removed afterwards (room for four of them is needed). Each form is verified in a process of its
own, whose greatest memory is what the system says of it.
"""

from __future__ import annotations

import argparse
import gzip
import multiprocessing
import os
import resource
import sys
import tarfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from recensio.model.document import Metadata
from recensio.package.bag import write_bag
from recensio.package.ocfl import User, commit_version
from recensio.package.proof import Proof
from recensio.package.serialised import write_zip
from recensio.package.verify import verify

SMALL: Final = 100_000
"""Bytes of a small file."""

MOMENT: Final = 1_790_000_000
BLOCK: Final = 1 << 24


def main() -> None:
    """Measure each size asked for and print a line for each form."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("megabytes", nargs="*", type=int, default=[20, 200, 2000])
    parser.add_argument("--scratch", type=Path, help="a folder on a disk that has the room")
    options = parser.parse_args()
    for megabytes in options.megabytes:
        with TemporaryDirectory(dir=options.scratch) as scratch:
            for name, package in _packages(Path(scratch), megabytes):
                seconds, memory, said = _apart(_verified, package)
                print(f"{megabytes:>6} MB {name:>8}: {seconds:5.1f} s, {memory:.0f} MB; {said}")
                sys.stdout.flush()


def _packages(scratch: Path, megabytes: int) -> Iterator[tuple[str, Path]]:
    files = dict(_files(scratch / "files", megabytes * 1_000_000))
    bag = scratch / "bag"
    write_bag(bag, {**files}, Metadata("A large edition"), MOMENT)
    for path in files.values():
        path.unlink()
    yield "folder", bag
    write_zip(bag, scratch / "bag.zip", MOMENT)
    yield "zip", scratch / "bag.zip"
    (scratch / "bag.zip").unlink()
    with (
        gzip.open(scratch / "bag.tar.gz", "wb", 1) as packed,
        tarfile.open(fileobj=packed, mode="w|") as archive,
    ):
        archive.add(bag, "bag")
    yield "tar.gz", scratch / "bag.tar.gz"
    (scratch / "bag.tar.gz").unlink()
    seconds, memory, _said = _apart(_committed, bag)
    print(f"{megabytes:>6} MB made a version of an OCFL object: {seconds:5.1f} s, {memory:.0f} MB")
    yield "OCFL", scratch / "object"


def _files(folder: Path, size: int) -> Iterator[tuple[str, Path]]:
    """A tenth of the bytes in small files, the rest in one."""
    folder.mkdir()
    number = size // 10 // SMALL
    for each in range(number):
        path = folder / f"{each}.xml"
        path.write_bytes(os.urandom(SMALL))
        yield f"tei/{path.name}", path
    large = folder / "large.tif"
    with large.open("wb") as stream:
        left = size - number * SMALL
        while left > 0:
            left -= stream.write(os.urandom(min(BLOCK, left)))
    yield "images/large.tif", large


def _verified(package: Path) -> str:
    proof = Proof()
    problems = list(verify(package, proof))
    return f"{proof.files:,} files by {' and '.join(proof.algorithms)}, {len(problems)} problems"


def _committed(bag: Path) -> str:
    return commit_version(bag.with_name("object"), bag, "First.", User("B"), MOMENT).value


Answer = tuple[float, float, str]


def _apart(task: Callable[[Path], str], path: Path) -> Answer:
    """Seconds, megabytes at the most, and what the task says, in a process that starts afresh."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_measured, (task, path))


def _measured(task: Callable[[Path], str], path: Path) -> Answer:
    start = time.perf_counter()
    said = task(path)
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return time.perf_counter() - start, kilobytes / 1024, said


if __name__ == "__main__":
    main()
