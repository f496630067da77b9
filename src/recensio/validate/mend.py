"""Fixes applied to the contents of files: new contents, what they mended, what they did not.

Nothing is read or written here. A fix is kept only if the edition, checked again, has fewer
problems of its kind, every file that was well-formed still is, and none has more errors, or as
many and more warnings. So a fix may bring to light what was hidden, but not do harm.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from recensio.model.catalogue import Severity
from recensio.model.problem import Edit, Problem
from recensio.tei.source import Source

Contents: TypeAlias = Mapping[str, bytes]
Check: TypeAlias = Callable[[Contents], Sequence[Problem]]
"""The problems of the edition with these contents in the place of the files."""

Reader: TypeAlias = Callable[[str], bytes]

ROUNDS: Final = 5
TRIALS: Final = 40
"""How often the edition is checked at most; each fix that does harm takes several to be found."""

HASTY: Final = 12
"""With so many checks left, fixes are no longer held to bring nothing new one by one."""

_ADDED: Final = re.compile(r"\s+([^\s=<>]+)=")

UNREADABLE: Final = frozenset({"SRC001", "SRC003", "SRC004"})


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of the fixes.

    `contents` are those of the files that changed, `mended` the problems that are gone by their
    fixes, `refused` those whose fix would have made things worse, `remaining` what is wrong now,
    those without their fixes.
    """

    contents: Contents
    mended: tuple[Problem, ...]
    refused: tuple[Problem, ...]
    remaining: tuple[Problem, ...]


def mend(problems: Sequence[Problem], read: Reader, check: Check) -> Mended:
    """Apply the fixes of `problems`, then those of what remains, until nothing more is mended.

    `read` gives the content of a file as it stands now.
    """
    bench = _Bench(read, check, tuple(problems))
    for _round in range(ROUNDS):
        if not bench.round():
            break
    remaining = tuple(map(bench.without_refused_fix, bench.problems))
    return Mended(bench.contents, tuple(bench.mended), tuple(bench.refused), remaining)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap; those at one place keep their order."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


@dataclass(slots=True)
class _Bench:
    """The state of the work: new contents, and the problems that they have."""

    read: Reader
    check: Check
    problems: tuple[Problem, ...]
    contents: dict[str, bytes] = field(default_factory=dict)
    mended: list[Problem] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    trials: int = TRIALS

    def round(self) -> bool:
        """Apply what fixes there are; whether anything was mended."""
        waiting = _compatible([p for p in self.problems if p.fix and not self._was_refused(p)])
        base = dict(self.contents)
        kept: list[Problem] = []
        groups = [waiting] if waiting else []
        while groups and self.trials:
            if self.trials == HASTY:
                groups = [[each for group in groups for each in group]]
            group = groups.pop(0)
            self.trials -= 1
            if self._holds(base, kept, group):
                kept += group
            elif len(group) == 1:
                self.refused += group
            else:
                middle = len(group) // 2
                groups[:0] = [group[:middle], group[middle:]]
        self.mended += kept
        return bool(kept)

    def _holds(self, base: Contents, kept: Sequence[Problem], group: Sequence[Problem]) -> bool:
        """Whether things are better with the fixes of `group` too; then that is the new state."""
        contents = self._changed(base, [*kept, *group])
        if contents is None:
            return False
        found = tuple(self.check(contents))
        one_by_one = len(group) > 1 and self.trials >= HASTY
        worse = _has_new_kinds if one_by_one else _is_worse
        if worse(self.problems, found) or not _fewer(group, self.problems, found):
            return False
        self.contents, self.problems = contents, found
        return True

    def _changed(self, base: Contents, wanted: Iterable[Problem]) -> dict[str, bytes] | None:
        """The contents after these fixes; none if an edit is of no use for its file."""
        contents = dict(base)
        for path, edits in _by_file(wanted).items():
            content = contents[path] if path in contents else self.read(path)
            try:
                source = Source.decoded(path, content)
                if any(edit.end > len(source.text) for edit in edits):
                    return None
                contents[path] = source.encoded(applied(source.text, edits))
            except ValueError:
                return None
        return contents

    def without_refused_fix(self, problem: Problem) -> Problem:
        """The problem, without its fix if that was found to do harm."""
        return replace(problem, fix=None) if self._was_refused(problem) else problem

    def _was_refused(self, problem: Problem) -> bool:
        return any(_sign(problem) == _sign(refused) for refused in self.refused)


def _is_worse(before: Sequence[Problem], after: Sequence[Problem]) -> bool:
    """Whether a file became unreadable, or has more errors, or as many and more warnings."""
    were, are = _by_severity(before), _by_severity(after)
    return bool(_unreadable(after) - _unreadable(before)) or any(
        are[path] > were.get(path, (0, 0)) for path in are
    )


def _has_new_kinds(before: Sequence[Problem], after: Sequence[Problem]) -> bool:
    """Whether a file has more errors or warnings of any kind, be others gone or not."""
    were, are = (
        Counter(_kind(each) for each in problems if each.severity is not Severity.INFO)
        for problems in (before, after)
    )
    return any(are[kind] > were[kind] for kind in are)


def _fewer(group: Sequence[Problem], before: Sequence[Problem], after: Sequence[Problem]) -> bool:
    """Whether of every kind that the group would mend there is less in the file."""
    were, are = (Counter(map(_kind, problems)) for problems in (before, after))
    return all(are[kind] < were[kind] for kind in map(_kind, group))


def _kind(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.location.path


def _by_severity(problems: Iterable[Problem]) -> dict[str, tuple[int, int]]:
    """How many errors and warnings each file has."""
    counts = Counter((problem.location.path, problem.severity) for problem in problems)
    return {
        path: (counts[path, Severity.ERROR], counts[path, Severity.WARNING]) for path, _ in counts
    }


def _unreadable(problems: Iterable[Problem]) -> frozenset[str]:
    return frozenset(each.location.path for each in problems if each.code in UNREADABLE)


def _sign(problem: Problem) -> tuple[str, str, str, str | None]:
    """What a problem is known by when its line has moved."""
    place = problem.location
    return problem.code, problem.message, place.path, place.xpath


def _of(problem: Problem) -> tuple[Edit, ...]:
    return problem.fix.edits if problem.fix else ()


def _by_file(problems: Iterable[Problem]) -> dict[str, list[Edit]]:
    """The edits of each file; one that several fixes share is made once."""
    files: dict[str, list[Edit]] = {}
    for edit in dict.fromkeys(edit for problem in problems for edit in _of(problem)):
        files.setdefault(edit.path, []).append(edit)
    return files


def _compatible(problems: Iterable[Problem]) -> list[Problem]:
    """The problems whose fixes can be made at once; of two that overlap, the first."""
    taken: dict[str, _Taken] = defaultdict(_Taken)
    chosen = []
    for problem in problems:
        if _of(problem) and all(taken[edit.path].has_room(edit) for edit in _of(problem)):
            chosen.append(problem)
            for edit in _of(problem):
                taken[edit.path].take(edit)
    return chosen


@dataclass(slots=True)
class _Taken:
    """The places of a file that are edited already, none within another."""

    edits: list[Edit] = field(default_factory=list)
    attributes: set[tuple[int, str]] = field(default_factory=set)

    def has_room(self, edit: Edit) -> bool:
        """Whether the edit is there already or touches none of the others."""
        at = bisect_right(self.edits, edit.start, key=_start)
        if any(same == edit for same in self._at(edit.start)):
            return True
        neighbours = self.edits[max(at - 1, 0) : at + 1]
        overlaps = any(edit.start < n.end and n.start < edit.end for n in neighbours)
        return not overlaps and _attribute(edit) not in self.attributes

    def take(self, edit: Edit) -> None:
        """Remember an edit for which there is room."""
        if any(same == edit for same in self._at(edit.start)):
            return
        insort(self.edits, edit, key=lambda each: (each.start, each.end))
        attribute = _attribute(edit)
        if attribute:
            self.attributes.add(attribute)

    def _at(self, start: int) -> list[Edit]:
        first = bisect_left(self.edits, start, key=_start)
        return self.edits[first : bisect_right(self.edits, start, key=_start)]


def _start(edit: Edit) -> int:
    return edit.start


def _attribute(edit: Edit) -> tuple[int, str] | None:
    """Place and name of an attribute that an edit adds: a tag can have but one of the name."""
    added = _ADDED.match(edit.text) if edit.start == edit.end else None
    return (edit.start, added[1]) if added else None
