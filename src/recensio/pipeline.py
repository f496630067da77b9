"""The stages as one tuple and one loop.

A stage takes the build so far and returns it with more in it; it prints nothing and writes
nothing. To add a stage: write its function here as a thin call into its package and put it into
`_stages_of` where it belongs.
"""

from __future__ import annotations

import json
import platform
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, Protocol

from recensio import __version__
from recensio.corpus import corpus_of, read_corpus
from recensio.model.catalogue import Severity
from recensio.model.document import Artifact, Corpus, DocumentKind
from recensio.model.problem import Outcome, Problem
from recensio.project import SETTINGS, Project
from recensio.project.revision import revision_of
from recensio.publish import OUTPUTS, USUAL, Conditions
from recensio.publish.prepare import Edition, prepare
from recensio.publish.write import write
from recensio.tei.transcriptions import read_transcriptions
from recensio.validate import validate
from recensio.validate.ignore import IgnoreList, kept

LIBRARIES: Final = ("lxml", "saxonche", "typst", "jinja2")


class Listener(Protocol):
    """Who is told how the run goes on."""

    def started(self, stage: str, position: int, total: int) -> None:
        """A stage begins; positions count from 1."""

    def finished(self, stage: str, seconds: float) -> None:
        """A stage has ended."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be built, from what, and where it is to stand.

    `outputs` are names of `publish.OUTPUTS`; `sources` is a folder with the source texts of the
    profiles; `timestamp` is the day the build counts as made, in Unix seconds.
    """

    project: Project
    out: Path
    outputs: tuple[str, ...] = USUAL
    sources: Path | None = None
    jobs: int = 1
    timestamp: int = 0
    xinclude: bool = True


@dataclass(frozen=True, slots=True)
class Build:
    """The build so far: what the stages hand on."""

    request: Request
    corpus: Corpus | None = None
    edition: Edition | None = None
    artifacts: tuple[Artifact, ...] = ()
    problems: tuple[Problem, ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A named step of the run."""

    name: str
    run: Callable[[Build], Build]


Put = Callable[[Sequence[Artifact], Path], None]
"""What writes artifacts below a folder."""


def build(request: Request, listener: Listener, put: Put = write) -> Build:
    """Run every stage and write the result below `request.out` with `put`.

    Raises CannotGoOn if nothing can be read or the output cannot be written.
    """
    state = Build(request)
    stages = tuple(_stages_of(request, put))
    for position, stage in enumerate(stages, start=1):
        listener.started(stage.name, position, len(stages))
        start = time.perf_counter()
        state = stage.run(state)
        seconds = time.perf_counter() - start
        state = replace(state, seconds=(*state.seconds, (stage.name, seconds)))
        listener.finished(stage.name, seconds)
    return state


def _stages_of(request: Request, put: Put) -> Iterator[Stage]:
    yield Stage("read", _read)
    if request.sources:
        yield Stage("import", _import)
        yield Stage("annotate", _annotate)
        yield Stage("collate", _collate)
    yield Stage("validate", _validate)
    yield Stage("prepare", _prepare)
    for name in request.outputs:
        yield Stage(name, _publisher(name))
    yield Stage("write", partial(_write, put))


def _read(state: Build) -> Build:
    project = state.request.project
    outcome = read_corpus(project, state.request.xinclude)
    corpus = outcome.value
    compared = read_transcriptions(corpus.documents, project.transcriptions, project.root)
    settings = project.root / SETTINGS
    files = (*(path for path, _ in project.files), *([settings] if settings.is_file() else []))
    revision = revision_of(project.root, files)
    corpus = replace(corpus, transcriptions=compared.value, revision=revision)
    return replace(_with(state, outcome.plus(*compared.problems)), corpus=corpus)


def _import(state: Build) -> Build:
    project, folder = state.request.project, state.request.sources
    if state.corpus is None or project.sources is None or folder is None:
        return state
    from recensio.importers.excerpts import excerpts
    from recensio.importers.transcripts import transcripts

    outcome = transcripts(folder, project.sources)
    cut = excerpts(folder, project.sources)
    order = [witness.id for witness in state.corpus.witnesses]
    found = sorted(outcome.value, key=lambda transcript: _position(transcript.id, order))
    corpus = replace(
        corpus_of((*state.corpus.documents, *found), project),
        transcriptions=state.corpus.transcriptions,
        revision=state.corpus.revision,
        parallels=cut.value,
    )
    problems = Outcome(None, (*outcome.problems, *cut.problems))
    return replace(_with(state, problems), corpus=corpus)


def _position(siglum: str, order: Sequence[str]) -> tuple[int, str]:
    """Where a witness stands in the list of witnesses; one that is not listed comes last."""
    return (order.index(siglum) if siglum in order else len(order)), siglum


def _annotate(state: Build) -> Build:
    if state.corpus is None:
        return state
    from recensio.annotate import annotate

    decisions = state.request.project.decisions
    outcome = annotate(state.corpus, frozenset({DocumentKind.TRANSCRIPT}), decisions)
    return replace(_with(state, outcome), corpus=outcome.value)


def _collate(state: Build) -> Build:
    if state.corpus is None or not state.corpus.parallels:
        return state
    from recensio.collate.parallels.sets import collated

    return replace(state, corpus=collated(state.corpus))


def _validate(state: Build) -> Build:
    if state.corpus is None:
        return state
    request = state.request
    found = tuple(validate(state.corpus, request.project.schema, jobs=request.jobs))
    return _with(state, Outcome(None, (*_ignored(state).problems, *found)))


def _prepare(state: Build) -> Build:
    if state.corpus is None:
        return state
    outcome = prepare(state.corpus, state.request.jobs)
    return replace(_with(state, outcome), edition=outcome.value)


def _publisher(name: str) -> Callable[[Build], Build]:
    def publish(state: Build) -> Build:
        if state.edition is None:
            return state
        conditions = Conditions(state.request.jobs, state.request.timestamp)
        outcome = OUTPUTS[name](state.edition, conditions)
        return replace(_with(state, outcome), artifacts=(*state.artifacts, *outcome.value))

    return publish


def _write(put: Put, state: Build) -> Build:
    put((*state.artifacts, _record(state)), state.request.out)
    return state


def _with(state: Build, outcome: Outcome[object]) -> Build:
    """The build with the problems of a stage, but for those that edition.toml ignores."""
    return replace(state, problems=(*state.problems, *kept(outcome.problems, [_ignored(state)])))


def _ignored(state: Build) -> IgnoreList:
    project = state.request.project
    return IgnoreList(project.ignored, project.root / SETTINGS, project.root)


def _record(state: Build) -> Artifact:
    """build.json: what went in and came out, with digests (INTERFACE, output)."""
    counts = Counter(problem.severity.value for problem in state.problems)
    record = {
        "tool": "recensio",
        "version": __version__,
        "versions": {"python": platform.python_version(), **dict(_versions())},
        "revision": _revision(state.corpus),
        "sources": state.corpus.digest if state.corpus else None,
        "inputs": dict(_inputs(state)),
        "outputs": {
            artifact.path: sha256(artifact.content).hexdigest()
            for artifact in sorted(state.artifacts, key=lambda artifact: artifact.path)
        },
        "problems": {severity.value: counts[severity.value] for severity in Severity},
        "seconds": {name: round(seconds, 3) for name, seconds in state.seconds},
    }
    content = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    return Artifact("build.json", content.encode(), "application/json")


def _revision(corpus: Corpus | None) -> dict[str, str | bool] | None:
    if corpus is None or corpus.revision is None:
        return None
    return {"commit": corpus.revision.commit, "changed": corpus.revision.is_changed}


def _inputs(state: Build) -> Iterator[tuple[str, str]]:
    settings = state.request.project.root / SETTINGS
    if settings.is_file():
        yield SETTINGS, sha256(settings.read_bytes()).hexdigest()
    for document in state.corpus.documents if state.corpus else ():
        yield (state.corpus.relative(document) if state.corpus else ""), document.digest
    for transcription in state.corpus.transcriptions if state.corpus else ():
        yield (state.corpus.relative(transcription) if state.corpus else ""), transcription.digest


def _versions() -> Iterator[tuple[str, str]]:
    for library in LIBRARIES:
        try:
            yield library, version(library)
        except PackageNotFoundError:
            continue
