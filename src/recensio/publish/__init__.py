"""A corpus becomes the files that readers and programs use.

To add an output format: write a module here with a function from an `Edition` to artifacts (its
markup made by a package of its own in xslt/), and add it to `OUTPUTS`; `--only`, the progress and
the writing then know it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from recensio.model.document import Artifact
from recensio.model.problem import Outcome
from recensio.publish.prepare import Edition

Output = Callable[[Edition, "Conditions"], Outcome[tuple[Artifact, ...]]]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a build is asked for: processes to use, and the day it counts as made (Unix seconds)."""

    jobs: int = 1
    timestamp: int = 0


def _tei(edition: Edition, _conditions: Conditions) -> Outcome[tuple[Artifact, ...]]:
    from recensio.publish.tei_files import tei_files

    return Outcome(tuple(tei_files(edition)))


def _data(edition: Edition, _conditions: Conditions) -> Outcome[tuple[Artifact, ...]]:
    from recensio.publish.cmif import letter_index
    from recensio.publish.insight import insight_files
    from recensio.publish.json_files import entry_records, json_files
    from recensio.publish.linked import register_graph
    from recensio.publish.sheets import csv_files
    from recensio.publish.synoptic import synoptic_record
    from recensio.publish.tables import data_package, database, tables
    from recensio.publish.text_files import text_files

    entries = entry_records(edition)
    related = tables(edition, entries)
    texts = text_files(edition)
    files = (
        *json_files(edition, entries),
        *texts.value,
        *csv_files(related),
        data_package(edition),
        database(related),
        *insight_files(edition),
        *synoptic_record(edition),
        *register_graph(edition),
        *(each for each in letter_index(edition) if each.path.startswith("data/")),
    )
    return Outcome(files, texts.problems)


def _site(edition: Edition, conditions: Conditions) -> Outcome[tuple[Artifact, ...]]:
    from recensio.publish.site import site

    return site(edition, conditions.jobs)


def _pdf(edition: Edition, conditions: Conditions) -> Outcome[tuple[Artifact, ...]]:
    from recensio.publish.book import pdf

    return pdf(edition, conditions.timestamp)


def _tex(edition: Edition, conditions: Conditions) -> Outcome[tuple[Artifact, ...]]:
    from recensio.publish.book import book_of
    from recensio.publish.tex import tex

    return tex(book_of(edition, conditions.timestamp))


def _epub(edition: Edition, conditions: Conditions) -> Outcome[tuple[Artifact, ...]]:
    from recensio.publish.epub import epub

    return epub(edition, conditions.timestamp, conditions.jobs)


def _dts(edition: Edition, _conditions: Conditions) -> Outcome[tuple[Artifact, ...]]:
    from recensio.publish.dts import static_files

    return Outcome(tuple(static_files(edition)))


OUTPUTS: Final[Mapping[str, Output]] = MappingProxyType(
    {
        "tei": _tei,
        "data": _data,
        "site": _site,
        "pdf": _pdf,
        "tex": _tex,
        "epub": _epub,
        "dts": _dts,
    }
)
USUAL: Final = tuple(name for name in OUTPUTS if name != "dts")
"""What is built if nothing else is asked for: of a large edition dts/ is many thousand files."""
