"""Citations: which work a title or an Ibid. in a note means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from recensio.annotate.found import Found
from recensio.annotate.lexicon import Lexicon
from recensio.annotate.passages import Passage
from recensio.annotate.tokens import tokens_of
from recensio.model.register import RegisterKind
from recensio.tei.blocks import Node
from recensio.tei.names import XML_ID, tei, tei_names

NOTES: Final = tei_names("note bibl")
IBID: Final = re.compile(r"(?<!\w)(?:Ibid|ibid|Ebd|ebd|Там же|там же)\.?(?!\w)")


GLOSS: Final = re.compile(
    r",?[”\"’]?\s*\[(?:\w+,\s+)?[“\"]?(?P<title>[A-Z][^\[\]\d,.“”]{2,120}?)[”\"]?\]"
)


PUBLISHED_AT: Final = {
    "M": "Moscow", "L": "Leningrad", "SPb": "St. Petersburg", "М": "Moscow", "Л": "Leningrad",
}  # fmt: skip
"""How Russian bibliography abbreviates places."""

IMPRINT: Final = re.compile(rf"(?<!\w)(?P<place>{'|'.join(PUBLISHED_AT)})\.(?=,\s*\d{{4}}|:\s)")


@dataclass(frozen=True, slots=True)
class Ibid:
    """An Ibid. in a text: its characters, the entry of the work, or the address of its citation."""

    start: int
    end: int
    entry: str
    address: str


@dataclass(slots=True)
class Citations:
    """The works that the notes of a chapter cite; `outer` and `inner` are those cited last.

    Inside brackets a translation is cited, outside the original.
    """

    _cited: dict[str, str] = field(default_factory=dict)
    _last: dict[bool, str] = field(default_factory=dict)
    _chapter: Node | None = None

    def read(self, passage: Passage, names: Sequence[Found]) -> tuple[Ibid, ...]:
        """The Ibid. of a passage; the passages of a text are asked for in their order."""
        if passage.chapter is not self._chapter:
            self._chapter, self._last = passage.chapter, {}
        if not any(node.name in NOTES for node in passage.node.around()):
            return ()
        works = [
            (f.start, f.entries[0]) for f in names if f.kind is RegisterKind.WORKS and f.entries
        ]
        ibids = [(match.start(), "") for match in IBID.finditer(passage.text)]
        ends = {match.start(): match.end() for match in IBID.finditer(passage.text)}
        found: list[Ibid] = []
        for start, entry in sorted([*works, *ibids]):
            inside = _is_bracketed(passage.text, start)
            around = _citation(passage, start)
            if entry:
                self._last[inside] = entry
                self._cited.setdefault(around.get(XML_ID, ""), entry)
                continue
            address = around.get("corresp", "")
            cited = self._cited.get(address.removeprefix("#"), "")
            known = cited if address else self._last.get(inside, "")
            found.append(Ibid(start, ends[start], known, address))
        return tuple(found)


def glosses(passage: Passage, names: Iterable[Found]) -> Iterator[Found]:
    """The titles in brackets that translate the title before them: Trud [Labour]."""
    for found in names:
        if found.kind is RegisterKind.WORKS and (match := GLOSS.match(passage.text, found.end)):
            start = match.start("title")
            if (start, match.end("title")) != (found.start, found.end):
                yield replace(found, start=start, end=match.end("title"))


def imprints(passage: Passage, lexicon: Lexicon) -> Iterator[Found]:
    """The places of publication that a citation abbreviates: M., 1991."""
    for match in IMPRINT.finditer(passage.text):
        if passage.is_cited(match.start()):
            name = tokens_of(PUBLISHED_AT[match["place"]])
            for place in lexicon.phrases.matches(name, 0):
                entries = tuple(m.id for m in place.meanings if m.kind is RegisterKind.PLACES)
                if entries and place.end == len(name):
                    yield Found(*match.span(), RegisterKind.PLACES, entries)


def by_author(passage: Passage, names: Iterable[Found], lexicon: Lexicon) -> Iterator[Found]:
    """The names without the titles that follow the name of another author than their own."""
    people = lexicon.people
    for found in names:
        own = lexicon.authors.get(found.entries[0], ()) if found.kind is RegisterKind.WORKS else ()
        before = _author_before(passage, found) if own else ""
        if not before or any(author in people.bearing((before,)) for author in own):
            yield found


def _author_before(passage: Passage, found: Found) -> str:
    """The key of the surname that stands with a comma right before a title."""
    tokens = passage.tokens
    first = bisect_left(tokens, found.start, key=lambda token: token.start)
    if first < 2 or tokens[first - 1].text != "," or not tokens[first - 2].is_capital:
        return ""
    return tokens[first - 2].keys[0] if tokens[first - 2].is_word else ""


def _is_bracketed(text: str, position: int) -> bool:
    return text.rfind("[", 0, position) > text.rfind("]", 0, position)


def _citation(passage: Passage, start: int) -> Mapping[str, str]:
    """The attributes of the innermost citation around a character."""
    runs = passage.block.runs_at(start, start + 1)
    nodes = runs[0].node.around() if runs else iter(())
    return next((node.attributes for node in nodes if node.name == tei("bibl")), {})
