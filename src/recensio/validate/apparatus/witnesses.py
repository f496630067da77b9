"""Witnesses of an entry: named twice, and details that belong to no reading.

TEI Guidelines, 12.1.4.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.model.problem import Problem, problem
from recensio.tei.names import XML_ID, tei, tei_names
from recensio.validate.apparatus import mending
from recensio.validate.apparatus.survey import (
    LEM,
    RDG,
    Entry,
    Survey,
    Text,
    is_comment,
    name_of,
    remarks,
    said_of,
    tokens,
)

TELLING: Final = ("hand", "type", "varSeq", "cause", "resp", "source", "cert", "ana", "copyOf")
TRACES: Final = tei_names("add del subst corr sic supplied unclear gap restore mod retrace hi note")
WITNESSES: Final = tei_names("witness listWit msDesc msPart msFrag object")


def twice(text: Text, survey: Survey) -> Iterator[Problem]:
    """Witnesses that an entry names twice (WIT003)."""
    for element in text.witnessed:
        yield from _in_one_value(element, text)
    for entry in text.entries:
        yield from _in_two_readings(entry, text, survey)


def details(text: Text, survey: Survey) -> Iterator[Problem]:
    """Details that have no reading, or speak of a witness that their reading lacks (WIT005)."""
    for detail in text.root.iter(tei("witDetail")):
        yield from _detail(detail, text, survey)


def _in_one_value(element: etree._Element, text: Text) -> Iterator[Problem]:
    written = tokens(element)
    again = [token for i, token in enumerate(written) if token in written[:i]]
    for token in dict.fromkeys(again):
        place = text.place(element, "wit")
        found = problem("WIT003", place, siglum=token, where=f"in one @wit of {name_of(element)}")
        once = " ".join(dict.fromkeys(written))
        yield mending.with_value(found, text, element, "wit", once, f"name {token} once")


def _in_two_readings(entry: Entry, text: Text, survey: Survey) -> Iterator[Problem]:
    naming: dict[str, list[etree._Element]] = defaultdict(list)
    for reading in entry.readings:
        for token in dict.fromkeys(tokens(reading)):
            naming[token].append(reading)
    for token, readings in naming.items():
        if (
            len(readings) > 1
            and _is_witness(token, survey)
            and not _is_prose(token, readings, text)
        ):
            for again in _not_told_apart(readings, token, entry):
                place = text.place(again, "wit")
                yield problem("WIT003", place, siglum=token, where="in two readings of the entry")


def _is_witness(token: str, survey: Survey) -> bool:
    """A scholar may have two conjectures in one entry, a manuscript has one text."""
    element = survey.identified.get(token.rpartition("#")[2])
    if element is None:
        return False
    listed = len(survey.corpus.witnesses) > 0
    return element.tag in WITNESSES or (not listed and name_of(element).startswith("bibl"))


def _is_prose(token: str, readings: list[etree._Element], text: Text) -> bool:
    """Whether words after a siglum, as in `G in mg.`, say more of it than a siglum can."""
    for reading in readings:
        written = tokens(reading)
        after = written[written.index(token) + 1 :][:1]
        if after and "#" not in after[0] and after[0] not in text.witnesses:
            return True
    return False


def _not_told_apart(
    readings: list[etree._Element], token: str, entry: Entry
) -> Iterator[etree._Element]:
    marks = {tuple(said_of(reading, name) for name in TELLING) for reading in readings}
    noted = any(
        note.getparent() is entry.element for note in entry.element.iterchildren(tei("note"))
    )
    if len(marks) == len(readings) or noted or any(_is_explained(r, token) for r in readings):
        return
    yield from readings[1:]


def _is_explained(reading: etree._Element, token: str) -> bool:
    """Whether traces of a correction, a detail or a comment say why the witness has two texts."""
    if next(reading.iter(*TRACES), None) is not None:
        return True
    return any(
        is_comment(remark) or remark.tag != tei("witDetail") or token in tokens(remark)
        for remark in remarks(reading)
    )


def _detail(detail: etree._Element, text: Text, survey: Survey) -> Iterator[Problem]:
    readings = list(_readings_of(detail, text, survey))
    if not readings:
        if detail.get("target") is None:
            place = text.place(detail)
            yield problem("WIT005", place, reason="stands in no entry and points to no reading")
    elif not tokens(detail):
        yield from _without_witness(detail, readings, text)
    else:
        yield from _with_other_witness(detail, readings, text)


def _readings_of(detail: etree._Element, text: Text, survey: Survey) -> Iterator[etree._Element]:
    """The readings that a detail may speak of: those it points to, else those of its entry."""
    target = detail.get("target")
    if target is None:
        entry = next(detail.iterancestors(tei("app")), None)
        if entry is not None:
            yield from entry.iter(LEM, RDG)
        return
    for pointer in target.split():
        found = survey.identified_in[text].get(pointer.removeprefix("#"))
        if found is not None:
            yield found


def _without_witness(
    detail: etree._Element, readings: list[etree._Element], text: Text
) -> Iterator[Problem]:
    before = _nearest_before(detail, readings)
    place = text.place(detail)
    found = problem("WIT005", place, reason="does not say which witness it speaks of")
    wit = (before.get("wit") or "") if before is not None else ""
    yield mending.with_value(found, text, detail, "wit", wit, f"name {wit}") if wit else found


def _nearest_before(
    detail: etree._Element, readings: list[etree._Element]
) -> etree._Element | None:
    """The closest reading before the detail, which it speaks of unless it points elsewhere."""
    if detail.get("target") is not None:
        return readings[0]
    return next(detail.itersiblings(LEM, RDG, preceding=True), None)


def _with_other_witness(
    detail: etree._Element, readings: list[etree._Element], text: Text
) -> Iterator[Problem]:
    if any(reading.tag not in (LEM, RDG) for reading in readings):
        return
    named = [token for reading in readings for token in tokens(reading)]
    known = [token for token in named if token in text.witnesses]
    if not named or len(known) < len(named):
        return
    covered = {siglum for token in named for siglum in text.witnesses.covered(token)}
    for token in tokens(detail):
        own = text.witnesses.covered(token)
        if token in text.witnesses and token not in named and not covered.intersection(own):
            yield _strange(detail, token, readings, text)


def _strange(
    detail: etree._Element, token: str, readings: list[etree._Element], text: Text
) -> Problem:
    reason = f"speaks of {token}, which its reading does not name"
    found = problem("WIT005", text.place(detail, "wit"), reason=reason)
    before = _nearest_before(detail, readings)
    only = tokens(before) if before is not None else []
    if len(only) != 1 or len(tokens(detail)) != 1:
        return found
    return mending.with_value(found, text, detail, "wit", only[0], f"speak of {only[0]}")


def identifiers_of(readings: tuple[etree._Element, ...]) -> set[str]:
    """The pointers that lead to the readings."""
    return {f"#{identifier}" for reading in readings if (identifier := reading.get(XML_ID))}
