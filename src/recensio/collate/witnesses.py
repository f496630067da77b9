"""Witnesses from files: plain text, TEI, or a specification that lists them."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from recensio.collate.tokens import WitnessText, witness_text
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem
from recensio.tei.io import read
from recensio.tei.names import tei
from recensio.tei.text import lines_of

TEI_SUFFIXES: Final = frozenset({".xml", ".tei"})
KEYS: Final = frozenset({"id", "content", "path"})
NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document can hold (XML 1.0, section 2.2)."""


def read_witnesses(paths: Sequence[Path]) -> tuple[WitnessText, ...]:
    """The witness in each file, its siglum the name of the file less the ending.

    Raises CannotGoOn if a file cannot be read or two have the same siglum.
    """
    return _distinct([_from_file(path, path.stem) for path in paths])


def read_spec(path: Path) -> tuple[WitnessText, ...]:
    """The witnesses that a TOML or JSON file lists, each with id and content, or id and path.

    Raises CannotGoOn if the file is not understood or a witness cannot be read.
    """
    text = _text(path)
    try:
        spec = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    except (tomllib.TOMLDecodeError, json.JSONDecodeError) as error:
        raise _refused(path, f"it cannot be read: {error}") from None
    listed = spec.get("witnesses") if isinstance(spec, dict) else None
    if not isinstance(listed, list):
        raise _refused(path, "it has no list named witnesses")
    return _distinct([_from_spec(path, witness) for witness in listed])


def _from_spec(path: Path, witness: Any) -> WitnessText:
    if not isinstance(witness, dict) or not all(isinstance(v, str) for v in witness.values()):
        raise _refused(path, "a witness is not a table of texts")
    unknown = witness.keys() - KEYS
    if unknown or "id" not in witness or not ("content" in witness) ^ ("path" in witness):
        raise _refused(path, f"a witness has the keys {', '.join(sorted(witness)) or 'none'}")
    if "path" in witness:
        return _from_file(path.parent / witness["path"], witness["id"])
    return _witness(path, witness["id"], witness["content"])


def _from_file(path: Path, siglum: str) -> WitnessText:
    if path.suffix.lower() not in TEI_SUFFIXES:
        return _witness(path, siglum, _text(path))
    outcome = read(path)
    if outcome.value is None:
        raise CannotGoOn(*outcome.problems)
    return _witness(path, siglum, "\n".join(_lines(outcome.value.tree.getroot())))


def _lines(root: Any) -> Iterator[str]:
    for text in root.iter(tei("text")):
        if next(text.iterancestors(tei("text")), None) is None:
            yield from lines_of(text)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Location(str(path))
        raise CannotGoOn(problem("SRC004", place, reason=f"it is not UTF-8: {error}")) from None
    except OSError:
        raise CannotGoOn(problem("SRC002", Location(str(path)), path=path)) from None


def _witness(path: Path, siglum: str, text: str) -> WitnessText:
    witness = witness_text(siglum, text)
    found = NOT_XML.search(siglum + witness.text)
    if found:
        reason = f"it holds the character U+{ord(found.group()):04X}, which no XML can hold"
        raise CannotGoOn(problem("SRC004", Location(str(path)), reason=reason))
    return witness


def _distinct(witnesses: list[WitnessText]) -> tuple[WitnessText, ...]:
    sigla = [witness.siglum for witness in witnesses]
    twice = next((siglum for siglum in sigla if sigla.count(siglum) > 1), None)
    if twice is not None:
        raise CannotGoOn(problem("WIT002", siglum=twice))
    return tuple(witnesses)


def _refused(path: Path, reason: str) -> CannotGoOn:
    remedy = "list the witnesses, each with an id and its content or path"
    return CannotGoOn(problem("SRC010", Location(str(path)), reason=reason, remedy=remedy))
