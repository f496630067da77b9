"""Regular expressions matched without going back: each character of a text is read once.

What is left to match after some characters is a set of stacks of pending parts, the partial
derivatives of Antimirov. The sets that come up are kept, so that most steps are one look-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

_STEPS_KEPT: Final = 4096

# A part that is pending: its row, and how often a repetition is still to come, at least, at most.
Pending = tuple[int, int, int | None]
# Pending parts, the next one first; () at the end.
Stack = tuple[Any, ...]
States = frozenset[Stack]


class Automaton:
    """A regular expression as `regex.table` writes it."""

    def __init__(self, rows: Sequence[Sequence[Any]]) -> None:
        self.rows = rows
        self.nullable: list[bool] = []
        for row in rows:
            self.nullable.append(self._is_nullable(row))
        self.tests = {row[1]: re.compile(row[1]).match for row in rows if row[0] == "chars"}
        self.steps: dict[tuple[States, str], States] = {}
        self.start: States = frozenset({(self._pending(len(rows) - 1), ())})

    def matches(self, text: str) -> bool:
        """Whether the whole of a text matches."""
        states = self.start
        for char in text:
            reached = self.steps.get((states, char))
            states = self._step(states, char) if reached is None else reached
            if not states:
                return False
        return any(self._may_end(stack) for stack in states)

    def _step(self, states: States, char: str) -> States:
        allowed = {source for source, test in self.tests.items() if test(char)}
        if len(self.steps) >= _STEPS_KEPT:
            self.steps.clear()
        following = {found for stack in states for found in self._first_of(stack)}
        reached = frozenset(rest for source, rest in following if source in allowed)
        self.steps[states, char] = reached
        return reached

    def _first_of(self, stack: Stack) -> Iterator[tuple[str, Stack]]:
        """The classes that may come next, and what is left after each."""
        while stack:
            pending, stack = stack
            yield from self._first(pending, stack)
            if not self._may_lack(pending):
                return

    def _first(self, pending: Pending, rest: Stack) -> Iterator[tuple[str, Stack]]:
        number, least, most = pending
        kind, of = self.rows[number][:2]
        if kind == "chars":
            yield of, rest
        elif kind == "choice":
            for branch in of:
                yield from self._first(self._pending(branch), rest)
        elif kind == "sequence":
            for part in reversed(of):
                rest = (self._pending(part), rest)
            yield from self._first_of_parts(len(of), rest)
        elif most != 0:
            again = (number, max(least - 1, 0), None if most is None else most - 1)
            yield from self._first(self._pending(of), rest if again[2] == 0 else (again, rest))

    def _first_of_parts(self, count: int, stack: Stack) -> Iterator[tuple[str, Stack]]:
        """As `_first_of`, of so many parts of a stack: what comes after is not theirs to say."""
        for _ in range(count):
            pending, stack = stack
            yield from self._first(pending, stack)
            if not self._may_lack(pending):
                return

    def _pending(self, number: int) -> Pending:
        row = self.rows[number]
        if row[0] != "repeat":
            return number, 0, 0
        return number, 0 if self.nullable[row[1]] else row[2], row[3]

    def _may_lack(self, pending: Pending) -> bool:
        number, least, _ = pending
        return least == 0 if self.rows[number][0] == "repeat" else self.nullable[number]

    def _may_end(self, stack: Stack) -> bool:
        while stack and self._may_lack(stack[0]):
            stack = stack[1]
        return not stack

    def _is_nullable(self, row: Sequence[Any]) -> bool:
        match row:
            case ["sequence", parts]:
                return all(self.nullable[part] for part in parts)
            case ["choice", branches]:
                return any(self.nullable[branch] for branch in branches)
            case ["repeat", part, least, _]:
                return bool(least == 0 or self.nullable[part])
            case _:
                return False
