"""What a reading says of its witnesses: that they have words there, or that they tell nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from recensio.model.apparatus import Entry, Method, Reading
from recensio.model.witness import Siglum
from recensio.tei.names import tei
from recensio.tei.text import GAP, readings_of

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
    if reading.text:
        return is_gap(reading.text)
    return any(value in NO_TEXT for value in (reading.kind, reading.cause, reading.group))


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
    entry: Entry, groups: Sequence[object] = (), orthographic: bool = True
) -> tuple[tuple[int | None, ...], list[str]]:
    """The number of the state of each reading, the lemma first, and the text of each state.

    Readings of the same words are one state; one that tells nothing has none. Of readings whose
    words stand in other files those are one state that `groups` puts into one group, the others
    each its own. Without `orthographic` a reading classed as spelling is as the one before it.
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
            elsewhere = groups[place] if place < len(groups) else place
            key = reading.text or (elsewhere if entry.method is Method.EXTERNAL else "")
            if key not in numbers:
                numbers[key] = len(texts)
                texts.append(reading.text)
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


def groups_of(app: etree._Element) -> list[object]:
    """What tells the readings of an entry apart: the rdgGrp each stands in, else the reading."""
    around = ((reading, reading.getparent()) for reading in ordered(app))
    return [g if g is not None and g.tag == tei("rdgGrp") else r for r, g in around]
