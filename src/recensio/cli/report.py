"""Problems as text for people, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import typer

from recensio.model.catalogue import Severity, catalogue
from recensio.model.problem import Problem

if TYPE_CHECKING:
    from recensio.cli.excerpt import Excerpts

COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
AT_MOST: Final = 10
"""Problems of one code that are printed; the rest is counted."""

ALIKE: Final = 5
"""Problems of one message that are printed."""

REMEMBERED: Final = 200
"""Messages of one code that are counted each, so that a million problems need no more room."""

NAMED: Final = 5
"""Messages of one code that the last lines name."""


@dataclass(slots=True)
class Tally:
    """How many problems have passed, by severity, and how many of them can be mended."""

    counts: Counter[Severity] = field(default_factory=Counter)
    fixable: int = 0

    def counting(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems, counted on their way."""
        for problem in problems:
            self.counts[problem.severity] += 1
            self.fixable += problem.fix is not None
            yield problem

    def exit_code(self, strict: bool = False) -> int:
        """1 if there is an error, or with `strict` a warning."""
        return int(bool(self.counts[Severity.ERROR] or (strict and self.counts[Severity.WARNING])))

    def __str__(self) -> str:
        """The counts in words."""
        return in_words(self.counts)


@dataclass(slots=True)
class _OfOneCode:
    """What was seen of a code: how many problems, how many printed, how many of each message."""

    seen: int = 0
    printed: int = 0
    messages: Counter[str] = field(default_factory=Counter)
    folded: Counter[str] = field(default_factory=Counter)

    def shows(self, problem: Problem) -> bool:
        """Whether this problem is printed or folded into those before it."""
        self.seen += 1
        known = problem.message in self.messages
        if known or len(self.messages) < REMEMBERED:
            self.messages[problem.message] += 1
        if self.printed < AT_MOST and self.messages[problem.message] <= ALIKE:
            self.printed += 1
            return True
        if known or problem.message in self.messages:
            self.folded[problem.message] += 1
        return False


def as_text(
    problems: Iterable[Problem], everything: bool = False, excerpts: bool = False
) -> Iterator[str]:
    """Each problem as "path:line:column: severity CODE message", its remedy below it.

    Of each message the first five are printed, of each code the first ten, unless `everything`
    is asked for; the last lines count the others. With `excerpts` the line of the file is shown.
    """
    codes: dict[str, _OfOneCode] = {}
    lines = _excerpts() if excerpts else None
    for problem in problems:
        of_its_code = codes.setdefault(problem.code, _OfOneCode())
        if everything or of_its_code.shows(problem):
            yield from _lines(problem, lines)
    if not everything:
        yield from _folded(codes)


def _excerpts() -> Excerpts:
    from recensio.cli.excerpt import Excerpts

    return Excerpts()


def summary(problems: Iterable[Problem]) -> str:
    """How many problems of each severity there are, in words."""
    return in_words(Counter(problem.severity for problem in problems))


def in_words(counts: Mapping[Severity, int]) -> str:
    """The counts as a phrase: "2 errors, 1 warning"."""
    words = [f"{counts[s]:,} {_plural(s, counts[s])}" for s in Severity if counts.get(s)]
    return ", ".join(words) or "no problems"


def _lines(problem: Problem, excerpts: Excerpts | None) -> Iterator[str]:
    severity = typer.style(problem.severity.value, fg=COLOURS[problem.severity], bold=True)
    place = f"{problem.location}: " if problem.location.path else ""
    yield f"{place}{severity} {problem.code} {problem.message}"
    for line in excerpts.of(problem.location) if excerpts else ():
        yield typer.style(f"    {line}", dim=True)
    if problem.expected:
        yield f"    expected: {', '.join(problem.expected)}"
    if problem.hint and not (problem.fix and problem.fix.title == problem.hint):
        yield f"    {problem.hint}"
    if problem.fix:
        yield f"    fix: {problem.fix.title}"


def _folded(codes: Mapping[str, _OfOneCode]) -> Iterator[str]:
    """A line for each code of which not all was printed, and its most frequent messages."""
    for code, seen in codes.items():
        rest = seen.seen - seen.printed
        if not rest:
            continue
        title = catalogue()[code].title.lower()
        yield f"{rest:,} more of {code} ({title}); --all shows them"
        for message, count in seen.folded.most_common(NAMED):
            if count > 1:
                yield f"    {count:,} times more: {message}"


def _plural(severity: Severity, count: int) -> str:
    return severity.value if count == 1 or severity is Severity.INFO else f"{severity.value}s"
