"""What a package holds: the edition as it was built, its schema, and descriptions of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import file_digest
from pathlib import Path
from typing import Any, Final

from recensio import resources
from recensio.model.document import Metadata
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.package.datacite import datacite
from recensio.tei.io import read
from recensio.tei.names import NS

BUILT: Final = "build.json"
SCHEMAS: Final = ("recensio.odd", "recensio.rng", "recensio.sch")
STATED: Final = ("editors", "publisher", "date", "licence", "licence_url", "description")
"""What an archive asks of an edition besides its title."""

FORMATS: Final = {
    "tei": "application/tei+xml",
    "site": "text/html",
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "data": "application/json",
}
"""Media types of the parts of an output folder."""

Source = Path | bytes
"""A file to be copied, or the content of one that is made here."""


def built_files(out: Path) -> dict[str, Source]:
    """The files of a built edition and of the schema, by the path that each has in the package.

    Raises CannotGoOn (PKG009) if the folder holds no build.
    """
    if not (out / BUILT).is_file():
        raise CannotGoOn(problem("PKG009", Location(str(out)), path=out))
    files: dict[str, Source] = {f"schema/{name}": resources.schema(name) for name in SCHEMAS}
    for path in sorted(out.rglob("*")):
        parts = path.relative_to(out).parts
        hidden = any(part.startswith(".") for part in parts)
        if path.is_file() and len(parts) > 1 and parts[0] != "package" and not hidden:
            files["/".join(parts)] = path
    return files


def descriptions(out: Path, metadata: Metadata) -> dict[str, Source]:
    """The files that describe the edition: licence, DataCite, the record of the build."""
    formats = [media_type for part, media_type in FORMATS.items() if (out / part).is_dir()]
    return {
        "licence.txt": "".join(f"{line}\n" for line in _licence(metadata)).encode(),
        "datacite.json": _json(datacite(metadata, formats)),
        BUILT: _json(_timeless(_record(out))),
    }


def doubts(out: Path, files: Mapping[str, Source], metadata: Metadata) -> Iterator[Problem]:
    """What an archivist would ask: gaps in the description, rights, files that were changed."""
    missing = [field for field in STATED if not getattr(metadata, field)]
    if missing:
        yield problem("PKG011", fields=", ".join(missing))
    digests = _record(out).get("outputs", {})
    for name, source in files.items():
        if isinstance(source, Path) and name in digests and _sha256(source) != digests[name]:
            yield problem("PKG013", Location(str(source)), file=name)
        if isinstance(source, Path) and name.startswith("tei/") and _is_restricted(source):
            yield problem("PKG010", Location(str(source)), file=name)


def _licence(metadata: Metadata) -> Iterator[str]:
    yield f"{metadata.title}: the texts, registers and apparatus of this edition"
    yield metadata.licence or "No licence is stated."
    if metadata.licence_url:
        yield metadata.licence_url


def _record(out: Path) -> dict[str, Any]:
    try:
        record = json.loads((out / BUILT).read_text(encoding="utf-8"))
    except ValueError:
        record = None
    if isinstance(record, dict):
        return record
    raise CannotGoOn(problem("PKG009", Location(str(out / BUILT)), path=out))


def _timeless(record: dict[str, Any]) -> dict[str, Any]:
    """The record of a build without what differs from one run to the next."""
    return {key: value for key, value in record.items() if key != "seconds"}


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _is_restricted(path: Path) -> bool:
    """Whether the header says that the text may not be passed on (TEI Guidelines, 2.2.4)."""
    parsed = read(path, xinclude=False).value
    if parsed is None:
        return False
    restricted = "tei:teiHeader//tei:availability[@status='restricted']"
    return parsed.tree.getroot().find(restricted, NS) is not None
