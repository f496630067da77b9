"""What a package holds: the edition as it was built and as it was written, and its schema.

What describes it is made in `descriptions`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from recensio import resources
from recensio.model.document import Metadata
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem
from recensio.package.description import Description, description
from recensio.package.own_files import own_files, restricted, withheld
from recensio.package.published import PublishedDocument, published_documents
from recensio.project import Project

BUILT: Final = "build.json"
SCHEMAS: Final = ("recensio.odd", "recensio.rng", "recensio.sch")

TRANSCRIPT: Final = "the transcript of "
"""Before a siglum, what is called restricted where no document of the package tells it."""

Source = Path | bytes
"""A file to be copied, or the content of one that is made here."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What is to be packed: the output folder of a build and what the edition says of itself.

    `timestamp` is the day the package counts as made, in Unix seconds, so that the same build
    gives the same package. `project` is the edition as its editors keep it, if it is here; `extra`
    are more files by their paths in the package.
    """

    out: Path
    metadata: Metadata
    timestamp: int
    project: Project | None = None
    extra: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contents:
    """The files of a package by their paths in it, and what is known of them.

    `record` is build.json; `documents` are those of the folder tei/.
    """

    edition: Edition
    files: Mapping[str, Source]
    record: Mapping[str, Any]
    documents: tuple[PublishedDocument, ...]
    description: Description


def contents(edition: Edition) -> Contents:
    """What the package of a built edition holds. Raises CannotGoOn (PKG009) without a build."""
    record = _record(edition.out)
    files = {**built_files(edition.out), **edition.extra, **own_files(edition.project)}
    documents = tuple(published_documents(files))
    address = edition.project.web.url if edition.project else ""
    told = description(edition.metadata, documents, address)
    kept_back = withheld(edition.project, record.get("inputs", {}))
    others = (f"{TRANSCRIPT}{siglum}" for siglum in kept_back if f"tei/{siglum}.xml" not in files)
    own = restricted(edition.project, files)
    told = replace(told, restricted=(*told.restricted, *own, *others))
    return Contents(edition, files, record, documents, told)


def built_files(out: Path) -> dict[str, Source]:
    """The files of a built edition and of the schema, by the path that each has in the package."""
    files: dict[str, Source] = {f"schema/{name}": resources.schema(name) for name in SCHEMAS}
    for path in sorted(out.rglob("*")):
        parts = path.relative_to(out).parts
        hidden = any(part.startswith(".") for part in parts)
        if path.is_file() and len(parts) > 1 and parts[0] != "package" and not hidden:
            files["/".join(parts)] = path
    return files


def _record(out: Path) -> dict[str, Any]:
    try:
        record = json.loads((out / BUILT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        record = None
    if isinstance(record, dict):
        return record
    place = out / BUILT if (out / BUILT).is_file() else out
    raise CannotGoOn(problem("PKG009", Location(str(place)), path=out))
