"""What is to be checked: the files of an edition, by which schema, in which kinds of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from recensio.model.failure import CannotGoOn
from recensio.model.problem import Problem
from recensio.tei.content import content_of
from recensio.validate import EVERY_CHECK, OF_SCHEMAS, Check, validate
from recensio.validate.choice import Choice, chosen, named_in

if TYPE_CHECKING:
    from recensio.project import Project

Say: TypeAlias = Callable[[str], object]
SCHEMA_ONLY: Final = frozenset({Check.SCHEMA})


@dataclass(frozen=True)
class Selection:
    """The files of one edition and how they are to be checked."""

    project: Project
    schema: Path | None = None
    checks: frozenset[Check] = EVERY_CHECK
    xinclude: bool = True
    jobs: int = 1

    @property
    def given(self) -> Path | None:
        """The schema that is given for all documents."""
        return self.schema or self.project.schema

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """What each file is held to, in their order."""
        if self.given:
            return (chosen(self.given),) * len(self.project.files)
        return tuple(named_in(path) for path, _kind in self.project.files)

    @property
    def of_schemas(self) -> bool:
        """Whether a schema would make a difference."""
        return bool(self.checks & OF_SCHEMAS)

    def problems(self, say: Say = lambda _words: None) -> Iterator[Problem]:
        """Every problem of the files, as it is found; `say` is told what is being done.

        Raises CannotGoOn if the schema that is given cannot be used.
        """
        if self.checks == SCHEMA_ONLY:
            yield from self._by_file(say)
        else:
            yield from self._as_edition(say)

    def _by_file(self, say: Say) -> Iterator[Problem]:
        """The files one by one, as they are written; no tree is made of them.

        What includes other files is put together first, after all the others.
        """
        whole: list[Path] = []
        plain: dict[Path, list[tuple[Path, Path]]] = {}
        for (path, _kind), choice in zip(self.project.files, self.choices, strict=True):
            if choice.grammar is None or (choice.problems and self._put_together(path)):
                whole.append(path)
            else:
                yield from choice.problems
                plain.setdefault(choice.grammar, []).append((path, choice.grammar))
        say(f"checking {len(self.project.files):,} files")
        for choices in plain.values():
            yield from self._against(choices, whole)
        if whole:
            wanted = frozenset(whole)
            files = tuple(each for each in self.project.files if each[0] in wanted)
            project = replace(self.project, files=files)
            yield from replace(self, project=project)._as_edition(say)

    def _against(
        self, choices: Sequence[tuple[Path, Path]], whole: list[Path]
    ) -> Iterator[Problem]:
        """The files against their schemas; those that include others are added to `whole`."""
        from recensio.validate.relaxng.batch import validate_files

        try:
            yield from validate_files(choices, self.jobs, whole if self.xinclude else None)
        except CannotGoOn as failure:
            if self.given:
                raise
            yield from failure.problems

    def _put_together(self, path: Path) -> bool:
        """Whether a file includes others that are to be put into it."""
        from recensio.validate.relaxng.batch import includes

        try:
            return self.xinclude and includes(content_of(path))
        except OSError:
            return False

    def _as_edition(self, say: Say) -> Iterator[Problem]:
        """The documents after inclusion, all together."""
        from recensio.corpus import read_corpus

        say(f"reading {len(self.project.files):,} files")
        any_xml = self.checks == SCHEMA_ONLY
        try:
            outcome = read_corpus(self.project, self.xinclude, any_xml)
        except CannotGoOn as failure:
            # None of the files can be read; why is what is wrong with them.
            yield from failure.problems
            return
        yield from outcome.problems
        yield from validate(outcome.value, self.given, self.checks, self.jobs, say)
