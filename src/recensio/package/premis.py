"""Provenance and fixity of the package as PREMIS 3.0 words them.

Objects are the files with their digests and formats; events are the building, the validation, the
making of the digests and the packing; agents are the editors and the programs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from lxml import etree

from recensio import __version__
from recensio.package.bag import ALGORITHMS, Packed
from recensio.package.description import Description
from recensio.package.kinds import Kind

PREMIS: Final = "http://www.loc.gov/premis/v3"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
LOCATION: Final = f"{PREMIS} https://www.loc.gov/standards/premis/premis.xsd"
NAMES: Final = {"sha256": "SHA-256", "sha512": "SHA-512"}
"""The digests as the vocabulary of the Library of Congress calls them."""

PROGRAM: Final = "recensio"


def premis(
    edition: Description,
    files: Sequence[Packed],
    kinds: Mapping[str, Kind | None],
    record: Mapping[str, Any],
    moment: str,
) -> bytes:
    """premis.xml; `record` is build.json, `moment` the day of the package in ISO 8601."""
    root = etree.Element(f"{{{PREMIS}}}premis", nsmap={"premis": PREMIS, "xsi": XSI}, version="3.0")
    root.set(f"{{{XSI}}}schemaLocation", LOCATION)
    for packed in files:
        _object(root, packed, kinds.get(packed.path))
    for number, (kind, detail, outcome) in enumerate(_events(record), start=1):
        _event(root, number, (kind, detail, outcome), moment)
    for agent in edition.creators:
        form = "organization" if agent.is_body else "person"
        known = ("URI", agent.uri) if agent.uri else ("local", agent.name)
        _agent(root, known, agent.name, form)
    for name, version in sorted({PROGRAM: __version__, **_versions(record)}.items()):
        _agent(root, ("local", f"software/{name}"), name, "software", version)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _object(root: etree._Element, packed: Packed, kind: Kind | None) -> None:
    element = _leaf(root, "object")
    element.set(f"{{{XSI}}}type", "premis:file")
    _identifier(element, "object", "path", f"data/{packed.path}")
    characteristics = _leaf(element, "objectCharacteristics")
    _leaf(characteristics, "compositionLevel", "0")
    for algorithm in ALGORITHMS:
        fixity = _leaf(characteristics, "fixity")
        _leaf(fixity, "messageDigestAlgorithm", NAMES[algorithm])
        _leaf(fixity, "messageDigest", packed.digests[algorithm])
        _leaf(fixity, "messageDigestOriginator", PROGRAM)
    _leaf(characteristics, "size", str(packed.size))
    _format(_leaf(characteristics, "format"), kind)
    _leaf(element, "originalName", packed.path)


def _format(element: etree._Element, kind: Kind | None) -> None:
    designation = _leaf(element, "formatDesignation")
    _leaf(designation, "formatName", kind.media_type if kind else "unknown")
    if kind and kind.version:
        _leaf(designation, "formatVersion", kind.version)
    if kind and kind.puid:
        registry = _leaf(element, "formatRegistry")
        _leaf(registry, "formatRegistryName", "PRONOM")
        _leaf(registry, "formatRegistryKey", kind.puid)
    if kind:
        _leaf(element, "formatNote", kind.full_name)


def _events(record: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What was done, in order: kind, detail and outcome."""
    outputs, inputs = record.get("outputs", {}), record.get("inputs", {})
    made = f"{len(outputs)} files were built from {len(inputs)}; build.json lists all of them."
    commit = f" Commit: {record['commit']}." if record.get("commit") else ""
    yield "creation", made + commit, "success"
    counts = record.get("problems", {})
    said = ", ".join(f"{severity}: {count}" for severity, count in counts.items())
    outcome = "failure" if counts.get("error") else "success"
    yield "validation", f"Schema, Schematron, integrity and apparatus. {said}".strip(), outcome
    digests = " and ".join(NAMES.values())
    yield "message digest calculation", f"{digests} of every file, as it was copied.", "success"
    yield "packaging", "Packed as a bag (BagIt 1.0, RFC 8493).", "success"


def _event(root: etree._Element, number: int, told: tuple[str, str, str], moment: str) -> None:
    kind, detail, outcome = told
    element = _leaf(root, "event")
    _identifier(element, "event", "local", f"event/{number}")
    _leaf(element, "eventType", kind)
    _leaf(element, "eventDateTime", moment)
    _leaf(_leaf(element, "eventDetailInformation"), "eventDetail", detail)
    _leaf(_leaf(element, "eventOutcomeInformation"), "eventOutcome", outcome)
    linking = _leaf(element, "linkingAgentIdentifier")
    _leaf(linking, "linkingAgentIdentifierType", "local")
    _leaf(linking, "linkingAgentIdentifierValue", f"software/{PROGRAM}")
    _leaf(linking, "linkingAgentRole", "executing program")


def _agent(
    root: etree._Element, known: tuple[str, str], name: str, kind: str, version: str = ""
) -> None:
    element = _leaf(root, "agent")
    _identifier(element, "agent", *known)
    _leaf(element, "agentName", name)
    _leaf(element, "agentType", kind)
    if version:
        _leaf(element, "agentVersion", version)


def _versions(record: Mapping[str, Any]) -> dict[str, str]:
    versions = {str(name): str(version) for name, version in record.get("versions", {}).items()}
    own = {PROGRAM: str(record["version"])} if record.get("version") else {}
    return {**versions, **own}


def _identifier(parent: etree._Element, of: str, kind: str, value: str) -> None:
    identifier = _leaf(parent, f"{of}Identifier")
    _leaf(identifier, f"{of}IdentifierType", kind)
    _leaf(identifier, f"{of}IdentifierValue", value)


def _leaf(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    element = etree.SubElement(parent, f"{{{PREMIS}}}{name}")
    element.text = text or None
    return element
