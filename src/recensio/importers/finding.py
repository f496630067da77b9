"""Finding: the source texts of the profiles in a folder of the user's.

The texts are not part of an edition, so their files may have any name: a source is known by the
sha256 of its profile. A file that is only named like a source is taken too, with a warning.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from recensio.importers.profile import Profile
from recensio.model.problem import Location, Outcome, Problem, problem

LARGEST: Final = 64 * 1024 * 1024
"""Files of more bytes are no source texts; the longest books have a few megabytes."""

TEXT_SUFFIXES: Final = frozenset(
    ("", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
)
"""The endings of files that may be known by their names alone."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file in which the source of a profile was found."""

    profile: Profile
    path: Path


def find_sources(folder: Path, profiles: Sequence[Profile]) -> Outcome[tuple[SourceFile, ...]]:
    """The files of a folder, at any depth, that are the sources of these profiles.

    By sha256 under any name; else by the siglum as the name or its beginning (R.md, R-book.txt),
    with the warning SRC008 that the text differs; else SRC007. Hidden files and folders are left
    out. A folder that does not exist is SRC002.
    """
    if not folder.is_dir():
        return Outcome((), (problem("SRC002", Location(str(folder)), path=folder),))
    files = sorted(_files(folder))
    digests = {_digest(file): file for file in reversed(files)}
    found: list[SourceFile] = []
    problems: list[Problem] = []
    for profile in profiles:
        file = digests.get(profile.sha256) or _named(files, profile.siglum)
        if file is None:
            problems.append(_missing(folder, profile))
            continue
        found.append(SourceFile(profile, file))
        if profile.sha256 and file != digests.get(profile.sha256):
            problems.append(_differing(file, profile))
    return Outcome(tuple(found), tuple(problems))


def _files(folder: Path) -> Iterator[Path]:
    """Regular files of a sensible size that can be read; links to folders are not followed."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(parent) / name for name in names if not name.startswith(".")):
            if path.is_file() and os.access(path, os.R_OK) and path.stat().st_size <= LARGEST:
                yield path


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _named(files: Iterable[Path], siglum: str) -> Path | None:
    name = re.compile(rf"{re.escape(siglum)}(?:[-_.].*)?", re.DOTALL)
    texts = (file for file in files if file.suffix.lower() in TEXT_SUFFIXES)
    return next((file for file in texts if name.fullmatch(file.stem)), None)


def _missing(folder: Path, profile: Profile) -> Problem:
    return problem(
        "SRC007",
        Location(str(profile.path or "")),
        folder=folder,
        siglum=profile.siglum,
        profile=_name(profile),
    )


def _differing(file: Path, profile: Profile) -> Problem:
    return problem(
        "SRC008",
        Location(str(file)),
        file=file.name,
        siglum=profile.siglum,
        sha256=profile.sha256,
    )


def _name(profile: Profile) -> str:
    return profile.path.name if profile.path else f"the profile {profile.siglum}"
