"""What is measured: the sets of documents, the engines that run on each, and what is aimed at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.parsers import expat

from benchmarks.engines import JING, LIBXML, Engine, Taken, ours

OURS, TWO, EMPTY, THEIRS, LXML = "recensio", "two processes", "no cache", "jing", "lxml"
ENGINES: Final[dict[str, Callable[[str], Engine]]] = {
    OURS: ours,
    EMPTY: lambda recensio: ours(recensio, cache_kept=False),
    TWO: lambda recensio: ours(recensio, jobs=2),
    THEIRS: lambda _: JING,
    LXML: lambda _: LIBXML,
}
ALL: Final = (OURS, THEIRS, LXML)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is read off a run, and the ratio that stands beside it with its aim."""

    name: str
    of: Callable[[Taken], float]
    form: str
    ratio: tuple[str, str] = (OURS, THEIRS)
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A set of documents, and what is measured on it."""

    name: str
    title: str
    folder: Path
    files: Sequence[str]
    engines: tuple[str, ...]
    measures: tuple[Measure, ...]
    rounds: int = 5


def wall(aim: str = "", ratio: tuple[str, str] = (OURS, THEIRS)) -> Measure:
    """Seconds by the clock."""
    return Measure("wall s", lambda taken: taken.wall, ".2f", ratio, aim)


def cpu(aim: str = "") -> Measure:
    """Seconds of the processor."""
    return Measure("CPU s", lambda taken: taken.cpu, ".2f", aim=aim)


def peak(aim: str = "") -> Measure:
    """MiB of the largest process."""
    return Measure("peak MiB", lambda taken: taken.mebibytes, ".0f", aim=aim)


def cases(made: Path, corpora: Path | None) -> Iterator[Case]:
    """The cases, in the order of the table."""
    yield from _cold(made / "smallest")
    yield from _batches(made)
    yield from _growth(made / "small")
    if corpora:
        files = _judgeable(corpora)
        yield _case("corpora", "files of real editions", corpora, files, cpu(), peak())


def _cold(folder: Path) -> Iterator[Case]:
    aim = "at most 0.35, 0.15 s"
    yield _case("cold", "one file of 0.3 kB", folder, _in(folder), wall(aim), cpu(), peak())
    empty = wall(ratio=(EMPTY, THEIRS))
    title = "the same, schema not in our cache"
    yield Case("cold-empty", title, folder, _in(folder), (EMPTY, THEIRS), (empty,))


def _batches(made: Path) -> Iterator[Case]:
    few = cpu("at most 0.4")
    small = _in(made / "small")[:2_000]
    yield _case("small", "small files", made / "small", small, few, wall(), peak())
    large = made / "large"
    yield _case("large", "files of 1 to 4 MB", large, _in(large), few, wall(), peak())
    register = made / "register"
    yield _case("register", "a register of persons", register, _in(register), cpu(), wall(), peak())
    invalid = made / "invalid"
    title = "small files with some ten faults each"
    yield _case("invalid", title, invalid, _in(invalid), cpu(), wall(), peak())


def _growth(folder: Path) -> Iterator[Case]:
    """The same kind of files in growing numbers; the largest number in one process and two."""
    files = _in(folder)
    engines = (OURS, TWO, THEIRS)
    for part in (32, 8, 2):
        some = files[: len(files) // part]
        measures = (peak("under 80"),)
        yield Case(f"growth-{len(some)}", "small files", folder, some, engines, measures, 1)
    twice = wall("at least 1.7", (OURS, TWO))
    every = (peak("under 80"), cpu(), twice)
    yield Case(f"growth-{len(files)}", "small files", folder, files, engines, every)


def _case(name: str, title: str, folder: Path, files: Sequence[str], *measures: Measure) -> Case:
    return Case(name, title, folder, files, ALL, measures)


def _in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.xml"))


def _judgeable(folder: Path) -> list[str]:
    """The XML files below a folder that jing can judge, one after the other in one run.

    It gives up, and leaves out all later files, at the first one that is ill-formed or includes a
    file that is not there, and fetches document types.
    """
    paths = (path for path in sorted(folder.rglob("*.xml")) if path.is_file())
    return [str(path.relative_to(folder)) for path in paths if _stands_alone(path.read_bytes())]


def _stands_alone(content: bytes) -> bool:
    """Whether a file is well-formed and needs no other."""
    if b"2001/XInclude" in content:
        return False
    parser = expat.ParserCreate()
    external: list[str | None] = []
    parser.StartDoctypeDeclHandler = lambda _name, system, _public, _own: external.append(system)
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        return False
    return not any(external)
