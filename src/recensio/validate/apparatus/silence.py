"""Witnesses that a positive apparatus leaves out (TEI Guidelines, 12.1.4)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from recensio.model.apparatus import ApparatusKind
from recensio.model.problem import Problem, problem
from recensio.model.witness import Siglum
from recensio.tei.apparatus import MARKS
from recensio.tei.names import tei
from recensio.tei.text import readings_of
from recensio.validate.apparatus.lacunae import defective
from recensio.validate.apparatus.survey import Entry, Survey, Text, words


def silent(survey: Survey) -> Iterator[Problem]:
    """Witnesses of which an entry of an edition declared positive says nothing (APP002)."""
    if survey.corpus.apparatus is not ApparatusKind.POSITIVE:
        return
    for text in survey.texts:
        yield from _in_text(text, survey)


def _in_text(text: Text, survey: Survey) -> Iterator[Problem]:
    all_of_them = _expected_in(text, survey)
    gone = defective(text) if text.entries else {}
    for entry in text.entries:
        if _says_what_is_read(entry):
            app = entry.element
            expected = _expected_within(app, all_of_them, text)
            named = _named(app, text)
            missing = [s for s in expected if s not in named and s not in gone[app]]
            if missing:
                yield problem("APP002", text.place(app), sigla=", ".join(missing))


def _expected_in(text: Text, survey: Survey) -> list[Siglum]:
    """The single witnesses of the text: its own, and those that no other text keeps to itself."""
    foreign = {
        witness.id
        for other in survey.texts
        if other is not text and other.entries
        for witness in other.document.witnesses
    }
    own = {witness.id for witness in text.document.witnesses}
    groups = [witness for witness in text.witnesses if witness.members]
    return [
        witness.siglum
        for witness in text.witnesses
        if witness not in groups and (witness.id in own or witness.id not in foreign)
    ]


def _says_what_is_read(entry: Entry) -> bool:
    """Whether any reading has more than a mark of where a witness begins or ends."""
    return any(
        words(reading) or next(reading.iter(*MARKS), None) is None for reading in entry.readings
    )


def _expected_within(app: etree._Element, all_of_them: list[Siglum], text: Text) -> list[Siglum]:
    """An entry inside a reading need name only the witnesses of that reading."""
    reading = next(app.iterancestors(tei("lem"), tei("rdg")), None)
    if reading is None:
        return all_of_them
    outer = next(reading.iterancestors(tei("app")), None)
    if reading.get("wit"):
        around = set(text.witnesses.covered(reading.get("wit") or ""))
        return [siglum for siglum in all_of_them if siglum in around]
    if outer is None:
        return all_of_them
    others = {s for r in readings_of(outer) if r is not reading for s in _read_by(r, text)}
    return [s for s in _expected_within(outer, all_of_them, text) if s not in others]


def _named(app: etree._Element, text: Text) -> set[Siglum]:
    """The witnesses named by the readings, by a wit after them, or by entries within them."""
    named = {siglum for reading in readings_of(app) for siglum in _read_by(reading, text)}
    for reference in app.iterfind(".//{*}wit//{*}ref"):
        named.update(text.witnesses.covered(reference.get("target") or ""))
    return named


def _read_by(reading: etree._Element, text: Text) -> set[Siglum]:
    own = set(text.witnesses.covered(reading.get("wit") or ""))
    if not own:
        for inner in reading.iter(tei("lem"), tei("rdg")):
            own.update(text.witnesses.covered(inner.get("wit") or ""))
    return own
