"""data/collatex: the texts of the witnesses beside each other, as CollateX writes them.

What all have in common and what an entry gives to each of them stand in turn, each word of a
witness once and in its order. A word that is partly in an entry is wholly in its cell. The readings
are those of data/witnesses (tei/attestation.py); where that has a gap, the cell is empty.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

from recensio.model.apparatus import Method
from recensio.model.document import Artifact
from recensio.publish.insight.attestation import Attestation
from recensio.publish.insight.texts import Texts
from recensio.publish.prepare import Edition
from recensio.tei.text import written

MOST: Final = 2_000_000
"""Words of all witnesses together up to which a table is written; a word takes some 30 bytes."""

Cell = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A row: what each witness has, in words, none if it has nothing."""

    cells: Sequence[Cell]


def collatex_file(each: Attestation, edition: Edition) -> Artifact | None:
    """The table of a document; none if entries stand apart from the text, or it is too long."""
    entries = (place.entry for place in each.places)
    if any(entry.method is not Method.PARALLEL_SEGMENTATION for entry in entries):
        return None
    common = len(written(each.document.tree.getroot()).split())
    if common * len(each.sigla) > MOST:
        return None
    found = list(segments(each, edition))
    rows = (
        "[" + ", ".join(_cell(segment.cells[column]) for segment in found) + "]"
        for column in range(len(each.sigla))
    )
    witnesses = json.dumps(each.sigla, ensure_ascii=False)
    content = f'{{"witnesses": {witnesses}, "table": [\n' + ",\n".join(rows) + "\n]}\n"
    path = f"data/collatex/{each.document.id}.json"
    return Artifact(path, content.encode(), "application/json", each.document.path)


def segments(each: Attestation, edition: Edition) -> Iterator[Segment]:
    """The text of a document as segments, in its order."""
    texts = Texts(each, edition)
    run: list[tuple[str, ...]] = []
    away = texts.at_first
    for piece in texts.pieces():
        if isinstance(piece, etree._Element):
            run.append(texts.of_entry(piece))
            away = texts.away(piece).after
            continue
        head, middle, tail = _parts(piece) if run else ("", *_ending(piece))
        if run and head:
            run.append(texts.of_all(head, away))
        if middle or tail or piece[-1:].isspace():
            yield from _row(run)
            yield from _row([texts.of_all(middle, away)])
            run = [texts.of_all(tail, away)] if tail else []
    yield from _row(run)


def _parts(text: str) -> tuple[str, str, str]:
    """A text that follows an entry: the rest of its word, whole words, a word that goes on."""
    words = text.split()
    if not words:
        return "", "", ""
    head = "" if text[0].isspace() else words.pop(0)
    whole, tail = _ending(" ".join(words) + (" " if text[-1].isspace() else ""))
    return (head, whole, tail) if words else (head, "", "")


def _ending(text: str) -> tuple[str, str]:
    """The whole words of a text, and the word at its end that may go on."""
    words = text.split()
    tail = words.pop() if words and not text[-1].isspace() else ""
    return " ".join(words), tail


def _row(run: Sequence[Sequence[str]]) -> Iterator[Segment]:
    """What stands without a space between is one segment; a witness may have nothing in it."""
    if run:
        texts = ("".join(pieces) for pieces in zip(*run, strict=True))
        cells = [tuple(unicodedata.normalize("NFC", text).split()) for text in texts]
        if any(cells):
            yield Segment(cells)


@lru_cache(maxsize=4096)
def _cell(words: Cell) -> str:
    tokens = [{"t": word, "n": word.casefold()} for word in words]
    return json.dumps(tokens, ensure_ascii=False) if tokens else "null"
