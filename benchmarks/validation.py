"""Validation beside jing and lxml: each round runs every engine once; medians, and their ratios.

    python -m benchmarks.validation [--schema tei_all.rng] [--corpora DIR] [--only cold,large]

The documents are made from a seed; see `documents`. jing runs as its own command does, in one
JVM for all files of a set, and lxml in a program of three lines. Ratios are the median of those
of each round, so that what else the machine does hits all alike. Seconds of the processor count
every thread and process that an engine starts; the peak is that of its largest process.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.cases import ENGINES, Case, cases
from benchmarks.documents import make_sets
from benchmarks.engines import Taken, installed, ours
from benchmarks.machine import described
from benchmarks.table import HEAD, disagreements, rows

ROOT: Final = Path(__file__).resolve().parents[1]


def main() -> None:
    """Make the documents, run the cases asked for, print a row for each measure."""
    options = _options()
    if not shutil.which("jing"):
        sys.exit("jing is not there; on Debian and Ubuntu: apt install jing")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        # In a process of its own, as the peak of an engine is no lower than that of its parent.
        maker = multiprocessing.Process(
            target=make_sets, args=(folder, options.seed, options.scale)
        )
        maker.start()
        maker.join()
        print(f"{described()}; schema {options.schema.name}.\n\n{HEAD}", flush=True)
        # A first run, not counted, fills the cache of schemas.
        ours(options.recensio).run(
            options.schema, folder / "smallest", ["00000.xml"], options.limit
        )
        wanted = [case for case in cases(folder, options.corpora) if _asked(case, options.only)]
        told = disagreements([(case, _run(case, options)) for case in wanted])
        print(f"\nJudged otherwise than by jing: {told}.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--schema", type=Path, default=ROOT / "schema" / "recensio.rng")
    parser.add_argument("--corpora", type=Path, help="a folder of real editions")
    parser.add_argument("--only", default="", help="some cases, by the beginning of their names")
    parser.add_argument("--without", default="", help="an engine that does not run, such as lxml")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scale", type=float, default=1.0, help="0.1: a tenth, for a trial")
    parser.add_argument("--limit", type=float, default=180.0, help="seconds for a run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--recensio", default=installed(), help="the command that is measured")
    options = parser.parse_args()
    options.schema = options.schema.resolve()
    return options


def _asked(case: Case, only: str) -> bool:
    return not only or case.name.startswith(tuple(only.split(",")))


def _run(case: Case, options: argparse.Namespace) -> dict[str, list[Taken]]:
    """Run every engine of the case in turn, as often as is asked for, and print its rows."""
    runs: dict[str, list[Taken]] = {name: [] for name in case.engines}
    for _ in range(min(options.rounds, case.rounds)):
        for name, taken in _round(case, runs, options):
            runs[name].append(taken)
    for row in rows(case, runs):
        print(row, flush=True)
    return runs


def _round(
    case: Case, runs: dict[str, list[Taken]], options: argparse.Namespace
) -> Iterator[tuple[str, Taken]]:
    """Each engine once; one that ran out of time is not run again."""
    for name in case.engines:
        if name != options.without and all(taken.ended for taken in runs[name]):
            engine = ENGINES[name](options.recensio)
            yield name, engine.run(options.schema, case.folder, case.files, options.limit)


if __name__ == "__main__":
    main()
