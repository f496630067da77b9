"""How a build grows with the edition: seconds, memory, pages a second for 1, 10 and 100 copies.

    python -m benchmarks.scale [COPIES ...] [--only site,data]

The first copy is the edition as it is, each further one its texts and registers once more under
new identifiers; the witnesses stay the same five. Each build runs in a process of its own, whose
peak memory is read from the system; pages are those of the site. On a machine that does other
things too, trust the seconds of the processor.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDERS: Final = ("tei/texts", "tei/registers")
ID: Final = re.compile(r'(?<=xml:id=")[^"]+')
POINTER: Final = re.compile(r'(?<=#)[^"\s#]+(?=["\s])')
RUSAGE_UNIT: Final = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Measured:
    """One build: pages, seconds by the clock and of the processor, MiB of the largest process."""

    copies: int
    pages: int
    seconds: float
    cpu: float
    mebibytes: float

    def __str__(self) -> str:
        rate = self.pages / self.seconds
        return (
            f"{self.copies:>6} {self.pages:>7} {self.seconds:>9.1f} {self.cpu:>8.1f}"
            f" {self.mebibytes:>9.0f} {rate:>8.1f}"
        )


def main() -> None:
    """Measure each size asked for and print a line for it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("copies", nargs="*", type=int, default=[1, 10, 100])
    parser.add_argument("--only", default="", help="some outputs, as for recensio build")
    options = parser.parse_args()
    print("copies   pages   seconds      CPU  peak MiB  pages/s")
    for copies in options.copies:
        with tempfile.TemporaryDirectory() as folder:
            print(measured(Path(folder), copies, options.only), flush=True)


def measured(folder: Path, copies: int, only: str) -> Measured:
    """Lay out an edition of so many copies, build it, and say what that took."""
    lay_out(folder, copies)
    command = [sys.executable, "-c", "from recensio.cli.app import main; main()", "build"]
    command += ["--only", only] if only else []
    with (folder / "log.txt").open("w+") as log:
        start = time.perf_counter()
        run = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        _, status, usage = os.wait4(run.pid, 0)
        seconds = time.perf_counter() - start
        run.returncode = os.waitstatus_to_exitcode(status)
        if run.returncode:
            log.seek(0)
            sys.exit(log.read())
    pages = sum(1 for _ in (folder / "output" / "site").rglob("*.html"))
    cpu = usage.ru_utime + usage.ru_stime
    return Measured(copies, pages, seconds, cpu, usage.ru_maxrss / RUSAGE_UNIT)


def lay_out(folder: Path, copies: int) -> None:
    """Write an edition of so many copies into the folder."""
    for name in ("edition.toml", "tei/witnesses.xml", "schema/recensio.rng", "schema/recensio.sch"):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    (folder / "tei/sources").mkdir()
    sources = {path: path.read_text(encoding="utf-8") for path in files()}
    ids = frozenset(name for text in sources.values() for name in ID.findall(text))
    for copy in range(copies):
        for path, text in sources.items():
            target = folder / path.relative_to(ROOT).with_stem(f"{copy:03}-{path.stem}")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(renamed(text, ids, f"-{copy}" if copy else ""), encoding="utf-8")


def files() -> Iterator[Path]:
    """The files that are copied."""
    for folder in FOLDERS:
        yield from sorted((ROOT / folder).glob("*.xml"))


def renamed(text: str, ids: frozenset[str], suffix: str) -> str:
    """The text with its own identifiers, and the pointers to them, under new names."""
    text = ID.sub(lambda name: name[0] + suffix, text)
    return POINTER.sub(lambda name: name[0] + suffix * (name[0] in ids), text)


if __name__ == "__main__":
    main()
