r"""Decisions: what an editor has settled about names and dates, in a file beside the texts.

    [[decision]]
    text = "with [Smirnov] and"   # words of the text, the name in square brackets
    ref = "smirnov_ap"            # the entry that is meant

    [[decision]]
    text = "[Union] of peoples"
    mark = false                  # never a name here

    [[decision]]
    text = "on [9 October], he"
    when = "1931-10-09"           # a date: when, or from and to, notBefore and notAfter

Without brackets all the words are the name. `document` confines a decision to one document (its
identifier or siglum), `place` to the element of this xml:id and what stands in it; `note` says why.
A decision holds at every place where its words stand. It knows the words, no lines and no tags:
so it outlives another import and another annotation. One that fits nowhere is a problem (REG006).
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from recensio.annotate.dates.cores import Grain
from recensio.annotate.dates.found import FoundDate
from recensio.annotate.found import Found
from recensio.annotate.lexicon import Lexicon
from recensio.annotate.passages import Passage
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.model.register import RegisterKind
from recensio.tei.names import XML_ID

DATING: Final = ("when", "from", "to", "notBefore", "notAfter")
KEYS: Final = frozenset(("text", "ref", "mark", "document", "place", "note", *DATING))
REMEDY: Final = "recensio explain REG006 shows a decision"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: `words` is the pattern of its text, of which group 1 is the name."""

    text: str
    words: re.Pattern[str]
    ref: str = ""
    mark: bool = True
    document: str = ""
    place: str = ""
    dating: tuple[tuple[str, str], ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of an edition and the file they stand in."""

    path: str = ""
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision at one place: the characters that it decides about."""

    start: int
    end: int
    decision: Decision


@dataclass(slots=True)
class Rulings:
    """The decisions as they apply to one document; `met` counts where each of them did."""

    decisions: Decisions = field(default_factory=Decisions)
    lexicon: Lexicon | None = None
    document: str = ""
    met: Counter[Decision] = field(default_factory=Counter)
    _at: tuple[int, tuple[Ruling, ...]] = (-1, ())

    def applied(self, passage: Passage, names: Iterable[Found]) -> Iterator[Found]:
        """The names of a passage as they are decided."""
        rulings = self._rulings(passage)
        for found in names:
            if not any(_overlap(ruling, found.start, found.end) for ruling in rulings):
                yield found
        for ruling in rulings:
            kind = self._kind(ruling.decision.ref)
            if kind is not None:
                entry = (ruling.decision.ref,)
                yield Found(ruling.start, ruling.end, kind, entry, is_full=True)

    def dates(self, passage: Passage, dates: Iterable[FoundDate]) -> tuple[FoundDate, ...]:
        """The dates of a passage as they are decided."""
        rulings = self._rulings(passage)
        kept = [d for d in dates if not any(_overlap(r, d.start, d.end) for r in rulings)]
        decided = [
            FoundDate(ruling.start, ruling.end, Grain.DAY, settled=ruling.decision.dating)
            for ruling in rulings
            if ruling.decision.dating
        ]
        return tuple(sorted([*kept, *decided], key=lambda date: date.start))

    def _rulings(self, passage: Passage) -> tuple[Ruling, ...]:
        if self._at[0] != passage.number:
            self._at = (passage.number, tuple(self._found(passage)))
        return self._at[1]

    def _found(self, passage: Passage) -> Iterator[Ruling]:
        for decision in self.decisions.decisions:
            if decision.document not in ("", self.document) or not _is_at(decision, passage):
                continue
            for match in decision.words.finditer(passage.text):
                self.met[decision] += 1
                yield Ruling(*match.span(1), decision)

    def _kind(self, ref: str) -> RegisterKind | None:
        return self.lexicon.kinds.get(ref) if self.lexicon and ref else None


def read_decisions(path: Path, lexicon: Lexicon) -> Outcome[Decisions]:
    """The decisions in a TOML file; what is not understood is a problem (SRC010, REG001)."""
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        return Outcome(Decisions(str(path)), (problem("SRC002", Location(str(path)), path=path),))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return Outcome(
            Decisions(str(path)),
            (_refused(path, f"it is not TOML: {error}", "mend the line named"),),
        )
    decisions: list[Decision] = []
    problems: list[Problem] = []
    listed = settings.get("decision", [])
    for number, table in enumerate(listed if isinstance(listed, list) else (), 1):
        reason = _fault(table)
        if reason:
            problems.append(_refused(path, f"decision {number}: {reason}", REMEDY))
            continue
        decision = _decision(table)
        if decision.ref and decision.ref not in lexicon.kinds:
            target = f"#{decision.ref}"
            place = Location(str(path))
            problems.append(problem("REG001", place, element="a decision", target=target))
        decisions.append(decision)
    return Outcome(Decisions(str(path), tuple(decisions)), tuple(problems))


def unmet(
    decisions: Decisions, met: Mapping[Decision, int], documents: Sequence[str], is_whole: bool
) -> Iterator[Problem]:
    """The decisions that fit nowhere, of those whose documents were read (REG006).

    `is_whole` says that the whole edition was read, so that one without a document counts too.
    """
    for decision in decisions.decisions:
        read = decision.document in documents if decision.document else is_whole
        if read and not met.get(decision):
            where = f" in {decision.document}" if decision.document else ""
            yield problem("REG006", Location(decisions.path), text=decision.text, where=where)


def _decision(table: Mapping[str, Any]) -> Decision:
    text = table["text"]
    return Decision(
        text=text,
        words=_pattern(text),
        ref=table.get("ref", "").removeprefix("#"),
        mark=table.get("mark", True),
        document=table.get("document", ""),
        place=table.get("place", ""),
        dating=tuple((key, table[key]) for key in DATING if key in table),
    )


def _fault(table: object) -> str:
    """What is wrong with the table of a decision, or nothing."""
    if not isinstance(table, dict):
        return "it is not a table; write [[decision]]"
    unknown = [key for key in table if key not in KEYS]
    if unknown:
        return f"there is no key {unknown[0]}; known are {', '.join(sorted(KEYS))}"
    wrong = [
        key for key, value in table.items() if not isinstance(value, bool if key == "mark" else str)
    ]
    if wrong:
        return f"{wrong[0]} has a value of the wrong kind"
    if not re.sub(r"[\[\]\s]", "", table.get("text", "")):
        return "it has no text"
    settled = (
        bool(table.get("ref")) + (table.get("mark") is False) + any(k in table for k in DATING)
    )
    return "" if settled == 1 else "it needs one of ref, mark = false, or the date (when ...)"


def _pattern(text: str) -> re.Pattern[str]:
    """The words with any white space between them; the bracketed ones are the name."""
    before, bracket, rest = text.partition("[")
    name, _, behind = rest.partition("]") if bracket else (text, "", "")
    parts = (
        [_spaced(before), f"({_spaced(name)})", _spaced(behind)]
        if bracket
        else [f"({_spaced(text)})"]
    )
    start = r"(?<!\w)" if text.lstrip("[")[:1].isalnum() else ""
    end = r"(?!\w)" if text.rstrip("]")[-1:].isalnum() else ""
    return re.compile(start + "".join(parts) + end)


def _spaced(words: str) -> str:
    return re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(words))


def _is_at(decision: Decision, passage: Passage) -> bool:
    if not decision.place:
        return True
    return any(node.attributes.get(XML_ID) == decision.place for node in passage.node.around())


def _overlap(ruling: Ruling, start: int, end: int) -> bool:
    return ruling.start < end and start < ruling.end


def _refused(path: Path, reason: str, remedy: str) -> Problem:
    return problem("SRC010", Location(str(path)), reason=reason, remedy=remedy)
