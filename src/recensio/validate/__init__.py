"""A corpus is checked; problems only, nothing is changed.

To add a kind of check: write a module with a function from a corpus to problems, name it in
`Check` and in `_checked`, add a code for each finding to the catalogue and a fixture to
tests/problems. Each check is imported when it runs: `--only schema` is to start at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem
from recensio.validate.choice import Choice, choice_of

if TYPE_CHECKING:
    from recensio.model.document import Corpus, Document

K = TypeVar("K")


class Check(StrEnum):
    """The kinds of checks, as `--only` names them."""

    SCHEMA = "schema"
    SCHEMATRON = "schematron"
    INTEGRITY = "integrity"
    APPARATUS = "apparatus"


EVERY_CHECK: Final = frozenset(Check)
OF_SCHEMAS: Final = frozenset({Check.SCHEMA, Check.SCHEMATRON})


def validate(
    corpus: Corpus,
    schema: Path | None,
    only: frozenset[Check] = EVERY_CHECK,
    jobs: int = 1,
    say: Callable[[str], object] = lambda _words: None,
) -> Iterator[Problem]:
    """Every problem of the corpus, check by check, with as many processes as `jobs`.

    `say` is told which check begins.

    `schema` is what all documents are held to, a RELAX NG schema with the Schematron rules beside
    it or in it; without one each document is held to the local schemas that it names itself.
    Raises CannotGoOn if `schema` cannot be used.
    """
    yield from _told_once(_found(_Schemas(corpus, schema, jobs), corpus, only, say), only)


def _found(
    schemas: _Schemas, corpus: Corpus, only: frozenset[Check], say: Callable[[str], object]
) -> Iterator[Problem]:
    if only & OF_SCHEMAS:
        yield from schemas.missing()
    for check in Check:
        if check in only:
            say(f"checking {check}")
            yield from _checked(check, corpus, schemas)


def _told_once(problems: Iterator[Problem], only: frozenset[Check]) -> Iterator[Problem]:
    """The problems without those that two checks find: an identifier used twice, no such day."""
    wrong_values: set[Location] = set()
    for found in problems:
        if found.code == "TEI006":
            wrong_values.add(found.location)
        twice = found.code == "TEI011" and Check.INTEGRITY in only
        if not twice and not (found.code == "TEI073" and found.location in wrong_values):
            yield found


def _checked(check: Check, corpus: Corpus, schemas: _Schemas) -> Iterator[Problem]:
    if check is Check.SCHEMA:
        yield from schemas.grammars()
    elif check is Check.SCHEMATRON:
        yield from schemas.rules()
    elif check is Check.INTEGRITY:
        from recensio.validate.integrity import integrity

        yield from integrity(corpus)
    else:
        from recensio.validate.apparatus import apparatus

        yield from apparatus(corpus)


class _Schemas:
    """The documents of a corpus by the schemas that they are held to."""

    def __init__(self, corpus: Corpus, given: Path | None, jobs: int) -> None:
        self._corpus = corpus
        self._given = given
        self._jobs = jobs
        self._choices = [choice_of(Path(each.path), given) for each in corpus.documents]

    def missing(self) -> Iterator[Problem]:
        """What is wrong with the schemas that documents name, said once for each schema."""
        alike: dict[str, list[Problem]] = {}
        for choice in self._choices:
            for found in choice.problems:
                alike.setdefault(found.message, []).append(found)
        for message, (first, *others) in alike.items():
            count = f" (and {len(others)} more documents)" if others else ""
            yield replace(first, message=message + count)

    def grammars(self) -> Iterator[Problem]:
        """What is not valid."""
        from recensio.validate.grammar import grammar

        for file, part in self._parts(lambda choice: [choice.grammar]):
            if file is not None:
                yield from self._going_on(grammar(part, file))

    def rules(self) -> Iterator[Problem]:
        """The Schematron rules that are broken."""
        from recensio.validate.schematron import rules

        for (file, phase), part in self._parts(lambda choice: choice.rules):
            yield from self._going_on(rules(part, file, phase, self._jobs))

    def _parts(self, keys: Callable[[Choice], Iterable[K]]) -> Iterator[tuple[K, Corpus]]:
        """The documents of each schema as a corpus, in the order of the edition."""
        parts: dict[K, list[Document]] = {}
        for document, choice in zip(self._corpus.documents, self._choices, strict=True):
            for key in keys(choice):
                parts.setdefault(key, []).append(document)
        for key, documents in parts.items():
            yield key, replace(self._corpus, documents=tuple(documents))

    def _going_on(self, problems: Iterator[Problem]) -> Iterator[Problem]:
        """The problems; a schema that a document names itself does not stop the others."""
        try:
            yield from problems
        except CannotGoOn as failure:
            if self._given:
                raise
            yield from failure.problems
