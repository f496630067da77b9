"""Collation of invented witnesses: quality and time, beside CollateX where it is installed.

    python -m benchmarks.collation [--seeds 20] [--collatex PYTHON] [--book]

`--collatex` names a Python that has CollateX (GPL; never needed by this project): every case is
then given to it too, for at most as many seeds as `--collatex-seeds` says. `--book` collates ten
witnesses of 100,000 words in a process of its own. The kinds of cases and what counts as right
stand in `copying.py`; seeds below 100 were in view when the program was made.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean
from typing import Final, NamedTuple

from benchmarks.copying import KINDS, Copied, Kind, Places, Score, score, witnesses
from benchmarks.machine import described
from recensio.collate import collate
from recensio.collate.table import Table
from recensio.collate.tokens import Token, WitnessText

FIRST: Final = 1000
"""The first seed; those below 100 were in view when the program was made."""

LENGTHS: Final = (
    Kind("prose", length=200),
    Kind("prose", length=1000),
    Kind("prose", length=2000),
)
BOOK: Final = Kind("book", witnesses=10, length=100_000, words=20_000)
ALONE: Final = "--alone"
EMPTY: Final = Score(0, 0, 0)
COLLATEX: Final = """
import collatex, json, sys, time
given = json.load(sys.stdin)
start = time.process_time()
table = collatex.collate(given, segmentation=False, near_match=False)
seconds = time.process_time() - start
rows = [[0] * len(witness["tokens"]) for witness in given["witnesses"]]
for place, row in enumerate(table.rows):
    for number, cell in enumerate(row.cells):
        for token in cell or ():
            rows[place][token.token_data["i"]] = number
json.dump({"seconds": seconds, "rows": rows}, sys.stdout)
"""


class Result(NamedTuple):
    """Of one engine and kind: pairs in rows, with moved words too, seconds of CPU a case."""

    table: Score
    moves: Score
    seconds: float


def main() -> None:
    """Run the cases and print a row for each kind."""
    options = _options()
    if options.alone:
        print(json.dumps(_book()))
        return
    print(f"{described()}\n")
    print("| kind | witnesses x words | F1 | F1 of rows | precision | recall | s | CollateX | s |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for kind in (*KINDS, *LENGTHS):
        ours = run(kind, range(FIRST, FIRST + options.seeds))
        theirs = ""
        if options.collatex:
            seeds = range(FIRST, FIRST + min(options.seeds, options.collatex_seeds))
            paired, other = run(kind, seeds), _collatex(options.collatex, kind, seeds)
            theirs = f"{other.table.f1:.3f} (ours {paired.moves.f1:.3f}) | {other.seconds:.2f}"
        print(f"{_row(kind, ours)} {theirs or ' | '} |", flush=True)
    if options.book:
        print(_described_book())


def run(kind: Kind, seeds: Iterable[int]) -> Result:
    """Collate the cases of a kind and score them."""
    scored = [_scored(witnesses(kind, seed)) for seed in seeds]
    return Result(
        sum((each.table for each in scored), EMPTY),
        sum((each.moves for each in scored), EMPTY),
        mean(each.seconds for each in scored),
    )


def _scored(copies: Sequence[Sequence[Copied]]) -> Result:
    start = time.process_time()
    table = collate(_texts(copies)).value
    seconds = time.process_time() - start
    return Result(score(copies, rows_of(table)), score(copies, rows_of(table, moved=True)), seconds)


def rows_of(table: Table, moved: bool = False) -> Places:
    """For each witness the rows of its tokens; `moved` words count where the others have them."""
    homes = {
        (here, place): there
        for move in table.moves
        for here, there in zip(move.here, move.there, strict=True)
        for place in move.movers
    }
    found: list[list[int]] = [[] for _ in table.sigla]
    for row, column in enumerate(table.columns):
        for place, token in enumerate(column):
            if token is not None:
                found[place].append(homes.get((row, place), row) if moved else row)
    return found


def _texts(copies: Sequence[Sequence[Copied]]) -> list[WitnessText]:
    known: dict[str, Token] = {}
    return [
        WitnessText(
            str(number),
            tuple(known.setdefault(each.word, Token(each.word, each.word)) for each in copy),
        )
        for number, copy in enumerate(copies)
    ]


def _collatex(python: Path, kind: Kind, seeds: Iterable[int]) -> Result:
    total, seconds = EMPTY, []
    for seed in seeds:
        copies = witnesses(kind, seed)
        listed = [
            {
                "id": str(number),
                "tokens": [{"t": w.word + " ", "n": w.word, "i": i} for i, w in enumerate(copy)],
            }
            for number, copy in enumerate(copies)
        ]
        ran = subprocess.run(
            [python, "-c", COLLATEX],
            input=json.dumps({"witnesses": listed}),
            capture_output=True,
            text=True,
            check=True,
        )
        answer = json.loads(ran.stdout)
        total += score(copies, answer["rows"])
        seconds.append(answer["seconds"])
    return Result(total, total, mean(seconds))


def _row(kind: Kind, result: Result) -> str:
    moves = result.moves
    return (
        f"| {kind.name} | {kind.witnesses} x {kind.length:,} | **{moves.f1:.3f}** "
        f"| {result.table.f1:.3f} | {moves.right / moves.found:.3f} "
        f"| {moves.right / moves.wanted:.3f} | {result.seconds:.3f} |"
    )


def _described_book() -> str:
    """The run at book length and at half of it, each in a process of its own."""
    lines = [
        "",
        "| words in each of ten | columns | F1 | s | peak MiB |",
        "| --- |" + " ---: |" * 4,
    ]
    for length in (BOOK.length // 2, BOOK.length):
        command = [sys.executable, "-m", "benchmarks.collation", ALONE, str(length)]
        answer = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        lines.append(
            f"| {length:,} | {answer['columns']:,} | {answer['f1']:.3f} "
            f"| {answer['seconds']:.0f} | {answer['mebibytes']:.0f} |"
        )
    return "\n".join(lines)


def _book() -> dict[str, float]:
    """One case of book length; the peak is read before the score is reckoned."""
    copies = witnesses(replace(BOOK, length=int(sys.argv[-1])), FIRST)
    start = time.process_time()
    table = collate(_texts(copies)).value
    seconds = time.process_time() - start
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    f1 = score(copies, rows_of(table, moved=True)).f1
    return {"columns": len(table.columns), "f1": f1, "seconds": seconds, "mebibytes": peak}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=20, help="cases of each kind")
    parser.add_argument("--collatex", type=Path, default=os.environ.get("COLLATEX_PYTHON"))
    parser.add_argument("--collatex-seeds", type=int, default=5)
    parser.add_argument("--book", action="store_true", help="ten witnesses of 100,000 words")
    parser.add_argument(ALONE, type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
