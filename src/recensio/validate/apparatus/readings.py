"""The text of readings: equal to the lemma, or empty without a cause.

TEI Guidelines, 12.1.2, and 12.3 on omissions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, TypeAlias

from lxml import etree

from recensio.model.problem import Problem, problem
from recensio.tei.names import XML_ID, tei
from recensio.validate.apparatus import mending
from recensio.validate.apparatus.habits import Rule
from recensio.validate.apparatus.survey import (
    GROUPED,
    Entry,
    Text,
    has_remark,
    is_empty,
    said_of,
    tokens,
    words,
)

Markup: TypeAlias = tuple[object, ...]

ADD: Final = tei("add")
SILENT: Final = frozenset(("wit", XML_ID, "n", "varSeq"))
"""Attributes that give no cause for an empty reading."""


def equal_to_lemma(text: Text) -> Iterator[Problem]:
    """Readings that repeat a lemma whose witnesses are named (APP005)."""
    for entry, lemma, reading in _equal(text):
        if tokens(lemma):
            yield _repeats(entry, lemma, reading, text)


def _lemma_attested(text: Text) -> Iterator[Problem]:
    for entry, lemma, reading in _equal(text):
        if not tokens(lemma):
            yield _repeats(entry, lemma, reading, text)


def _repeats(entry: Entry, lemma: etree._Element, reading: etree._Element, text: Text) -> Problem:
    found = problem("APP005", text.place(reading), text=words(reading)[:40])
    if not tokens(reading) or len(entry.variants) < 2:
        return found
    return mending.merged(found, text, lemma, reading)


def _equal(text: Text) -> Iterator[tuple[Entry, etree._Element, etree._Element]]:
    for entry in text.entries:
        written = {lemma: words(lemma) for lemma in entry.lemmas}
        for reading in entry.variants if written else ():
            lemma = _lemma_of(reading, entry)
            if lemma is None or not written[lemma] or words(reading) != written[lemma]:
                continue
            if _markup(reading) == _markup(lemma) and not _told_apart(reading, lemma):
                yield entry, lemma, reading


def _lemma_of(reading: etree._Element, entry: Entry) -> etree._Element | None:
    """The lemma that a reading varies: that of its group, else that of the entry."""
    if len(entry.lemmas) == 1:
        return entry.lemmas[0]
    parents = (reading.getparent(), entry.element)
    return next((le for parent in parents for le in entry.lemmas if le.getparent() is parent), None)


def _told_apart(reading: etree._Element, lemma: etree._Element) -> bool:
    own, its = _attributes(reading), _attributes(lemma)
    layer = any(its.get(name) != own.get(name) for name in ("hand", "varSeq"))
    return (
        layer or any(its.get(name) != value for name, value in own.items()) or has_remark(reading)
    )


def _attributes(element: etree._Element) -> dict[str, str]:
    own = {str(k): str(v) for k, v in element.attrib.items() if k not in ("wit", XML_ID)}
    return {**{name: said for name in GROUPED if (said := said_of(element, name))}, **own}


def _markup(element: etree._Element) -> Markup:
    """The content as it compares: elements, their attributes, text without its white space."""
    pieces: list[object] = ["".join((element.text or "").split())]
    for child in element:
        if isinstance(child.tag, str):
            marks = sorted((str(k), str(v)) for k, v in child.attrib.items() if k != XML_ID)
            pieces += [child.tag, tuple(marks), _markup(child)]
        pieces.append("".join((child.tail or "").split()))
    return tuple(piece for piece in pieces if piece != "")


def _empty_readings(text: Text) -> Iterator[Problem]:
    usual = _usual_type(text)
    for reading in _unmarked(text):
        yield _unexplained(reading, usual, text)


def _unmarked(text: Text) -> Iterator[etree._Element]:
    for entry in text.entries:
        for reading in entry.variants:
            if is_empty(reading) and not _has_cause(reading) and not _is_clear(reading, entry):
                yield reading


def _is_clear(reading: etree._Element, entry: Entry) -> bool:
    """Whether the other readings say why this one is empty.

    They add words where the lemma, or the first reading of an entry without one, has none; or a
    later hand added them to the same witness.
    """
    if is_empty(entry.readings[0]) and not all(map(is_empty, entry.readings)):
        return True
    own = set(tokens(reading))
    return any(
        not own.isdisjoint(tokens(other)) and next(other.iter(ADD), None) is not None
        for other in entry.readings
    )


def _unexplained(reading: etree._Element, usual: str | None, text: Text) -> Problem:
    found = problem("APP006", text.place(reading), witnesses=reading.get("wit") or "nobody")
    if usual is None or reading.get("varSeq"):
        return found
    return mending.with_value(found, text, reading, "type", usual, f"mark it as {usual}")


def _has_cause(reading: etree._Element) -> bool:
    if any(str(name) not in SILENT | {"resp", "source"} for name in reading.attrib):
        return True
    if not tokens(reading) and (reading.get("resp") or reading.get("source")):
        return True  # A scholar strikes the words out.
    return any(said_of(reading, name) for name in ("type", "cause")) or has_remark(reading)


def _usual_type(text: Text) -> str | None:
    """The @type that the document gives its omissions, if it gives them one."""
    types = Counter(
        reading.get("type", "")
        for entry in text.entries
        for reading in entry.variants
        if is_empty(reading) and reading.get("type", "").startswith("om")
    )
    return types.most_common(1)[0][0] if types else None


def _marked_or_not(text: Text) -> int:
    """The empty readings that give their own type or cause, and those that give none."""
    marked = sum(
        is_empty(reading) and bool(reading.get("type") or reading.get("cause"))
        for entry in text.entries
        for reading in entry.variants
    )
    return marked + sum(1 for _ in _unmarked(text))


def bare_lemma(text: Text) -> Iterator[Problem]:
    """Empty lemmata of entries in which nothing else has any text either (APP007)."""
    for entry in text.entries:
        for lemma in _empty_lemmata(entry):
            if all(is_empty(reading) for reading in entry.readings):
                yield problem("APP007", text.place(lemma))


def _lemma_left_out(text: Text) -> Iterator[Problem]:
    for entry in text.entries:
        for lemma in _empty_lemmata(entry):
            if not all(is_empty(reading) for reading in entry.readings) and not _adds(entry):
                found = problem("APP007", text.place(lemma))
                yield mending.as_information(found)


def _empty_lemmata(entry: Entry) -> Iterator[etree._Element]:
    for lemma in entry.lemmas:
        if is_empty(lemma) and not _has_cause(lemma):
            yield lemma


def _adds(entry: Entry) -> bool:
    """Whether a reading says that it adds something, so that the lemma has to be empty."""
    kinds = (said_of(reading, "type").casefold() for reading in entry.variants)
    return any(kind.startswith(("add", "ins", "inter", "plus")) for kind in kinds)


LEMMA_ATTESTED: Final = Rule(
    _lemma_attested, lambda text: sum(bool(e.variants) for e in text.entries), 2, 0.15
)
"""Readings that repeat a lemma without witnesses, and so say who has it (APP005)."""

EMPTY_READINGS: Final = Rule(_empty_readings, _marked_or_not, least=1)
"""Empty readings that do not say why (APP006); 12.3 allows them for omissions."""

LEMMA_LEFT_OUT: Final = Rule(
    _lemma_left_out, lambda text: sum(len(e.lemmas) for e in text.entries), 2, 0.0
)
"""Empty lemmata beside readings with text (APP007); 12.3 allows them for interpolations."""
