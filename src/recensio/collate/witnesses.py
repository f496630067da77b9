"""Witnesses from files: plain text, TEI, or a specification that lists them."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from recensio.collate.marked import marked
from recensio.collate.settings import NONE, Settings, settings_of
from recensio.collate.tokens import Token, TokenMaker, WitnessText, plain_text
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem
from recensio.tei.io import read

TEI_SUFFIXES: Final = frozenset({".xml", ".tei"})
KEYS: Final = frozenset({"id", "content", "path", "tokens"})
CLOSING: Final = ",.;:!?)]}»”’"
"""Signs before which no space stands, where tokens are given without spaces."""

NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document can hold (XML 1.0, section 2.2)."""


def read_witnesses(paths: Sequence[Path], settings: Settings = NONE) -> tuple[WitnessText, ...]:
    """The witness in each file, its siglum the name of the file less the ending.

    Raises CannotGoOn if a file cannot be read or two have the same siglum.
    """
    make = TokenMaker(settings.normaliser())
    return _distinct([_from_file(path, path.stem, make) for path in paths])


def read_spec(path: Path, settings: Settings = NONE) -> tuple[WitnessText, ...]:
    """The witnesses that a TOML or JSON file lists, each with id and content, path or tokens.

    `settings` go before those of the file. Raises CannotGoOn if the file is not understood or a
    witness cannot be read.
    """
    spec = _read(path)
    listed = spec.get("witnesses")
    if not isinstance(listed, list):
        raise _refused(path, "it has no list named witnesses")
    make = TokenMaker(settings.over(_settings(path, spec)).normaliser())
    return _distinct([_from_spec(path, witness, make) for witness in listed])


def read_settings(path: Path) -> Settings:
    """What a specification says of the collation. Raises CannotGoOn if it is not understood."""
    return _settings(path, _read(path))


def _read(path: Path) -> dict[str, Any]:
    text = _text(path)
    try:
        spec = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    except (tomllib.TOMLDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise _refused(path, f"it cannot be read: {error}") from None
    if not isinstance(spec, dict):
        raise _refused(path, "it has no list named witnesses")
    return spec


def _settings(path: Path, spec: dict[str, Any]) -> Settings:
    found = settings_of(spec)
    if isinstance(found, str):
        raise _refused(path, found)
    return found


def _from_spec(path: Path, witness: Any, make: TokenMaker) -> WitnessText:
    if not isinstance(witness, dict):
        raise _refused(path, "a witness is not a table of texts")
    keys = witness.keys() & KEYS
    tokens = witness.get("tokens")
    if not all(isinstance(witness[key], str) for key in keys - {"tokens"}):
        raise _refused(path, "a witness is not a table of texts")
    if witness.keys() - KEYS or "id" not in keys or len(keys) != 2:
        raise _refused(path, f"a witness has the keys {', '.join(sorted(witness)) or 'none'}")
    if "path" in keys:
        return _from_file(path.parent / witness["path"], witness["id"], make)
    if "content" in keys:
        return _checked(path, plain_text(witness["id"], witness["content"], make))
    return _checked(path, _from_tokens(path, witness["id"], tokens, make))


def _from_tokens(path: Path, siglum: str, listed: Any, make: TokenMaker) -> WitnessText:
    """A witness whose tokens are given, as CollateX takes them: t is the text, n the normal form.

    White space at the ends of t is the space between tokens; where no token has any, all are
    spaced but for signs that close.
    """
    if not isinstance(listed, list) or not all(map(_is_token, listed)):
        raise _refused(path, f"the tokens of {siglum} are not a list of tables with t, and n")
    texts = [each["t"] for each in listed if each["t"].strip()]
    normals = [each.get("n", "") for each in listed if each["t"].strip()]
    is_spaced = any(text != text.strip() for text in texts)
    tokens: list[Token] = []
    for index, (text, normal) in enumerate(zip(texts, normals, strict=True)):
        before = texts[index - 1][-1:].isspace() or text[:1].isspace()
        space = before if is_spaced else text not in CLOSING
        made = make.token(" ".join(text.split()), " " if space or not index else "")
        tokens.append(made if not normal else Token(made.text, normal, made.space))
    return WitnessText(siglum, tuple(tokens))


def _is_token(each: Any) -> bool:
    return (
        isinstance(each, dict)
        and isinstance(each.get("t"), str)
        and isinstance(each.get("n", ""), str)
    )


def _from_file(path: Path, siglum: str, make: TokenMaker) -> WitnessText:
    if path.suffix.lower() not in TEI_SUFFIXES:
        return _checked(path, plain_text(siglum, _text(path), make))
    outcome = read(path)
    if outcome.value is None:
        raise CannotGoOn(*outcome.problems)
    return _checked(path, marked(siglum, outcome.value.tree.getroot(), make))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Location(str(path))
        raise CannotGoOn(problem("SRC004", place, reason=f"it is not UTF-8: {error}")) from None
    except OSError:
        raise CannotGoOn(problem("SRC002", Location(str(path)), path=path)) from None


def _checked(path: Path, witness: WitnessText) -> WitnessText:
    """The witness, if XML can hold its text."""
    found = NOT_XML.search(witness.siglum + witness.text)
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
    remedy = "list the witnesses, each with an id and its content, path or tokens"
    return CannotGoOn(problem("SRC010", Location(str(path)), reason=reason, remedy=remedy))
