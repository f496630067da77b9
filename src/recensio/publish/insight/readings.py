"""What a reading says of its witnesses: that they have words there, or that they tell nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from recensio.model.apparatus import Entry, Method, Reading
from recensio.model.witness import Siglum
from recensio.tei.names import tei
from recensio.tei.text import GAP, readings_of, text_of

NO_TEXT: Final = frozenset(
    ("silent", "not-in-excerpt", "lacuna", "lac", "lac.", "illegible", "unreadable", "missing")
) | {"damage", "overlap"}
"""Values of @type and @cause of a wordless reading whose witnesses have no text to compare."""

ORTHOGRAPHIC: Final = frozenset(
    ["orthographic", "orthographical", "orthography", "orth", "orth.", "ortho", "spelling"]
)

CONJECTURES: Final = frozenset(["conjecture", "conj", "conj.", "emendation", "emend", "correction"])


def tells_nothing(reading: Reading) -> bool:
    """Whether the witnesses of a reading have no text at its place that could be compared."""
    words = words_of(reading)
    if words:
        return is_gap(words)
    return any(value in NO_TEXT for value in (reading.kind, reading.cause, reading.group))


def words_of(reading: Reading) -> str:
    """The text of a reading, fetched from elsewhere if it only points there."""
    return reading.text if reading.resolved is None else reading.resolved


def is_gap(text: str) -> bool:
    """Whether a text consists of marked gaps."""
    return GAP in text and not text.replace(GAP, "").strip()


def is_orthographic(reading: Reading) -> bool:
    """Whether the edition classes a reading as a matter of spelling."""
    return reading.kind in ORTHOGRAPHIC or reading.group in ORTHOGRAPHIC


def is_conjecture(lemma: Reading) -> bool:
    """Whether a lemma is somebody's conjecture, which no witness that is not named can have."""
    return not lemma.covered and bool(lemma.source or lemma.kind in CONJECTURES)


def numbered(
    entry: Entry, apart: Sequence[object] = (), orthographic: bool = True
) -> tuple[tuple[int | None, ...], list[str]]:
    """The number of the state of each reading, the lemma first, and the text of each state.

    Readings of the same words are one state, unless `apart` has something other than None at their
    place: that tells them apart then. One that tells nothing has no state. Without `orthographic` a
    reading classed as spelling is as the one before it.
    """
    numbers: dict[object, int] = {}
    texts: list[str] = []
    found: list[int | None] = []
    for place, reading in enumerate(readings(entry)):
        if tells_nothing(reading):
            found.append(None)
        elif found and not orthographic and is_orthographic(reading):
            found.append(found[-1])
        else:
            other = apart[place] if apart else None
            key = words_of(reading) if other is None else other
            if key not in numbers:
                numbers[key] = len(texts)
                texts.append(words_of(reading))
            found.append(numbers[key])
    return tuple(found), texts


def readings(entry: Entry) -> tuple[Reading, ...]:
    """The lemma, if there is one, and the readings."""
    return entry.readings if entry.lemma is None else (entry.lemma, *entry.readings)


def named_in(entry: Entry) -> Iterator[Siglum]:
    """The single witnesses that an entry names, reading by reading."""
    return (siglum for reading in readings(entry) for siglum in reading.covered)


def ordered(app: etree._Element) -> list[etree._Element]:
    """The elements of the readings of an entry as `readings` has them: the lemma first."""
    found = list(readings_of(app))
    lemma = [reading for reading in found if reading.tag == tei("lem")][:1]
    return [*lemma, *(reading for reading in found if reading not in lemma)]


def told_apart(entry: Entry, app: etree._Element) -> list[object]:
    """What tells the readings of an entry apart if their words do not, the lemma first.

    A reading with entries inside is one of its own; readings whose words stand in other files are
    one within an rdgGrp.
    """
    outside = entry.method is Method.EXTERNAL
    return [_mark(element, outside) for element in ordered(app)]


def _mark(element: etree._Element, outside: bool) -> object:
    group = element.getparent()
    if next(element.iterdescendants(tei("app")), None) is not None:
        return element
    if not outside or text_of(element):
        return None
    return group if group is not None and group.tag == tei("rdgGrp") else element
