"""Many files held to schemas, in one process or several."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.tei.content import content_of
from recensio.validate.relaxng.advice import Advice
from recensio.validate.relaxng.compiled import load_schema
from recensio.validate.relaxng.documents import IllFormed, findings
from recensio.validate.relaxng.faults import SchemaFault
from recensio.validate.relaxng.messages import problem_of
from recensio.validate.relaxng.schema import Schema

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

Choice = tuple[Path, Path]
"""A file and the schema that it is held to."""

Found = tuple[Iterable[Problem], list[Path]]
"""Problems of some files, and those of the files that include others."""

PARALLEL_FROM: Final = 8_000_000
"""Bytes of documents that repay the start of a second process."""

CHUNK: Final = 1_000_000
"""Bytes that a process is given at a time."""

_XINCLUDE: Final = "2001/XInclude"


class Validator:
    """A schema and its advice, as used for one document after the other."""

    def __init__(self, schema: Path) -> None:
        self._path = schema
        try:
            self.schema = Schema(load_schema(schema))
        except SchemaFault as fault:
            place = Location(fault.place.path, fault.place.line, fault.place.column)
            raise CannotGoOn(problem("TEI002", place, reason=fault)) from None
        self.advice = Advice(self.schema)

    def caveats(self) -> Iterator[Problem]:
        """What the schema keeps from being checked."""
        if self.schema.compiled.identifiers and not self.schema.compiled.sound:
            yield problem("TEI013", Location(str(self._path)))

    def problems(self, content: bytes, path: str) -> Iterator[Problem]:
        """What is wrong with the document in a file. Raises IllFormed."""
        self.advice.tidy()
        found = findings(content, self.schema, self.advice)
        if found:
            # Imported here: most files are valid.
            from recensio.tei.paths import Paths
            from recensio.tei.source import Source

            source = Source.decoded(path, content)
            paths = Paths(source)
            for finding in found:
                offset = finding.at.start
                place = (finding.at.line, finding.at.column)
                if finding.of_element:
                    offset = paths.start(offset)
                    place = source.place(offset)
                told = problem_of(finding, path)
                yield replace(told, location=Location(path, *place, *paths.at(offset)))


def validator(schema: Path) -> Validator:
    """The validator of a schema, made once a process. Raises CannotGoOn for an incorrect schema."""
    return _validator(schema, _state(schema))


@lru_cache(maxsize=8)
def _validator(schema: Path, _state: tuple[int, ...]) -> Validator:
    """Made once for each state of the file: `recensio serve` goes on while it is edited."""
    return Validator(schema)


def _state(schema: Path) -> tuple[int, ...]:
    try:
        stat = schema.stat()
    except OSError:
        return ()
    return (stat.st_dev, stat.st_ino, stat.st_mtime_ns, stat.st_size)


def validate_files(
    choices: Sequence[Choice], jobs: int = 1, including: list[Path] | None = None
) -> Iterator[Problem]:
    """Every problem of the files, in their order, each file held to the schema beside it.

    A file that includes others is not looked at but put into `including`, if that is given. With
    more than one of `jobs`, processes share the files if these are many. Raises CannotGoOn if a
    schema is not correct.
    """
    schemas = [validator(schema) for schema in dict.fromkeys(schema for _, schema in choices)]
    left: list[Path] = []
    for found, files in _found(choices, jobs, including is not None):
        yield from found
        left += files
    if len(left) < len(choices):
        for each in schemas:
            yield from each.caveats()
    if including is not None:
        including += left


def _found(choices: Sequence[Choice], jobs: int, apart: bool) -> Iterator[Found]:
    chunks = _chunks(choices)
    if jobs < 2 or len(chunks) < PARALLEL_FROM // CHUNK:
        for chunk in chunks:
            left: list[Path] = []
            yield _problems(chunk, left if apart else None), left
        return
    # Imported here: most runs need one process, and a small file is to be checked at once.
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, mp_context=_context()) as pool:
        yield from pool.map(partial(_listed, apart=apart), chunks)


def _listed(choices: Sequence[Choice], apart: bool) -> Found:
    left: list[Path] = []
    return list(_problems(choices, left if apart else None)), left


def _problems(choices: Sequence[Choice], including: list[Path] | None) -> Iterator[Problem]:
    for path, schema in choices:
        try:
            content = content_of(path)
        except OSError:
            yield problem("SRC002", Location(str(path)), path=path)
            continue
        if including is not None and includes(content):
            including.append(path)
            continue
        try:
            yield from validator(schema).problems(content, str(path))
        except IllFormed as fault:
            place = Location(str(path), fault.line, fault.column)
            yield problem("SRC001", place, reason=fault.reason)


def includes(content: bytes) -> bool:
    """Whether a file may include others: it names the namespace of XInclude."""
    wide = ("utf-16-le", "utf-16-be") if b"\0" in content[:4] else ()
    return any(_XINCLUDE.encode(encoding) in content for encoding in ("ascii", *wide))


def _chunks(choices: Sequence[Choice]) -> list[list[Choice]]:
    """The files in runs of about the same size."""
    chunks: list[list[Choice]] = [[]]
    size = 0
    for choice in choices:
        if size > CHUNK:
            chunks.append([])
            size = 0
        chunks[-1].append(choice)
        size += _size(choice[0])
    return chunks


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _context() -> BaseContext:
    """Processes that share the schema in memory where the system can, else new ones."""
    import multiprocessing

    return multiprocessing.get_context("fork" if os.name == "posix" and _alone() else "spawn")


def _alone() -> bool:
    """Whether this process has one thread only, so that a copy of it is sound."""
    import threading

    return threading.active_count() == 1
