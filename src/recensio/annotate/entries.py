"""Entries: the names in the registers of an edition, as annotation needs them.

A person's name is kept in its parts, since a text may write any of them; any other name is kept
as a phrase (TEI Guidelines, 13.3 and 3.12).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.annotate.forenames import is_patronymic
from recensio.annotate.tokens import Token, tokens_of
from recensio.model.register import RegisterKind
from recensio.tei.names import NS, XML_ID, tei
from recensio.tei.registers import KINDS, LISTS
from recensio.tei.text import text_of

NAMING: Final[Mapping[RegisterKind, tuple[str, ...]]] = {
    RegisterKind.PERSONS: (tei("persName"), tei("name")),
    RegisterKind.ORGS: (tei("orgName"), tei("name")),
    RegisterKind.PLACES: (tei("placeName"), tei("geogName"), tei("name")),
    RegisterKind.WORKS: (tei("title"),),
    RegisterKind.EVENTS: (tei("label"), tei("name")),
}


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name as an entry lists it, whole and in parts.

    `surname` and `given` are empty where it is not known which words they are. `witnesses` are
    the sigla of those whose form it is (@source), none if anybody's; `level` is that of a title.
    """

    text: str
    surname: str = ""
    given: str = ""
    witnesses: frozenset[str] = frozenset()
    level: str = ""
    is_birth: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a register: what it is, its names, and of a work the persons who wrote it."""

    id: str
    kind: RegisterKind
    names: tuple[ListedName, ...]
    authors: tuple[str, ...] = ()


def entries_of(trees: Iterable[etree._ElementTree]) -> tuple[Entry, ...]:
    """The entries with an xml:id in the registers of these documents; the first of an id counts."""
    found: dict[str, Entry] = {}
    for tree in trees:
        for listing in tree.getroot().iter(*LISTS):
            for element in listing.iterchildren(*KINDS):
                identifier = element.get(XML_ID)
                if identifier:
                    found.setdefault(identifier, _entry(element, identifier))
    return tuple(found.values())


def _entry(element: etree._Element, identifier: str) -> Entry:
    kind = KINDS[str(element.tag)]
    names = tuple(
        _listed(name, kind) for name in element.iterchildren(*NAMING[kind]) if text_of(name)
    )
    authors = (author.get("ref", "") for author in element.findall("tei:author", NS))
    pointers = tuple(author.rpartition("#")[2] for author in authors if author)
    return Entry(identifier, kind, names, pointers)


def _listed(name: etree._Element, kind: RegisterKind) -> ListedName:
    person = kind is RegisterKind.PERSONS
    surname, given = _parts(name) if person else ("", "")
    return ListedName(
        text=text_of(name),
        surname=surname,
        given=given,
        witnesses=frozenset(
            pointer.rpartition("#")[2] for pointer in name.get("source", "").split()
        ),
        level=name.get("level", ""),
        is_birth=name.get("type") == "birth",
    )


def _parts(name: etree._Element) -> tuple[str, str]:
    """Surname and given names: as they are marked, else by the comma of an index."""
    surname = name.find("tei:surname", NS)
    if surname is not None:
        forenames = (text_of(part) for part in name.findall("tei:forename", NS))
        return text_of(surname), " ".join(forenames)
    before, comma, behind = text_of(name).partition(",")
    if comma and before and behind and before[0].isupper():
        return before.strip(), behind.strip()
    return _by_order(tokens_of(text_of(name)))


def _by_order(tokens: tuple[Token, ...]) -> tuple[str, str]:
    """Of a modern name of two words or more the last is the surname; a by-name has none."""
    words = [token for token in tokens if token.is_word]
    if len(words) < 2 or not all(word.is_capital for word in words):
        return "", ""
    if len(words[-1].text) < 2 or is_patronymic(words[-1].keys[0]):
        return "", ""
    return words[-1].text, " ".join(word.text for word in words[:-1])


def words_of(name: str) -> Iterator[Token]:
    """The words of a name without its signs."""
    return (token for token in tokens_of(name) if token.is_word)
