"""An automaton that matches a text, one character after another, each once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

_STEPS_KEPT: Final = 4096


def automaton(
    classes: Sequence[str],
    of: Sequence[int],
    follow: Sequence[Sequence[int]],
    last: Sequence[int],
) -> Callable[[str], bool]:
    """A function that says whether the whole of a text matches.

    classes: patterns of one character. of: the class of each state. follow: the states that may
    come after each; 0 is the start. last: the states that may be the last.
    """
    tests = [re.compile(source).match for source in classes]
    ends, steps = frozenset(last), dict[tuple[frozenset[int], str], frozenset[int]]()

    def step(states: frozenset[int], char: str) -> frozenset[int]:
        allowed = [test(char) is not None for test in tests]
        following = {after for state in states for after in follow[state]}
        if len(steps) >= _STEPS_KEPT:
            steps.clear()
        steps[states, char] = reached = frozenset(s for s in following if allowed[of[s]])
        return reached

    def matches(text: str) -> bool:
        states = frozenset({0})
        for char in text:
            reached = steps.get((states, char))
            states = step(states, char) if reached is None else reached
            if not states:
                return False
        return not ends.isdisjoint(states)

    return matches
