"""The files by which a package describes itself, made when the others are packed.

To add one: write it here where its turn is. A later one may name those before it, with their sizes
and digests; the crate comes last and names all others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from recensio.package import crate
from recensio.package.bag import Packed, in_words, pack_files
from recensio.package.contents import BUILT, Contents
from recensio.package.datacite import datacite, datacite_xml
from recensio.package.description import Description
from recensio.package.dublincore import dublin_core
from recensio.package.kinds import Kind, kind_of
from recensio.package.pdf_claim import claim_of
from recensio.package.premis import premis
from recensio.package.readme import Facts, readme

README = "README.txt"


@dataclass(slots=True)
class Describing:
    """A package that is being described: the files packed so far and the format of each."""

    folder: Path
    contents: Contents
    packed: list[Packed]
    kinds: dict[str, Kind | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kinds |= {each.path: self._kind(each.path) for each in self.packed}

    def add(self, name: str, content: bytes) -> None:
        """Write one more file."""
        self.packed += pack_files(self.folder, {name: content})
        self.kinds[name] = kind_of(name)

    @property
    def formats(self) -> list[str]:
        """The media types of the package, but for what only a program of the site reads."""
        found = {kind.media_type for kind in self.kinds.values() if kind}
        return sorted(found - {"application/octet-stream"})

    def _kind(self, name: str) -> Kind | None:
        source = self.contents.files[name]
        is_pdf = name.endswith(".pdf") and isinstance(source, Path)
        return kind_of(name, claim_of(source) if is_pdf and isinstance(source, Path) else "")


def describe(folder: Path, contents: Contents, packed: tuple[Packed, ...]) -> tuple[Packed, ...]:
    """Write the descriptions into the folder of the payload; all files that are in it then."""
    state = Describing(folder, contents, list(packed))
    told, record = contents.description, timeless(contents.record)
    moment = datetime.fromtimestamp(contents.edition.timestamp, UTC)
    day = moment.date().isoformat()
    state.add("licence.txt", "".join(f"{line}\n" for line in _licence(told)).encode())
    state.add(BUILT, _json(record))
    size = in_words(sum(each.size for each in packed))
    cited = datacite(told, state.formats, size)
    state.add("datacite.json", _json(cited))
    state.add("datacite.xml", datacite_xml(cited))
    state.add("dublincore.xml", dublin_core(told, state.formats))
    state.add(README, readme(told, Facts(state.packed, state.kinds, record, day)))
    state.add("premis.xml", premis(told, state.packed, state.kinds, record, moment.isoformat()))
    based = dict(_based(contents))
    files = sorted(state.packed, key=lambda each: each.path)
    state.add(crate.NAME, crate.crate(told, files, state.kinds, record, day, based))
    return tuple(state.packed)


def timeless(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record of a build without what differs from one run to the next."""
    return {key: value for key, value in record.items() if key != "seconds"}


def _licence(edition: Description) -> Iterator[str]:
    yield f"{edition.title}: the texts, registers and apparatus of this edition"
    yield edition.licence or "No licence is stated."
    if edition.licence_url:
        yield edition.licence_url


def _based(contents: Contents) -> Iterator[tuple[str, str]]:
    """Files of the package with those that they were made from (data/edition.json)."""
    source = contents.files.get("data/edition.json")
    if not isinstance(source, Path):
        return
    try:
        listed = json.loads(source.read_text(encoding="utf-8"))["documents"]
        named = [(str(one["id"]), str(one["path"]), str(one["page"])) for one in listed]
    except (OSError, ValueError, KeyError, TypeError):
        return
    for identifier, path, page in named:
        published, written = f"tei/{identifier}.xml", f"edition/{path}"
        if published in contents.files and written in contents.files:
            yield published, written
        if f"site/{page}" in contents.files and published in contents.files:
            yield f"site/{page}", published


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
