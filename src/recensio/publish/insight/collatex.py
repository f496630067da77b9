"""data/collatex: the texts of the witnesses beside each other, as CollateX writes them.

What all have in common and what an entry gives to each of them stand in turn, each word of a
witness once and in its order. A word that is partly in an entry is wholly in its cell. The readings
are those of the attestation; but a witness that is not named has the lemma unless the apparatus is
positive, so that its text can be read.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from lxml import etree

from recensio.model.apparatus import ApparatusKind, Method
from recensio.model.document import Artifact
from recensio.publish.insight.absence import PRESENT, Absence, absences
from recensio.publish.insight.attestation import Attestation
from recensio.publish.insight.readings import named_in, numbered, ordered
from recensio.publish.prepare import Edition
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import BREAK, lemma_of, written

MOST: Final = 2_000_000
"""Words of all witnesses together up to which a table is written; a word takes some 30 bytes."""

MARK: Final = "\x01"
"""Around the number of an entry, while the text is read; XML cannot hold it."""

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
    texts = _Texts(each, edition)
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


@dataclass(frozen=True, slots=True)
class _Choice:
    """The readings of an entry with the states they are, whom they name, what others have."""

    readings: tuple[tuple[etree._Element, int | None], ...]
    assumed: etree._Element | None
    named: frozenset[str] = frozenset()


class _Texts:
    """What the witnesses of a document have at each entry, and between them."""

    def __init__(self, each: Attestation, edition: Edition) -> None:
        self._each = each
        self._positive = edition.corpus.apparatus is ApparatusKind.POSITIVE
        self._places = {place.entry.id: place for place in each.places}
        self._choices: dict[str, _Choice] = {}
        self._absences: Mapping[str, Absence] = absences(
            each.document, edition.corpus.witnesses_of(each.document)
        )
        first = next(each.document.tree.getroot().iter(tei("app")), None)
        self.at_first = self.away(first).before if first is not None else frozenset()

    def pieces(self) -> Iterator[str | etree._Element]:
        """The text between the entries, and the entries that stand in it."""
        apps: list[etree._Element] = []

        def choose(app: etree._Element) -> str:
            apps.append(app)
            return f"{MARK}{len(apps) - 1}{MARK}"

        text = written(self._each.document.tree.getroot(), choose).replace(BREAK, " ")
        for number, piece in enumerate(text.split(MARK)):
            yield apps[int(piece)] if number % 2 else piece

    def away(self, app: etree._Element) -> Absence:
        return self._absences.get(app.get(XML_ID, ""), PRESENT)

    def of_all(self, text: str, away: frozenset[str]) -> tuple[str, ...]:
        """The same for each witness that has text here."""
        return tuple("" if siglum in away else text for siglum in self._each.sigla)

    def of_entry(self, app: etree._Element) -> tuple[str, ...]:
        """What each witness has at an entry; alike readings are read once."""
        nested = next(app.iterdescendants(tei("app")), None) is not None
        known: dict[etree._Element | None, str] = {None: ""}
        texts = []
        for column in range(len(self._each.sigla)):
            reading = self._reading(app, column)
            if nested or reading not in known:
                known[reading] = "" if reading is None else self._written(reading, column)
            texts.append(known[reading])
        return tuple(texts)

    def _written(self, reading: etree._Element, column: int) -> str:
        return written(reading, lambda app: self._reading(app, column)).replace(BREAK, " ")

    def _reading(self, app: etree._Element, column: int) -> etree._Element | None:
        """The first reading of the entry that a witness has."""
        identifier = app.get(XML_ID, "")
        if identifier not in self._choices:
            self._choices[identifier] = self._choice(app)
        choice = self._choices[identifier]
        place = self._places.get(identifier)
        if place is None:
            return choice.assumed
        has = place.has[column]
        for element, number in choice.readings:
            if number is not None and has >> number & 1:
                return element
        siglum = self._each.sigla[column]
        lost = siglum in choice.named or siglum in self.away(app).either
        return None if lost else choice.assumed

    def _choice(self, app: etree._Element) -> _Choice:
        place = self._places.get(app.get(XML_ID, ""))
        if place is None:
            reading = lemma_of(app)
            return _Choice((), reading if isinstance(reading, etree._Element) else None)
        elements = ordered(app)
        lemma = next((element for element in elements if element.tag == tei("lem")), None)
        return _Choice(
            tuple(zip(elements, numbered(place.entry)[0], strict=True)),
            None if self._positive else lemma,
            frozenset(named_in(place.entry)),
        )


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


@cache
def _cell(words: Cell) -> str:
    tokens = [{"t": word, "n": word.casefold()} for word in words]
    return json.dumps(tokens, ensure_ascii=False) if tokens else "null"
