"""The validators that are measured, each as a command, and what one run of a command takes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Final

STOPPED: Final = -9
"""How a run ends whose time ran out."""

RUSAGE_UNIT: Final = 1024 * 1024 if sys.platform == "darwin" else 1024
REPORT: Final = re.compile(r"(\S.*?):\d+:\d+: (?:fatal|error)")
LXML: Final = """
import sys; from lxml import etree
schema = etree.RelaxNG(etree.parse(sys.argv[1])); parser = etree.XMLParser(collect_ids=False)
for path in sys.argv[2:]: schema.validate(etree.parse(path, parser)) or print(path + ":1:1: error")
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """One run: seconds by the clock and of the processor, MiB of its largest process.

    `invalid` are the files of which an error was told; `ended` is false if time ran out.
    """

    wall: float
    cpu: float
    mebibytes: float
    invalid: frozenset[str]
    ended: bool


@dataclass(frozen=True, slots=True)
class Engine:
    """A validator: its name in the table and its command for a schema and files."""

    name: str
    command: Callable[[Path, Sequence[str]], list[str]]
    cache_kept: bool = True

    def run(self, schema: Path, folder: Path, files: Sequence[str], limit: float) -> Taken:
        """Hold files of a folder to a schema. Raises RuntimeError if the engine could not run."""
        with tempfile.TemporaryDirectory() as empty:
            environment = {**os.environ, **({} if self.cache_kept else {"XDG_CACHE_HOME": empty})}
            # Installed programs have bytecode; without it Python would read our sources each time.
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            return _run(self.command(schema, files), folder, environment, limit)


def ours(recensio: str, jobs: int = 1, cache_kept: bool = True) -> Engine:
    """Recensio with so many processes; every message is printed, as jing does."""
    command = [recensio, "validate", "--only", "schema", "--all", "--jobs", str(jobs), "--schema"]
    name = "recensio" if jobs == 1 else f"recensio, {jobs} processes"
    return Engine(name, lambda schema, files: [*command, str(schema), *files], cache_kept)


JING: Final = Engine("jing", lambda schema, files: ["jing", str(schema), *files])
LIBXML: Final = Engine(
    "lxml", lambda schema, files: [sys.executable, "-c", LXML, str(schema), *files]
)


def installed() -> str:
    """The command of this environment, else the one on the path."""
    beside = Path(sys.executable).parent / "recensio"
    return str(beside) if beside.exists() else shutil.which("recensio") or "recensio"


def _run(command: list[str], folder: Path, environment: dict[str, str], limit: float) -> Taken:
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as log:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, stdout=output, stderr=log, env=environment)
        timer = Timer(limit, child.kill)
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        invalid = frozenset(_reported(output, folder))
        if child.returncode not in (0, STOPPED, 1 if invalid else 0):
            log.seek(0)
            raise RuntimeError(f"{command[0]} ended with {child.returncode}: {log.read()[-2000:]}")
        cpu, mebibytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / RUSAGE_UNIT
        return Taken(wall, cpu, mebibytes, invalid, ended=child.returncode != STOPPED)


def _reported(output: Iterable[str], folder: Path) -> Iterator[str]:
    """The files that are reported, as they stand below the folder; jing writes absolute paths.

    Line by line: the peak of a child can be no lower than that of the process that starts it.
    """
    for line in output:
        if found := REPORT.match(line):
            yield found.group(1).removeprefix(f"{folder.resolve()}/")
