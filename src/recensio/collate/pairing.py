"""The best alignment of two short stretches of columns, gaps costing by their number and length.

Dynamic programming with three states (Needleman and Wunsch, 1970; Gotoh, 1982). Columns are scored
by all pairs of their words, so that a column in which few witnesses have a word is cheap to leave
alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recensio.collate.columns import Column
from recensio.collate.vocabulary import Vocabulary

OPEN: Final = -0.35
EXTEND: Final = -0.2
"""What it costs to leave a word without its like, the first and each further one on end."""

RESID: Final = -0.25
NEVER: Final = float("-inf")
TOGETHER, ABOVE, BESIDE = range(3)
"""The states: two columns together; one of the first side alone; one of the second side alone."""


def paired(
    one: Sequence[Column], other: Sequence[Column], sizes: tuple[int, int], words: Vocabulary
) -> Iterator[tuple[int, int]]:
    """The pairs of the best alignment, last first; `sizes` are the witnesses of either side."""
    cells = _scores(one, other, sizes, words)
    steps, state = _steps(cells, _shares(one, sizes[0]), _shares(other, sizes[1]))
    row, place = len(one), len(other)
    while row and place:
        step = steps[row][place]
        if state == TOGETHER:
            row, place = row - 1, place - 1
            yield row, place
            state = step % 3
        elif state == ABOVE:
            row -= 1
            state = step // 3 % 3
        else:
            place -= 1
            state = step // 9


def column_score(one: Column, other: Column, words: Vocabulary) -> float:
    """The sum of the scores of all pairs of words of two columns."""
    return sum(
        count * often * words.score(word, theirs)
        for word, count in one.words.items()
        for theirs, often in other.words.items()
    )


def _scores(
    one: Sequence[Column], other: Sequence[Column], sizes: tuple[int, int], words: Vocabulary
) -> list[list[float]]:
    whole = sizes[0] * sizes[1]
    if whole == 1:
        score, theirs = words.score, [next(iter(column.words)) for column in other]
        return [[score(word, their) for their in theirs] for c in one for word in c.words]
    here, there = _shares(one, sizes[0]), _shares(other, sizes[1])
    return [
        [
            column_score(mine, theirs, words) / whole + RESID * (a + b - 2 * a * b)
            for theirs, b in zip(other, there, strict=True)
        ]
        for mine, a in zip(one, here, strict=True)
    ]


def _shares(columns: Sequence[Column], size: int) -> list[float]:
    """For each column the share of its witnesses that have a word there."""
    return [len(column.tokens) / size for column in columns]


def _steps(
    cells: list[list[float]], here: list[float], there: list[float]
) -> tuple[list[list[int]], int]:
    """For every cell from which state each of its states came; and the state of the last cell.

    The three states that a cell's states came from are the digits of one number, base three.
    """
    opened, widened = [OPEN * s for s in there], [EXTEND * s for s in there]
    together, above, beside = _first_row(opened, widened)
    steps = [[BESIDE * 9] * (len(there) + 1)]
    for share, scores in zip(here, cells, strict=True):
        alone, further = OPEN * share, EXTEND * share
        best = max(together[0] + alone, above[0] + further)
        new_together, new_above, new_beside = [NEVER], [best], [NEVER]
        row = [ABOVE * 3 if above[0] + further >= together[0] + alone else 0]
        m = b = NEVER
        a = best
        for j, score in enumerate(scores):
            # Where two ways are equally good, words stand together as late as they can.
            x, y, z = together[j], above[j], beside[j]
            if x >= y and x >= z:
                step, best = 0, x
            elif y >= z:
                step, best = 1, y
            else:
                step, best = 2, z
            x, y = m + opened[j], b + widened[j]
            z = a + opened[j]
            if y >= x and y >= z:
                step, b = step + 18, y
            elif x >= z:
                b = x
            else:
                step, b = step + 9, z
            m = best + score
            x, y = together[j + 1] + alone, above[j + 1] + further
            if y >= x:
                step, a = step + 3, y
            else:
                a = x
            new_together.append(m)
            new_above.append(a)
            new_beside.append(b)
            row.append(step)
        together, above, beside = new_together, new_above, new_beside
        steps.append(row)
    ends = (together[-1], above[-1], beside[-1])
    return steps, ends.index(max(ends))


def _first_row(
    opened: list[float], widened: list[float]
) -> tuple[list[float], list[float], list[float]]:
    beside = [NEVER]
    for j, cost in enumerate(widened):
        beside.append(beside[-1] + cost if j else opened[0])
    never = [NEVER] * len(opened)
    return [0.0, *never], [NEVER, *never], beside
