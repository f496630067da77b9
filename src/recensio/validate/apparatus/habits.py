"""What an edition does as a matter of habit is said once and is no fault.

The Guidelines leave much to the editor. A rule that most of a document breaks is not broken there:
the document does it otherwise, and one remark for the whole edition is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from recensio.model.catalogue import Severity
from recensio.model.problem import Problem
from recensio.validate.apparatus.survey import Text


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that gives way to habit.

    `find` yields the breaches in a text, `cases` counts where it could have been broken. It is a
    habit to break it at least `least` times and in `share` of the cases.
    """

    find: Callable[[Text], Iterable[Problem]]
    cases: Callable[[Text], int]
    least: int = 3
    share: float = 0.5

    def is_habit(self, found: int, cases: int) -> bool:
        """Whether so many breaches in so many cases are a habit."""
        return found >= self.least and found > self.share * cases


def settled(rule: Rule, texts: Iterable[Text]) -> Iterator[Problem]:
    """The breaches of the rule, those that are a habit as one piece of information."""
    broken = [(list(rule.find(text)), text) for text in texts]
    counted = [(found, rule.cases(text)) for found, text in broken if found]
    found, cases = sum(len(each) for each, _ in counted), sum(number for _, number in counted)
    everywhere = rule.is_habit(found, cases)
    habitual = [e for e in counted if everywhere or rule.is_habit(len(e[0]), e[1])]
    yield from _once(habitual)
    for each in counted:
        if each not in habitual:
            yield from each[0]


def _once(counted: list[tuple[list[Problem], int]]) -> Iterator[Problem]:
    if len(counted) == 1 and len(counted[0][0]) == 1:
        yield replace(counted[0][0][0], severity=Severity.INFO)
    elif counted:
        found, cases = sum(len(each) for each, _ in counted), sum(number for _, number in counted)
        yield as_habit(counted[0][0][0], f"so {found} times in {cases} cases")


def as_habit(found: Problem, count: str) -> Problem:
    """The problem as a remark on what the edition does throughout."""
    message = f"{found.message} ({count}: taken for the habit of the edition and said once)"
    return replace(found, severity=Severity.INFO, message=message, fix=None)
