"""The package as a Research Object Crate (RO-Crate 1.1): one JSON-LD file that names every file.

The crate is the bag's payload, so that it stays whole where an archive takes the bag apart. It is
written here, since the library that reads such crates is large; tests let that read what we write.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from recensio import __version__
from recensio.model.citation import Agent
from recensio.package.bag import Packed
from recensio.package.description import Description
from recensio.package.kinds import Kind
from recensio.package.parts import PARTS, TOP

NAME: Final = "ro-crate-metadata.json"
CONTEXT: Final = "https://w3id.org/ro/crate/1.1/context"
# The context of version 1.1 has no word for a digest yet.
TERMS: Final = {"sha256": "http://schema.org/sha256"}
PRONOM: Final = "https://www.nationalarchives.gov.uk/PRONOM/"
RESTRICTED: Final = "Restricted: the rights in this text do not allow to pass it on."
MIXED: Final = "Restricted in part: it holds words of texts that may not be passed on."

Entity = dict[str, Any]


def crate(
    edition: Description,
    files: Sequence[Packed],
    kinds: Mapping[str, Kind | None],
    record: Mapping[str, Any],
    day: str,
    based: Mapping[str, str],
) -> bytes:
    """ro-crate-metadata.json for files that are already packed.

    `record` is build.json; `based` names for a file the one that it was made from.
    """
    folders = sorted({packed.path.partition("/")[0] for packed in files if "/" in packed.path})
    graph = [
        _descriptor(),
        _root(edition, folders, files, day),
        *(_folder(edition, name, files) for name in folders),
        *(_file(edition, packed, kinds.get(packed.path), based) for packed in files),
        *_formats(kinds),
        *_people(edition),
        *_licence(edition),
        *_actions(record, folders, day),
    ]
    content = {"@context": [CONTEXT, TERMS], "@graph": graph}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _descriptor() -> Entity:
    return {
        "@id": NAME,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }


def _root(
    edition: Description, folders: Sequence[str], files: Sequence[Packed], day: str
) -> Entity:
    parts = [f"{name}/" for name in folders]
    parts += [quote(packed.path) for packed in files if "/" not in packed.path]
    licence = {"@id": edition.licence_url} if edition.licence_url else edition.licence
    identifiers = [each for each in (edition.identifier, edition.address) if each]
    stated = {
        "name": edition.title,
        "description": edition.abstract or edition.title,
        "datePublished": edition.day or day,
        "license": licence or "No licence is stated.",
        "creator": [{"@id": _id(agent)} for agent in edition.creators],
        "contributor": [{"@id": _id(agent)} for agent in edition.contributors],
        "publisher": {"@id": "#publisher"} if edition.publisher else None,
        "inLanguage": list(edition.languages),
        "keywords": [keyword.term for keyword in edition.keywords],
        "identifier": identifiers,
        "version": edition.version,
        "isBasedOn": [{"@id": source} for source in edition.sources],
        "conditionsOfAccess": MIXED if edition.restricted else None,
        "mentions": [{"@id": "#build"}, {"@id": "#packaging"}],
        "hasPart": [{"@id": part} for part in parts],
    }
    return {"@id": "./", "@type": "Dataset", **{key: each for key, each in stated.items() if each}}


def _folder(edition: Description, name: str, files: Sequence[Packed]) -> Entity:
    part = PARTS.get(name)
    inside = [packed.path for packed in files if packed.path.startswith(f"{name}/")]
    mixed = edition.restricted and part is not None and part.derived
    return {
        "@id": f"{name}/",
        "@type": "Dataset",
        "name": part.title if part else name,
        **({"description": part.about} if part else {}),
        **({"conditionsOfAccess": MIXED} if mixed else {}),
        "hasPart": [{"@id": quote(path)} for path in inside],
    }


def _file(
    edition: Description, packed: Packed, kind: Kind | None, based: Mapping[str, str]
) -> Entity:
    format_: list[Any] = [kind.media_type] if kind else []
    if kind and kind.puid:
        format_.append({"@id": PRONOM + kind.puid})
    restricted = packed.path in edition.restricted
    return {
        "@id": quote(packed.path),
        "@type": "File",
        "name": TOP.get(packed.path, packed.path),
        "contentSize": str(packed.size),
        **({"encodingFormat": format_[0] if len(format_) == 1 else format_} if format_ else {}),
        "sha256": packed.sha256,
        **({"isBasedOn": {"@id": quote(based[packed.path])}} if packed.path in based else {}),
        **({"conditionsOfAccess": RESTRICTED} if restricted else {}),
    }


def _formats(kinds: Mapping[str, Kind | None]) -> Iterator[Entity]:
    named = {kind.puid: kind.full_name for kind in kinds.values() if kind and kind.puid}
    for puid, name in sorted(named.items()):
        yield {"@id": PRONOM + puid, "@type": "Website", "name": name}


def _people(edition: Description) -> Iterator[Entity]:
    for agent in (*edition.creators, *edition.contributors):
        parts = {"givenName": agent.given, "familyName": agent.family}
        yield {
            "@id": _id(agent),
            "@type": "Organization" if agent.is_body else "Person",
            "name": agent.name,
            **{key: value for key, value in parts.items() if value},
        }
    if edition.publisher:
        yield {"@id": "#publisher", "@type": "Organization", "name": edition.publisher}


def _id(agent: Agent) -> str:
    return agent.uri or f"#{quote(agent.name)}"


def _licence(edition: Description) -> Iterator[Entity]:
    if edition.licence_url:
        yield {
            "@id": edition.licence_url,
            "@type": "CreativeWork",
            "name": edition.licence or edition.licence_url,
            **({"identifier": edition.spdx} if edition.spdx else {}),
        }


def _actions(record: Mapping[str, Any], folders: Sequence[str], day: str) -> Iterator[Entity]:
    versions = {str(name): str(version) for name, version in record.get("versions", {}).items()}
    programs = {"recensio": str(record.get("version", __version__)), **versions}
    made = [name for name in folders if name in PARTS and PARTS[name].derived]
    yield {
        "@id": "#build",
        "@type": "CreateAction",
        "name": "The edition was built",
        "endTime": day,
        "instrument": [{"@id": f"#software-{name}"} for name in programs],
        "object": [{"@id": "edition/"}] if "edition" in folders else [],
        "result": [{"@id": f"{name}/"} for name in made],
    }
    yield {
        "@id": "#packaging",
        "@type": "CreateAction",
        "name": "The package was made",
        "endTime": day,
        "instrument": {"@id": "#software-recensio"},
        "object": [{"@id": f"{name}/"} for name in folders],
        "result": {"@id": "./"},
    }
    for name, version in programs.items():
        yield {
            "@id": f"#software-{name}",
            "@type": "SoftwareApplication",
            "name": name,
            "softwareVersion": version,
        }
