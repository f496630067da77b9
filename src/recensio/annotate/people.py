"""People: persons by surname, and which of them the given names in a text agree with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from recensio.annotate.entries import Entry, ListedName, words_of
from recensio.annotate.forenames import agree, is_patronymic, name_of
from recensio.annotate.phrases import Meaning, Nearness
from recensio.annotate.tokens import tokens_of
from recensio.model.register import RegisterKind


@dataclass(slots=True)
class Person:
    """A person: the ways in which the given names are listed, each in its parts (keys).

    `bare` are the spellings in which the register lists the surname alone, each with the sigla of
    the witnesses whose form it is.
    """

    id: str
    given: list[tuple[str, ...]] = field(default_factory=list)
    bare: dict[str, set[str]] = field(default_factory=dict)

    def is_bare_of(self, siglum: str) -> bool:
        """Whether the register lists the surname alone for this witness."""
        return bool(siglum) and any(siglum in witnesses for witnesses in self.bare.values())

    def agrees(self, written: tuple[str, ...]) -> bool:
        """Whether the given names in a text may be this person's; more of them do no harm."""
        ways = self.given or [()]
        return any(
            all(agree(one, other) for one, other in zip(written, way, strict=False)) for way in ways
        )

    def is_named(self, written: tuple[str, ...]) -> bool:
        """Whether at least one of the given names in the text is known to be this person's."""
        return any(way and agree(written[0], way[0]) for way in self.given)


class People:
    """The persons of the registers by the words of their surnames."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_surname: dict[tuple[str, ...], dict[str, Person]] = {}
        self._own: dict[str, dict[tuple[str, ...], Person]] = {}
        self._by_given: dict[tuple[str, str], list[str]] = {}
        self._by_forename: dict[str, list[str]] = {}
        self._birth: set[tuple[tuple[str, ...], str]] = set()
        self.given_names: set[str] = set()
        self.particles: set[str] = set()
        self.longest = 1
        for entry in entries:
            if entry.kind is RegisterKind.PERSONS:
                self._add(entry)

    @property
    def surnames(self) -> Iterator[str]:
        """The keys of the surnames of one word."""
        return (words[0] for words in self._by_surname if len(words) == 1)

    def bearing(self, surname: tuple[str, ...]) -> Mapping[str, Person]:
        """The persons of a surname, given as the keys of its words and signs."""
        return self._by_surname.get(surname, {})

    def is_birth_name(self, surname: tuple[str, ...], identifier: str) -> bool:
        """Whether the person bore this surname only by birth."""
        return (surname, identifier) in self._birth

    def called(self, forename: str, patronymic: str) -> tuple[str, ...]:
        """The persons of a forename and patronymic."""
        return tuple(dict.fromkeys(self._by_given.get((name_of(forename), patronymic), ())))

    def called_first(self, forename: str) -> tuple[str, ...]:
        """The persons of a forename."""
        return tuple(dict.fromkeys(self._by_forename.get(name_of(forename), ())))

    def families(self, identifier: str) -> frozenset[str]:
        """The families of a person: the surnames in the form that men and women share."""
        return frozenset(family_of(words[-1]) for words in self._persons(identifier))

    def phrases(self, entry: Entry) -> Iterator[tuple[str, Meaning]]:
        """The names of a person that no surname is part of: by-names, a forename alone."""
        for name in entry.names:
            if not name.surname and not self._as_surname(entry.id, _keys(name.text)):
                nearness = Nearness.SHORT if name.witnesses else Nearness.LISTED
                yield name.text, Meaning(entry.id, entry.kind, nearness, name.witnesses)

    def _add(self, entry: Entry) -> None:
        for name in entry.names:
            if name.surname:
                self._add_name(entry.id, name)
        for name in entry.names:
            if not name.surname:
                self._add_variant(entry.id, _keys(name.text), name)

    def _persons(self, identifier: str) -> dict[tuple[str, ...], Person]:
        return self._own.get(identifier, {})

    def _as_surname(self, identifier: str, words: tuple[str, ...]) -> bool:
        """Whether a name ends with a surname of the person."""
        return any(words[-len(own) :] == own for own in self._persons(identifier))

    def _add_name(self, identifier: str, name: ListedName) -> None:
        words = _keys(name.surname)
        if sum(map(len, words)) < 2:
            return
        person = self._by_surname.setdefault(words, {}).setdefault(identifier, Person(identifier))
        self._own.setdefault(identifier, {})[words] = person
        given = tuple(word.keys[0] for word in words_of(name.given))
        if given:
            person.given.append(given)
            self.given_names |= {name_of(part) for part in given if len(part) > 2}
        elif not name.is_birth:
            person.bare.setdefault(name.surname, set()).update(name.witnesses)
        if name.is_birth:
            self._birth.add((words, identifier))
        if given:
            self._by_forename.setdefault(name_of(given[0]), []).append(identifier)
        if len(given) > 1 and is_patronymic(given[1]):
            self._by_given.setdefault((name_of(given[0]), given[1]), []).append(identifier)
        if name.surname[0].islower():
            # A surname may begin with a small word: de Gaulle.
            self.particles.add(words[0])
        self.longest = max(self.longest, len(words))

    def _add_variant(self, identifier: str, words: tuple[str, ...], name: ListedName) -> None:
        """A listed form: the surname alone, in another spelling, or with other given names."""
        own = self._persons(identifier)
        surname = next((each for each in own if words[-len(each) :] == each), None)
        if surname is None:
            known = {name_of(way[0]) for person in own.values() for way in person.given}
            if len(words) > 1 or not words or len(words[0]) < 3 or name_of(words[0]) in known:
                return
            given_ways = [way for each in own.values() for way in each.given]
            person = Person(identifier, given_ways)
            self._by_surname.setdefault(words, {})[identifier] = person
            self._own.setdefault(identifier, {})[words] = person
            surname = words
        person = self._own[identifier][surname]
        given = tuple(word for word in words[: -len(surname)] if word[0].isalnum())
        if given:
            person.given.append(given)
            self.given_names |= {name_of(part) for part in given if len(part) > 2}
        elif not name.is_birth:
            person.bare.setdefault(name.text, set()).update(name.witnesses)


def family_of(surname: str) -> str:
    """A surname (a key) without the ending by which a Russian woman's differs from a man's."""
    return re.sub(r"(?:skaja|ski)$", "sk", surname).removesuffix("a")


def _keys(name: str) -> tuple[str, ...]:
    return tuple(token.keys[0] if token.keys else token.text for token in tokens_of(name))
