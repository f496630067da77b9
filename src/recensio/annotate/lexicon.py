"""The names of the registers as a trie of words.

Reading a text then costs the same however many names there are. To let a name be recognised in
one more form, yield it from `_forms`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from lxml import etree

from recensio.model.register import RegisterKind
from recensio.tei.names import NS, XML_ID, tei
from recensio.tei.registers import KINDS, LISTS
from recensio.tei.text import text_of

TOKEN: Final = re.compile(r"[\w\u0300-\u036f]+|[^\w\s]")
APOSTROPHES: Final = str.maketrans(dict.fromkeys("’ʼ‘`´", "'"))
NAMING: Final[Mapping[RegisterKind, tuple[str, ...]]] = {
    RegisterKind.PERSONS: (tei("persName"), tei("name")),
    RegisterKind.ORGS: (tei("orgName"), tei("name")),
    RegisterKind.PLACES: (tei("placeName"), tei("geogName"), tei("name")),
    RegisterKind.WORKS: (tei("title"),),
    RegisterKind.EVENTS: (tei("label"), tei("name")),
}
YIELDING: Final = frozenset({RegisterKind.WORKS, RegisterKind.EVENTS})
"""Kinds that give way where a person, place or organisation has the same name."""


class Token(NamedTuple):
    """A word or a sign of a text, folded for look-up, with its place in the text."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a form may mean; `derived` is 0 if the register lists the form itself.

    1 stands for a form made from surname and forename, 2 for the surname alone. `witnesses` are
    those whose form it is (@source), empty if anybody's; `level` is that of a title.
    """

    id: str
    kind: RegisterKind
    derived: int = 0
    level: str | None = None
    witnesses: frozenset[str] = frozenset()

    def rank(self, siglum: str) -> int:
        """How near the form lies in the text of a witness; another witness's form is derived."""
        foreign = siglum and self.witnesses and siglum not in self.witnesses
        return 2 if foreign else self.derived


@dataclass(slots=True)
class _Node:
    following: dict[str, _Node] = field(default_factory=dict)
    candidates: dict[str, Candidate] = field(default_factory=dict)


class Lexicon:
    """Every form of every name; built once, then only read."""

    def __init__(self, forms: Iterable[tuple[str, Candidate]]) -> None:
        self._root = _Node()
        for form, candidate in forms:
            words = [token.folded for token in tokens_of(form)]
            # A single letter is an initial rather than a name.
            if sum(map(len, filter(str.isalnum, words))) > 1:
                self._add(words, candidate)

    def longest(
        self, tokens: list[Token], position: int, siglum: str = ""
    ) -> tuple[int, tuple[Candidate, ...]]:
        """The longest name that begins with the token: how many tokens it has, and its meanings.

        `siglum` is that of the witness whose text it is, if it is one's.
        """
        node, length, found = self._root, 0, self._root
        for index in range(position, len(tokens)):
            following = node.following.get(tokens[index].folded)
            if following is None:
                break
            node = following
            if node.candidates:
                length, found = index + 1 - position, node
        return length, _meanings(tuple(found.candidates.values()), siglum)

    def _add(self, words: Iterable[str], candidate: Candidate) -> None:
        node = self._root
        for word in words:
            node = node.following.setdefault(word, _Node())
        known = node.candidates.get(candidate.id, candidate)
        witnesses = known.witnesses | candidate.witnesses
        if known.derived == candidate.derived and known.witnesses and candidate.witnesses:
            node.candidates[candidate.id] = replace(known, witnesses=witnesses)
        else:
            node.candidates[candidate.id] = min(known, candidate, key=_narrowness)


def tokens_of(text: str) -> list[Token]:
    """The words and signs of a text; forms of the apostrophe are one."""
    return [
        Token(_folded(match.group()), match.start(), match.end()) for match in TOKEN.finditer(text)
    ]


def lexicon_of(trees: Iterable[etree._ElementTree]) -> Lexicon:
    """The names in the registers of these documents (TEI Guidelines, 13.3 and 3.12)."""
    return Lexicon(form for tree in trees for form in _register(tree))


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(APOSTROPHES)


def _meanings(candidates: tuple[Candidate, ...], siglum: str) -> tuple[Candidate, ...]:
    """The candidates that are to be weighed: listed forms before derived ones of the same kind."""
    named = tuple(c for c in candidates if c.kind not in YIELDING) or candidates
    if len({candidate.kind for candidate in named}) > 1:
        return named
    nearest = min((candidate.rank(siglum) for candidate in named), default=0)
    return tuple(candidate for candidate in named if candidate.rank(siglum) == nearest)


def _register(tree: etree._ElementTree) -> Iterator[tuple[str, Candidate]]:
    for listing in tree.getroot().iter(*LISTS):
        for entry in listing.iterchildren(*KINDS):
            identifier, kind = entry.get(XML_ID), KINDS[str(entry.tag)]
            for name in entry.iterchildren(*NAMING[kind]) if identifier else ():
                level, witnesses = name.get("level"), _witnesses(name)
                for form, derived in _forms(name):
                    own = witnesses if derived == 0 else frozenset()
                    yield form, Candidate(str(identifier), kind, derived, level, own)


def _witnesses(name: etree._Element) -> frozenset[str]:
    return frozenset(pointer.rpartition("#")[2] for pointer in name.get("source", "").split())


def _narrowness(candidate: Candidate) -> tuple[int, bool]:
    """Of two readings of a form by one entry the listed one counts, and anybody's first."""
    return candidate.derived, bool(candidate.witnesses)


def _forms(name: etree._Element) -> Iterator[tuple[str, int]]:
    """A name as it is listed, and what surname and forenames give rise to."""
    yield text_of(name), 0 if name.get("type") != "birth" else 1
    surname = name.find("tei:surname", NS)
    if surname is None or len(name) == 0:
        return
    family = text_of(surname)
    forenames = " ".join(text_of(part) for part in name.findall("tei:forename", NS)).split()
    if forenames:
        initials = [f"{forename[0]}." for forename in forenames]
        yield f"{' '.join(forenames)} {family}", 1
        yield f"{forenames[0]} {family}", 1
        yield f"{' '.join(initials)} {family}", 1
        yield f"{initials[0]} {family}", 1
    yield family, 2
