"""Problems as values: what is wrong, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, Generic, TypeVar

from recensio.model.catalogue import Severity, catalogue

T_co = TypeVar("T_co", covariant=True)
AT_MOST_EXPECTED: Final = 5


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file: line and column count from 1, `xpath` is an absolute path."""

    path: str = ""
    line: int | None = None
    column: int | None = None
    xpath: str | None = None
    xml_id: str | None = None

    def __str__(self) -> str:
        """The place as compilers print it: path:line:column."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters `start` to `end` (offsets in the decoded file) by `text`."""

    path: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that mends a problem."""

    title: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; `code` stands in the catalogue, `expected` holds at most five names."""

    code: str
    severity: Severity
    message: str
    location: Location = field(default_factory=Location)
    hint: str = ""
    expected: tuple[str, ...] = ()
    fix: Fix | None = None

    @property
    def help(self) -> str:
        """Where the code is explained."""
        return f"docs/problems.md#{self.code.lower()}"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """What a stage returns: its value and the problems met on the way."""

    value: T_co
    problems: tuple[Problem, ...] = ()

    def plus(self, *problems: Problem) -> Outcome[T_co]:
        """The same value with more problems."""
        return replace(self, problems=(*self.problems, *problems))


def problem(
    code: str,
    location: Location | None = None,
    *,
    fix: Fix | None = None,
    expected: tuple[str, ...] = (),
    **facts: object,
) -> Problem:
    """A problem of the catalogue, its message and hint filled with `facts`.

    `expected` holds what could stand there, best first; five are kept. Raises KeyError for a code
    that is not in the catalogue or a fact that its message lacks: both are mistakes of ours, not
    of an editor.
    """
    rule = catalogue()[code]
    return Problem(
        code=code,
        severity=rule.severity,
        message=rule.message.format(**facts),
        hint=rule.hint.format(**facts),
        location=location or Location(),
        expected=expected[:AT_MOST_EXPECTED],
        fix=fix,
    )
