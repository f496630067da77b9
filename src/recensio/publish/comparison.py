"""The texts rebuilt from the apparatus beside transcriptions of the same witnesses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final

from recensio.model.document import Corpus, Document, Transcription
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.model.witness import Siglum
from recensio.publish.names import file_name
from recensio.tei.differences import Comparison, Region, compare
from recensio.tei.gaps import PLACE
from recensio.tei.passages import Told
from recensio.tei.text import BREAK, GAP
from recensio.tei.witness_texts import WitnessTexts

AT_MOST: Final = 100
"""Differences of one witness that are written down; the rest is counted."""

AROUND: Final = 5
"""Words of context before a difference, and after it."""

LONGEST: Final = 60
"""Characters of a difference in a message."""

_PIECE: Final = re.compile(f"{PLACE}(\\d+){PLACE}|(\n)|[\\s{BREAK}]|([^\\s{BREAK}{PLACE}]+)")


@dataclass(frozen=True, slots=True)
class Compared:
    """A witness's text in a document beside its transcription."""

    document: Document
    siglum: Siglum
    transcription: Transcription
    rebuilt: tuple[str, ...]
    written: tuple[str, ...]
    lines: tuple[int, ...]
    comparison: Comparison

    def line(self, region: Region) -> int:
        """The line of the file where the words of a difference stand, or those before it."""
        at = min(region[0], len(self.lines) - 1)
        return self.lines[at] if self.lines else 1


def comparisons(
    corpus: Corpus, witnesses: Mapping[str, Sequence[Siglum]], texts: WitnessTexts
) -> Outcome[tuple[Compared, ...]]:
    """Compare each transcription with the text of its witness; `witnesses` are by document.

    Reported are texts that differ (WIT012), that all agree (WIT013), and transcriptions that
    belong to no text (WIT014).
    """
    found: list[Compared] = []
    problems: list[Problem] = []
    by_document: dict[str, list[tuple[Siglum, Transcription]]] = {}
    for transcription in corpus.transcriptions:
        owners = list(_owners(transcription, corpus, witnesses))
        if len(owners) == 1:
            document, siglum = owners[0]
            by_document.setdefault(document.id, []).append((siglum, transcription))
        else:
            problems.append(_unclaimed(transcription, several=bool(owners)))
    for document in corpus.documents:
        claimed = by_document.get(document.id, ())
        found += _of_document(document, claimed, texts) if claimed else ()
    return Outcome(tuple(found), (*problems_of(found), *problems))


def _of_document(
    document: Document, claimed: Sequence[tuple[Siglum, Transcription]], texts: WitnessTexts
) -> Iterator[Compared]:
    placed = texts.of(document, Told.LINES)
    for siglum, transcription in claimed:
        yield compared(document, siglum, placed.text(siglum), transcription)


def _owners(
    transcription: Transcription, corpus: Corpus, witnesses: Mapping[str, Sequence[Siglum]]
) -> Iterator[tuple[Document, Siglum]]:
    """The documents that may be transcribed, each with the witness of that name."""
    for document in corpus.documents:
        sigla = witnesses.get(document.id, ())
        names = {each.id: each.siglum for each in corpus.witnesses_of(document)}
        names = {file_name(siglum): siglum for siglum in sigla} | names
        siglum = names.get(transcription.witness, Siglum(transcription.witness))
        if transcription.document in (document.id, "") and siglum in sigla:
            yield document, siglum


def _unclaimed(transcription: Transcription, several: bool) -> Problem:
    few, many = "no text of the edition has", "several texts of the edition have"
    reason = f"{many if several else few} a witness {transcription.witness}"
    place = Location(transcription.path)
    return problem("WIT014", place, path=_name(transcription), reason=reason)


def _name(transcription: Transcription) -> str:
    return PurePath(transcription.path).name


def compared(
    document: Document, siglum: Siglum, text: str, transcription: Transcription
) -> Compared:
    """Compare a text that tells its places with a transcription; what is "[...]" is left out."""
    rebuilt, lines = _words(text.replace(GAP, " "))
    written = tuple(" ".join(transcription.blocks).replace(GAP, " ").split())
    comparison = compare(rebuilt, written)
    return Compared(document, siglum, transcription, rebuilt, written, lines, comparison)


def _words(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words of a text, and the line of the file where each begins."""
    words: list[str] = []
    lines: list[int] = []
    line, is_open = 0, False
    for match in _PIECE.finditer(text):
        place, feed, piece = match.groups()
        if place is not None:
            line = int(place)
        elif piece is None:
            line += feed is not None
            is_open = False
        elif is_open:
            words[-1] += piece
        else:
            words.append(piece)
            lines.append(line)
            is_open = True
    return tuple(unicodedata.normalize("NFC", word) for word in words), tuple(lines)


def problems_of(found: Sequence[Compared]) -> Iterator[Problem]:
    """A problem for each witness whose texts differ (WIT012); a remark if none does (WIT013)."""
    for each in found:
        if each.comparison.regions:
            yield _differs(each)
    if found and not any(each.comparison.regions for each in found):
        characters = sum(each.comparison.characters for each in found)
        count = f"{len(found):,} witness{'' if len(found) == 1 else 'es'}"
        yield problem("WIT013", count=count, characters=f"{characters:,}")


def _differs(each: Compared) -> Problem:
    regions = each.comparison.regions
    a, b, c, d = regions[0]
    return problem(
        "WIT012",
        Location(each.document.path, each.line(regions[0])),
        siglum=each.siglum,
        path=_name(each.transcription),
        places=f"{len(regions):,} place{'' if len(regions) == 1 else 's'}",
        rebuilt=_shown(each.rebuilt[a:b]),
        written=_shown(each.written[c:d]),
        context=" ".join(each.rebuilt[max(a - AROUND, 0) : a]) or "the beginning",
    )


def _shown(words: Sequence[str]) -> str:
    text = " ".join(words)
    cut = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    return f"“{cut}”" if cut else "nothing"


def record(corpus: Corpus, found: Sequence[Compared]) -> Mapping[str, Any]:
    """What data/witnesses/comparison.json holds."""
    return {"comparisons": [_record(corpus, each) for each in found]}


def _record(corpus: Corpus, each: Compared) -> dict[str, Any]:
    comparison = each.comparison
    return {
        "document": each.document.id,
        "witness": each.siglum,
        "transcription": corpus.relative(each.transcription),
        "characters": comparison.characters,
        "equal": comparison.equal,
        "count": len(comparison.regions),
        "differences": [_difference(each, region) for region in comparison.regions[:AT_MOST]],
    }


def _difference(each: Compared, region: Region) -> dict[str, Any]:
    a, b, c, d = region
    before = " ".join(each.rebuilt[max(a - AROUND, 0) : a])
    after = " ".join(each.rebuilt[b : b + AROUND])
    return {
        "rebuilt": " ".join(each.rebuilt[a:b]),
        "transcription": " ".join(each.written[c:d]),
        "context": f"{before} | {after}".strip(),
        "line": each.line(region),
    }
