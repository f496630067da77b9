"""A schema ready for use: simplified, held to every rule, and kept on disk from run to run."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from recensio.validate.relaxng.faults import Place, SchemaFault

FORM: Final = 2
"""Of what is kept on disk; a change of the form makes what older versions kept void."""

KEPT: Final = 20
"""Schemas that are kept at most; the ones used longest ago go."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """The simple form of a schema as JSON holds it.

    `nodes` are patterns by number, `elements` name class and content of each element, `known`
    the elements that the start reaches, `datatypes` library, name and facets. `identifiers` says
    whether the schema has IDs, `sound` whether they can be trusted, `sources` is the sha256 of
    each file of the schema.
    """

    nodes: Sequence[Sequence[Any]]
    elements: Sequence[Sequence[Any]]
    datatypes: Sequence[Sequence[Any]]
    start: int
    known: Sequence[int]
    identifiers: bool
    sound: bool
    sources: Mapping[str, str]


def compile_schema(path: Path) -> Compiled:
    """Compile the RELAX NG schema in a file. Raises SchemaFault if it is not correct."""
    from recensio.validate.relaxng.contents import Contents
    from recensio.validate.relaxng.files import Files
    from recensio.validate.relaxng.identity import identifiers
    from recensio.validate.relaxng.restrictions import restrict
    from recensio.validate.relaxng.simplify import simplify

    files = Files()
    graph, start = simplify(path, files)
    root = Place(str(path), 1, 1)
    known = restrict(graph, start, root)
    contents = Contents(graph, root)
    try:
        for element in known:
            contents.check(element)
    except RecursionError:
        raise SchemaFault("the patterns are nested too deeply", "4", root) from None
    has_identifiers, sound = identifiers(graph, known)
    return Compiled(
        nodes=graph.nodes,
        elements=graph.elements,
        datatypes=graph.datatypes,
        start=start,
        known=known,
        identifiers=has_identifiers,
        sound=sound,
        sources=files.digests,
    )


def load_schema(path: Path) -> Compiled:
    """The compiled schema, from disk if none of its files has changed. Raises as compile_schema."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise SchemaFault(f"{path}: {reason}", "3", Place(str(path), 1, 1)) from None
    folder = _folder()
    if folder is None:
        return compile_schema(path)
    place = folder / f"{hashlib.sha256(content).hexdigest()}.json"
    kept = _kept(place, str(path.resolve()))
    if kept is None:
        kept = compile_schema(path)
        _keep(place, kept)
    return kept


def _folder() -> Path | None:
    """The user's cache (XDG Base Directory Specification; on Windows local application data)."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "recensio" / "schemas"
    except RuntimeError:
        # A user without a home, as in a container, keeps nothing.
        return None


def _kept(place: Path, path: str) -> Compiled | None:
    """The schema of a path as it is kept, none if there is none or a file of it has changed.

    That the schema itself has not changed, its place says.
    """
    try:
        record = json.loads(place.read_bytes())
        if record.pop("form") != FORM:
            return None
        compiled = Compiled(**record)
        others = [(name, digest) for name, digest in compiled.sources.items() if name != path]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if path not in compiled.sources or any(_digest(name) != digest for name, digest in others):
        return None
    with suppress(OSError):
        # So the schemas used longest ago are known by their age.
        os.utime(place)
    return compiled


def _digest(path: str) -> str | None:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return None


def _keep(place: Path, compiled: Compiled) -> None:
    """Write the schema for the next run; a disk that is full or closed to us is no fault."""
    import tempfile

    record = json.dumps({"form": FORM, **asdict(compiled)}, separators=(",", ":"))
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=place.parent, delete=False) as file:
            file.write(record)
        Path(file.name).replace(place)
        for old in sorted(place.parent.glob("*.json"), key=_age)[:-KEPT]:
            old.unlink(missing_ok=True)


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
