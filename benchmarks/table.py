"""The table of the runs, in Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Final

from benchmarks.cases import EMPTY, ENGINES, OURS, THEIRS, Case, Measure
from benchmarks.engines import Taken

COLUMNS: Final = tuple(name for name in ENGINES if name != EMPTY)
HEAD: Final = (
    f"| documents | | {' | '.join(COLUMNS)} | ratio | aim |\n"
    f"| --- | --- |{' ---: |' * (len(COLUMNS) + 1)} --- |"
)

Runs = Mapping[str, Sequence[Taken]]


def rows(case: Case, runs: Runs) -> Iterator[str]:
    """A row for each measure of a case; its title stands in the first only."""
    size = sum((case.folder / name).stat().st_size for name in case.files) / 1e6
    title = case.title
    if len(case.files) > 1 or size >= 0.1:
        number = f"{len(case.files):,} " if len(case.files) > 1 else ""
        title = f"{number}{case.title}, {size:.1f} MB"
    for measure in case.measures:
        cells = (_cell(measure, runs, name) for name in COLUMNS)
        every = (title, measure.name, *cells, _ratio(measure, runs), measure.aim)
        yield f"| {' | '.join(every)} |"
        title = ""


def disagreements(runs: Iterable[tuple[Case, Runs]]) -> str:
    """How many files each engine judges otherwise than jing does in the same round, in a line."""
    judged, differing = Counter[str](), Counter[str]()
    for case, of_case in runs:
        for name, taken in of_case.items():
            if name != THEIRS and taken and taken[0].ended:
                judged[name] += len(case.files)
                differing[name] += len(taken[0].invalid ^ of_case[THEIRS][0].invalid)
    return ", ".join(f"{name} {differing[name]} of {judged[name]:,} files" for name in judged)


def _cell(measure: Measure, runs: Runs, column: str) -> str:
    """The median; what was measured without our cache stands in our column."""
    name = EMPTY if column == OURS and EMPTY in runs else column
    if not runs.get(name):
        return ""
    value = format(median(measure.of(taken) for taken in runs[name]), measure.form)
    return value if all(taken.ended for taken in runs[name]) else f"over {value}"


def _ratio(measure: Measure, runs: Runs) -> str:
    one, other = (map(measure.of, runs[name]) for name in measure.ratio)
    return format(median(a / b for a, b in zip(one, other, strict=False)), ".2f")
