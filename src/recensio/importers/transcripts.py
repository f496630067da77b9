"""The transcripts of an edition's witnesses: every source of its profiles that a folder holds."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from recensio.importers.finding import SourceFile, find_sources
from recensio.importers.importer import import_file
from recensio.importers.profile import Profile
from recensio.importers.report import Report
from recensio.importers.settings import CORRECTIONS, PARALLELS, read_profile
from recensio.model.document import Document, DocumentKind
from recensio.model.problem import Outcome, Problem
from recensio.tei.header import title
from recensio.tei.names import XML_ID
from recensio.tei.witnesses import witness_list


def transcripts(folder: Path, profiles: Path) -> Outcome[tuple[Document, ...]]:
    """Import the sources that stand in `folder`, by the profiles (*.toml) in `profiles`.

    A transcript's id is the siglum of its witness. What is not found or cannot be imported is
    reported, and the rest goes on.
    """
    known = read_profiles(profiles)
    found = find_sources(folder, known.value)
    problems = [*known.problems, *found.problems]
    documents = []
    for file in found.value:
        outcome = transcript(file)
        problems += outcome.problems
        if outcome.value is not None:
            documents.append(outcome.value)
    return Outcome(tuple(documents), tuple(problems))


def read_profiles(folder: Path) -> Outcome[tuple[Profile, ...]]:
    """Every profile of a folder, in the order of the file names."""
    others = (CORRECTIONS, PARALLELS)
    paths = (path for path in folder.glob("*.toml") if not path.name.endswith(others))
    outcomes = [read_profile(path) for path in sorted(paths)]
    problems: Sequence[Problem] = [found for outcome in outcomes for found in outcome.problems]
    profiles = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
    return Outcome(profiles, tuple(problems))


def transcript(file: SourceFile) -> Outcome[Document | None]:
    """One source as a document of the edition."""
    outcome = import_file(file.path, file.profile)
    if outcome.value is None:
        return Outcome(None, outcome.problems)
    tree = outcome.value.tree
    _number_lines(tree, outcome.value.report)
    document = Document(
        id=file.profile.siglum,
        path=str(file.path),
        title=title(tree) or file.profile.siglum,
        kind=DocumentKind.TRANSCRIPT,
        tree=tree,
        digest=hashlib.sha256(file.path.read_bytes()).hexdigest(),
        witnesses=witness_list([tree]),
    )
    return Outcome(document, outcome.problems)


def _number_lines(tree: etree._ElementTree, report: Report) -> None:
    """Give each element the line of the source that it comes from, so that problems name it."""
    begins: dict[str, int] = {}
    for line, identifier in sorted(report.places.items()):
        begins.setdefault(identifier, line)
    line = 1
    for element in tree.getroot().iter("*"):
        line = begins.get(element.get(XML_ID, ""), line)
        element.sourceline = line  # type: ignore[misc]  # lxml lets it be set
