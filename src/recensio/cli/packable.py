"""The built edition that a folder holds, with what its editors say of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from recensio import resources
from recensio.cli.building import timestamp_of
from recensio.model.document import Metadata
from recensio.package import Edition
from recensio.project import SETTINGS, Project, open_project
from recensio.tei import header
from recensio.tei.io import read
from recensio.validate.odd import REFERENCE, schema_files


def edition_at(out: Path) -> Edition:
    """What edition.toml says of the edition; a stranger's speaks by its headers.

    The edition is the one here, else the one in whose folder the output stands.
    """
    root = next((each for each in (Path(), out.parent) if (each / SETTINGS).is_file()), None)
    project = open_project([root] if root else []) if root else Project(Path(), ())
    metadata = project.metadata or _metadata(out)
    reference = schema_files(resources.schema("recensio.odd").read_bytes())
    extra = {
        f"schema/{Path(artifact.path).name}": artifact.content
        for artifact in reference
        if artifact.path == REFERENCE
    }
    return Edition(out, metadata, timestamp_of(project), project if root else None, extra)


def _metadata(out: Path) -> Metadata:
    """What the first document of an output says, under the title that the build gave it."""
    record = _record(out / "data" / "edition.json")
    title = str(record.get("title", "Untitled"))
    for document in record.get("documents", ()):
        path = out / "tei" / f"{document.get('id')}.xml"
        parsed = read(path, xinclude=False).value
        if parsed is not None:
            return replace(header.metadata(parsed.tree), title=title)
    return Metadata(title)


def _record(path: Path) -> dict[str, Any]:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
