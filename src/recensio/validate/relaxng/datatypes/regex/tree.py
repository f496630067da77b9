"""A regular expression, read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from recensio.validate.relaxng.datatypes.regex.charsets import CharSet


@dataclass(frozen=True, slots=True)
class Chars:
    """One character of a set."""

    chars: CharSet


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after another."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    branches: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """The same again: at least so often, at most so often (None: any number)."""

    node: Node
    least: int
    most: int | None


Node: TypeAlias = Chars | Sequence | Choice | Repeat
