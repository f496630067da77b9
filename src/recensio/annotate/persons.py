"""Persons in a text: surnames with the given names and initials before or behind them.

I. N. Smirnov, Ivan Nikitich Smirnov, SMIRNOV, Ivan Nikitich, Smirnov alone, the Smirnovs; and
Ivan Nikitich without a surname. Who is meant by a surname alone is decided later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from recensio.annotate.forenames import LONGEST_INITIAL, is_forename, is_patronymic, name_of
from recensio.annotate.found import Found
from recensio.annotate.lexicon import Lexicon
from recensio.annotate.misreadings import Misreadings
from recensio.annotate.people import Person
from recensio.annotate.phrases import Nearness
from recensio.annotate.tokens import HYPHENS, OPENING, STOPS, Token, adjacent
from recensio.model.register import RegisterKind

MOST_GIVEN: Final = 3


@dataclass(frozen=True, slots=True)
class _Surname:
    """A surname in the text: the tokens it takes, its bearers, how sure its reading is."""

    first: int
    last: int
    persons: Mapping[str, Person]
    is_misread: bool = False
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class _Given:
    """Given names beside a surname: their keys, and the token with which they begin or end."""

    keys: tuple[str, ...]
    edge: int


class PersonReader:
    """Finds persons in the tokens of a text.

    `common` are words that the text also writes small, `siglum` is that of the witness whose text
    it is, or empty.
    """

    def __init__(self, lexicon: Lexicon, common: Collection[str], siglum: str = "") -> None:
        self._people, self._misreadings = lexicon.people, lexicon.misreadings
        self._common, self._siglum = common, siglum

    def read(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """The persons of a text in its order."""
        behind = position = 0
        while position < len(tokens):
            surname = self._surname(tokens, position) if self._may_begin(tokens[position]) else None
            found, behind = self._person(tokens, surname, behind) if surname else (None, behind)
            if found:
                yield found
            elif not surname and (pair := self._given_pair(tokens, position)):
                yield pair
                behind = position + 2
            position = max(position + 1, behind)

    def _may_begin(self, token: Token) -> bool:
        particle = token.is_word and token.keys[0] in self._people.particles
        return token.is_capital or particle

    def _surname(self, tokens: Sequence[Token], position: int) -> _Surname | None:
        """The longest surname that begins here."""
        for length in range(min(self._people.longest, len(tokens) - position), 1, -1):
            words = tokens[position : position + length]
            keys = tuple(token.keys[0] if token.keys else token.text for token in words)
            if persons := self._people.bearing(keys):
                return _Surname(position, position + length, persons)
        token = tokens[position]
        if not token.is_capital:
            return None
        persons = {
            identifier: person
            for key in token.keys
            for identifier, person in self._people.bearing((key,)).items()
        }
        if persons:
            return _Surname(position, position + 1, persons)
        return self._unusual(token, position)

    def _unusual(self, token: Token, position: int) -> _Surname | None:
        """A surname in the plural, or one that is misread."""
        if token.plural and (persons := self._people.bearing((token.plural,))):
            return _Surname(position, position + 1, persons, is_plural=True)
        if token.text.lower() in self._common or is_forename(token.keys[0]):
            return None
        names = self._misreadings.of(token.keys[0])
        bearers = [self._people.bearing((name,)) for name in names]
        persons = {identifier: person for each in bearers for identifier, person in each.items()}
        return _Surname(position, position + 1, persons, is_misread=True) if persons else None

    def _person(
        self, tokens: Sequence[Token], surname: _Surname, behind: int
    ) -> tuple[Found | None, int]:
        """The person that a surname and the names around it mean, and the token behind it."""
        given = self._before(tokens, surname.first, behind)
        inverted = None if given.keys else self._after(tokens, surname)
        if inverted and _agreeing(surname.persons, inverted.keys):
            given = inverted
        first, last = min(surname.first, given.edge), max(surname.last, given.edge)
        if not given.keys and not self._stands_alone(tokens, surname):
            return None, surname.last
        persons = _agreeing(surname.persons, given.keys) if given.keys else surname.persons
        misread = surname.is_misread
        if given.keys and not persons:
            persons = _similar(surname.persons, given.keys)
            misread = True
        if not persons and surname.is_misread:
            return None, surname.last
        start, end = tokens[first].start, tokens[last - 1].end
        found = Found(
            start,
            end,
            RegisterKind.PERSONS,
            tuple(persons),
            self._nearness(tokens, surname, persons, given.keys),
            *(((), False) if given.keys else self._usual(persons, tokens[first].text)),
            is_full=bool(given.keys),
            is_misread=misread,
        )
        return found, last

    def _nearness(
        self,
        tokens: Sequence[Token],
        surname: _Surname,
        persons: Mapping[str, Person],
        given: tuple[str, ...],
    ) -> Nearness:
        """A surname that all bore by birth only says too little by itself."""
        words = tuple(t.keys[0] if t.keys else t.text for t in tokens[surname.first : surname.last])
        birth = persons and all(self._people.is_birth_name(words, each) for each in persons)
        return Nearness.SHORT if birth and not given else Nearness.DERIVED

    def _usual(self, persons: Mapping[str, Person], written: str) -> tuple[tuple[str, ...], bool]:
        """Those to whom the register gives the bare surname: this witness's, in this spelling."""
        own = tuple(each for each, p in persons.items() if p.is_bare_of(self._siglum))
        same = tuple(each for each, person in persons.items() if written in person.bare)
        listed = tuple(each for each, person in persons.items() if person.bare)
        return own or same or listed, bool(own)

    def _before(self, tokens: Sequence[Token], position: int, behind: int) -> _Given:
        """The given names and initials right before a surname."""
        keys: list[str] = []
        while len(keys) < MOST_GIVEN and position > behind:
            token = tokens[position - 1]
            if token.text == "." and position - 2 >= behind and is_initial(tokens[position - 2]):
                keys.insert(0, tokens[position - 2].keys[0])
                position -= 2
            elif self._is_given(token):
                keys.insert(0, token.keys[0])
                position -= 1
            else:
                break
        return _Given(tuple(keys), position)

    def _after(self, tokens: Sequence[Token], surname: _Surname) -> _Given | None:
        """The given names behind a surname and a comma, as in an index."""
        position = surname.last
        if tokens[position : position + 1] and tokens[position].text == "[":
            ends = (i for i in range(position, min(position + 6, len(tokens))))
            position = next((i + 1 for i in ends if tokens[i].text == "]"), position)
        if position >= len(tokens) or tokens[position].text != ",":
            return None
        keys: list[str] = []
        position += 1
        while len(keys) < MOST_GIVEN and position < len(tokens):
            if is_initial(tokens[position]) and tokens[position + 1 : position + 2]:
                if tokens[position + 1].text != ".":
                    break
                keys.append(tokens[position].keys[0])
                position += 2
            elif self._is_given(tokens[position]):
                keys.append(tokens[position].keys[0])
                position += 1
            else:
                break
        # What is followed by another capital is the given name of the next person of a list.
        if position < len(tokens) and tokens[position].is_capital and not _ends(tokens, position):
            return None
        return _Given(tuple(keys), position) if keys else None

    def _given_pair(self, tokens: Sequence[Token], position: int) -> Found | None:
        """A forename and a patronymic without a surname."""
        pair = tokens[position : position + 2]
        if len(pair) < 2 or not all(token.is_word and token.is_capital for token in pair):
            return None
        following = tokens[position + 2 : position + 3]
        if following and following[0].is_word and following[0].is_capital:
            return None
        if _is_behind_surname(tokens, position):
            return None
        persons = self._people.called(pair[0].keys[0], pair[1].keys[0])
        if not persons:
            return None
        return Found(
            pair[0].start,
            pair[1].end,
            RegisterKind.PERSONS,
            persons,
            Nearness.DERIVED,
            is_full=True,
        )

    def _is_given(self, token: Token) -> bool:
        if not (token.is_word and token.is_capital):
            return False
        key = token.keys[0]
        return name_of(key) in self._people.given_names or is_forename(key) or is_patronymic(key)

    def _stands_alone(self, tokens: Sequence[Token], surname: _Surname) -> bool:
        """Whether a surname without given names is one: no common word, no part of another."""
        first, last = tokens[surname.first], tokens[surname.last - 1]
        if first.text.lower() in self._common and begins_sentence(tokens, surname.first):
            return False
        before = tokens[max(0, surname.first - 2) : surname.first]
        behind = tokens[surname.last : surname.last + 2]
        tied: list[Token] = []
        if len(before) == 2 and _ties(before[1], first):
            tied.append(before[0])
        if len(behind) == 2 and _ties(last, behind[0]):
            tied.append(behind[1])
        return all(self._is_surname(token) for token in tied if token.is_capital)

    def _is_surname(self, token: Token) -> bool:
        return bool(token.keys and self._people.bearing((token.keys[0],)))


def _agreeing(persons: Mapping[str, Person], given: tuple[str, ...]) -> Mapping[str, Person]:
    """The persons with whose given names those in the text agree, the known ones first."""
    agreeing = {identifier: p for identifier, p in persons.items() if p.agrees(given)}
    named = {identifier: p for identifier, p in agreeing.items() if p.is_named(given)}
    return named or agreeing


def _similar(persons: Mapping[str, Person], given: tuple[str, ...]) -> Mapping[str, Person]:
    """The persons whose first given name is misread in the text."""
    written = name_of(given[0])
    return {
        identifier: person
        for identifier, person in persons.items()
        if Misreadings(name_of(way[0]) for way in person.given if way).of(written)
    }


def _ties(left: Token, right: Token) -> bool:
    """Whether one of two tokens is a hyphen right beside the other."""
    return adjacent(left, right) and (left.text in HYPHENS or right.text in HYPHENS)


def is_initial(token: Token) -> bool:
    """Whether a word may be the initial of a name (Yu. has two letters)."""
    return token.is_word and token.is_capital and len(token.text) <= LONGEST_INITIAL


def begins_sentence(tokens: Sequence[Token], position: int) -> bool:
    """Whether a token begins a sentence, a text or what stands behind another block."""
    before = position - 1
    while before >= 0 and tokens[before].text in OPENING:
        before -= 1
    return before < 0 or tokens[before].text in STOPS


def _is_behind_surname(tokens: Sequence[Token], position: int) -> bool:
    """Whether the words behind a comma are the given names of another: PETROV, Ivan Ivanovich."""
    if position < 2 or tokens[position - 1].text != ",":
        return False
    surname = tokens[position - 2]
    return surname.is_word and (surname.text.isupper() or (position == 2 and surname.is_capital))


def _ends(tokens: Sequence[Token], position: int) -> bool:
    """Whether the token before this one ends a sentence."""
    return position > 0 and tokens[position - 1].text in STOPS
