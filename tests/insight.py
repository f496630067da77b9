"""What the tests of insight need: the attestations of a document, a reader of NEXUS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from recensio.publish.insight.attestation import Attestation, attestation
from recensio.publish.insight.roll import Roll
from recensio.publish.prepare import Edition
from tests.support import edition_of, tei

LIST = "<listWit>{}</listWit>"


def listed(*sigla: str) -> str:
    """A list of witnesses, which may stand in a body."""
    return LIST.format("".join(f"<witness xml:id='{siglum}'/>" for siglum in sigla))


def settings(kind: str) -> str:
    """An edition.toml for one text, with an apparatus of this kind."""
    return f"[edition]\ntitle = 'T'\n[files]\ntexts = ['a.xml']\n[apparatus]\nkind = '{kind}'\n"


def edition_with(folder: Path, body: str, kind: str | None = None) -> Edition:
    """An edition of one text, a.xml; without `kind` it does not say what its apparatus is."""
    files = {"a.xml": tei(body)} | ({"edition.toml": settings(kind)} if kind else {})
    return edition_of(folder, files)


def attested(
    folder: Path, body: str, kind: str | None = None, spelling: bool = True
) -> Attestation:
    """The attestation of a text with this body."""
    edition = edition_with(folder, body, kind)
    return attestation(edition.readable[0], Roll(edition), spelling)


def texts_of(found: Attestation) -> list[dict[str, str]]:
    """For each place what each witness has, in words; several readings with a stroke between."""
    return [
        {
            siglum: "/".join(t for n, t in enumerate(place.states) if has >> n & 1)
            for siglum, has in zip(found.sigla, place.has, strict=True)
            if has
        }
        for place in found.places
    ]


@dataclass(frozen=True)
class Matrix:
    """A NEXUS file as read: labels of taxa and of characters, states by taxon and character."""

    taxa: list[str]
    characters: list[str]
    states: list[list[str]]
    rows: dict[str, list[set[str]]]


def read_nexus(text: str) -> Matrix:
    """The matrix of a NEXUS file, comments left out; only what ours hold is understood."""
    tokens = re.findall(r"'(?:[^']|'')*'|\([0-9A-Z]+\)|[;,/=]|[^\s;,/='(]+", _uncommented(text))
    taxa = list(map(_label, _until_semicolon(tokens, tokens.index("TAXLABELS"))))
    characters, states = [], []
    if "CHARSTATELABELS" in tokens:
        for entry in _split(_until_semicolon(tokens, tokens.index("CHARSTATELABELS"))):
            characters.append(_label(entry[1]))
            states.append(list(map(_label, entry[3:])))
    rows: dict[str, list[set[str]]] = {}
    for token in _until_semicolon(tokens, tokens.index("MATRIX")):
        if len(rows) == 0 or _is_complete(rows, len(characters)):
            rows[_label(token)] = []
        else:
            last = next(reversed(rows.values()))
            last += [{*token[1:-1]}] if token[0] == "(" else [{c} - {"?"} for c in token]
    return Matrix(taxa, characters, states, rows)


def _is_complete(rows: dict[str, list[set[str]]], length: int) -> bool:
    return len(next(reversed(rows.values()))) == length


def _uncommented(text: str) -> str:
    """Without comments; a bracket in quotation marks begins none."""
    return re.sub(r"('(?:[^']|'')*')|\[[^\]]*\]", lambda found: found[1] or "", text)


def _until_semicolon(tokens: list[str], start: int) -> list[str]:
    return tokens[start + 1 : tokens.index(";", start)]


def _split(tokens: list[str]) -> list[list[str]]:
    entries: list[list[str]] = [[]]
    for word in tokens:
        if word == ",":
            entries.append([])
        else:
            entries[-1].append(word)
    return entries


def _label(token: str) -> str:
    return token[1:-1].replace("''", "'") if token.startswith("'") else token
