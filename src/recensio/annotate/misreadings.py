"""Misreadings: which name a misspelt or machine-misread word most likely is.

A word is compared in two ways: letters that a machine confuses count as the same (rn and m), and
one letter may be missing, added, exchanged with its neighbour or replaced by a similar one. Words
are found by their deletions (Garbe's SymSpell), so the cost does not grow with the register.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

CONFUSED: Final = (
    ("rn", "m"), ("ri", "n"), ("ii", "n"), ("iu", "m"), ("ju", "m"), ("ij", "n"), ("vv", "w"),
    ("cl", "d"), ("li", "h"), ("lj", "h"), ("tr", "n"), ("ie", "e"), ("0", "o"), ("1", "l"),
)  # fmt: skip
"""Letters that look alike in print, as a machine reads them."""

SIMILAR: Final = tuple(
    map(
        frozenset,
        ("aeo", "ceo", "uvn", "hbkn", "hk", "ilj", "ft", "gq", "nm", "rn", "sz", "bdp", "iae"),
    )
)
"""Letters of which one may stand for another."""

SHORTEST: Final = 5
"""The least length of a misread word; the name must be longer."""

INFLECTED: Final = re.compile(r"(?:a|i|s|u|e|in|ova|na|skaja)$")
"""What a change at the end makes another form or another person: Smirnova, the Smirnovs."""


class Misreadings:
    """The names that may be misread, by what is left of each when one letter is taken away."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(name for name in names if len(name) > SHORTEST)
        self._longest = max(map(len, self._names), default=0)
        self._by_deletion: dict[str, set[str]] = {}
        self._by_look: dict[str, set[str]] = {}
        for name in self._names:
            for shorter in (name, *_deletions(name)):
                self._by_deletion.setdefault(shorter, set()).add(name)
            self._by_look.setdefault(_look(name), set()).add(name)

    def of(self, word: str) -> tuple[str, ...]:
        """The names of which the word (a key, none of the names) may be a misreading."""
        if not SHORTEST <= len(word) <= self._longest + 2 or word in self._names:
            return ()
        alike = self._by_look.get(_look(word), set())
        if alike:
            return tuple(sorted(alike))
        near = (self._by_deletion.get(form, set()) for form in (word, *_deletions(word)))
        found = {name for names in near for name in names}
        return tuple(sorted(name for name in found if is_likely(word, name)))


def _deletions(word: str) -> Iterator[str]:
    return (word[:index] + word[index + 1 :] for index in range(len(word)))


def _look(word: str) -> str:
    for letters, other in CONFUSED:
        word = word.replace(letters, other)
    return word


def is_likely(word: str, name: str) -> bool:
    """Whether one small change within the word makes the name."""
    if word[0] != name[0]:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b),
        min(len(word), len(name)),
    )
    rest, other = word[start:], name[start:]
    if len(word) == len(name):
        if rest[:2] == other[1::-1] and rest[2:] == other[2:]:
            return True
        similar = any({rest[0], other[0]} <= letters for letters in SIMILAR)
        return rest[1:] == other[1:] and similar and len(rest) > 1 and len(name) > SHORTEST + 1
    longer, shorter = (rest, other) if len(word) > len(name) else (other, rest)
    if longer[1:] != shorter:
        return False
    # One letter more at the end makes an inflection, an adjective or another person's name.
    at_end = not shorter
    return not at_end or (len(word) < len(name) and not INFLECTED.search(name))
