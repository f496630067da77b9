"""Reading: every name that may stand in a text, before it is decided which of them do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from recensio.annotate.bodies import Bodies, belonging
from recensio.annotate.family import relatives
from recensio.annotate.forenames import is_forename
from recensio.annotate.found import Found
from recensio.annotate.groups import Groups
from recensio.annotate.lexicon import Lexicon
from recensio.annotate.passages import Passage
from recensio.annotate.persons import PersonReader, begins_sentence
from recensio.annotate.phrases import Meaning, Nearness
from recensio.annotate.tokens import CLOSING, HYPHENS, OPENING, Token, adjacent
from recensio.annotate.vocabulary import ARTICLES, INSTITUTIONS, OCCASIONS, SITES, SMALL
from recensio.model.register import RegisterKind

FARTHEST: Final = 6
"""How many words may stand between the noun of an institution and its state."""

VOLUME_YEAR: Final = re.compile(r"\s*\(\d{4}\b")


class Reader:
    """Finds names in the tokens of a text.

    `common` are words that the text also writes small, `siglum` is that of the witness whose text
    it is, or empty.
    """

    def __init__(self, lexicon: Lexicon, common: Collection[str], siglum: str = "") -> None:
        self._lexicon, self._common, self._siglum = lexicon, common, siglum
        self._persons = PersonReader(lexicon, common, siglum)
        self._groups = Groups(lexicon)
        self._bodies = Bodies(lexicon.entries)

    def read(self, passage: Passage) -> tuple[Found, ...]:
        """The names of a passage, those among them that overlap too."""
        tokens = passage.tokens
        persons = tuple(self._persons.read(tokens))
        read = [
            found for position in range(len(tokens)) for found in self._phrases(passage, position)
        ]
        known = {found.start for found in (*persons, *read)}
        phrases = tuple(self._bodies.own(tokens, read, known))
        misread = self._misread(tokens, known)
        family = relatives(tokens, persons, self._lexicon.people)
        bodies = belonging(tokens, phrases)
        alone = (found for found in phrases if not _is_in_name(tokens, found))
        return (*persons, *alone, *bodies, *self._groups.read(tokens), *family, *misread)

    def _phrases(self, passage: Passage, position: int) -> Iterator[Found]:
        tokens = passage.tokens
        if not tokens[position].is_word:
            return
        for match in self._lexicon.phrases.matches(tokens, position):
            end = match.end
            seen = [meaning.seen_from(self._siglum) for meaning in match.meanings]
            for kind in dict.fromkeys(meaning.kind for meaning in seen):
                nearest = min(meaning.nearness for meaning in seen if meaning.kind is kind)
                own = [m for m in seen if m.kind is kind and m.nearness is nearest]
                if self._stands(passage, position, end, own[0]):
                    yield _found(tokens, position, end, own, match.is_misread)

    def _stands(self, passage: Passage, first: int, last: int, meaning: Meaning) -> bool:
        """Whether the words are a name of their own, and no part of another word or name."""
        tokens = passage.tokens
        if _is_tied(tokens, first, last) and meaning.kind is not RegisterKind.PERSONS:
            return False
        if _is_of_another(passage, first, last, meaning):
            return False
        if meaning.nearness is Nearness.BESIDE:
            return is_site(tokens, first, last)
        if last - first > 1:
            letter = last - first == 2 and len(tokens[first].text) == 1
            return not letter or _is_alone(tokens, first, last)
        word = tokens[first].text
        work = meaning.kind is RegisterKind.WORKS and meaning.nearness is Nearness.LISTED
        foreign = work and self._siglum not in meaning.witnesses
        if word.lower() in self._common and (foreign or begins_sentence(tokens, first)):
            # A title may be a common word; one that only begins a sentence is that word.
            quoted = bool(first and tokens[first - 1].text in OPENING)
            return quoted or passage.is_emphasised(tokens[first].start, tokens[first].end)
        return meaning.nearness is not Nearness.SHORT or _is_short_form(tokens, first, last, word)

    def _misread(self, tokens: Sequence[Token], known: Collection[int]) -> Iterator[Found]:
        """Single words that are similar to a name of a place, an organisation or a work."""
        for position, token in enumerate(tokens):
            if not (token.is_word and token.is_capital) or token.start in known:
                continue
            if token.text.lower() in self._common or is_forename(token.keys[0]):
                continue
            for name in self._lexicon.misreadings.of(token.keys[0]):
                like = Token(token.text, token.start, token.end, (name,))
                for match in self._lexicon.phrases.matches((like,), 0):
                    if not _is_tied(tokens, position, position + 1):
                        yield _found((like,), 0, 1, match.meanings[:1], is_misread=True)


def _found(
    tokens: Sequence[Token],
    first: int,
    last: int,
    meanings: Sequence[Meaning],
    is_misread: bool = False,
) -> Found:
    start, nearness = tokens[first].start, meanings[0].nearness
    if meanings[0].kind is RegisterKind.WORKS and _is_quoted(tokens, first, last):
        # A leading article belongs to a title that is quoted with it.
        start = tokens[first - 1].start
    return Found(
        start,
        tokens[last - 1].end,
        meanings[0].kind,
        tuple(meaning.id for meaning in meanings),
        nearness if nearness is not Nearness.BESIDE else Nearness.DERIVED,
        is_misread=is_misread,
        is_full=nearness is not Nearness.SHORT,
        level=meanings[0].level,
    )


def _is_quoted(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether an article and an opening quotation mark stand before the words."""
    return first > 1 and tokens[first - 1].text in ARTICLES and tokens[first - 2].text in OPENING


def _is_short_form(tokens: Sequence[Token], first: int, last: int, word: str) -> bool:
    """Whether a word that stands for a longer name is used so: capital, and by itself."""
    if word.isupper():
        return True
    before, behind = tokens[first - 1 : first] if first else (), tokens[last : last + 1]
    name_before = before and before[0].is_capital and before[0].text not in ARTICLES
    if name_before and not begins_sentence(tokens, first - 1):
        return False
    follows = behind[0] if behind else None
    of = follows is not None and follows.text == "of"
    named = follows is not None and follows.is_word and follows.is_capital
    return not of and not named and tokens[first].is_capital


def _is_alone(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a letter with a full stop is no initial of a name: a letter from V."""
    before = tokens[first - 1] if first else None
    named = last < len(tokens) and tokens[last].is_capital
    return not named and before is not None and before.is_word and not before.is_capital


def is_site(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a noun for a place of work stands beside the words: the “Calibre” factory."""
    beside = [*range(first - 1, max(-1, first - 3), -1), *range(last, min(len(tokens), last + 2))]
    quotes = OPENING | CLOSING
    words = [tokens[index] for index in beside if tokens[index].text not in quotes]
    return any(token.text.lower() in SITES for token in words)


def _is_in_name(tokens: Sequence[Token], found: Found) -> bool:
    """Whether a place only says whose an institution is."""
    first = bisect_left(tokens, found.start, key=lambda token: token.start)
    return found.kind is RegisterKind.PLACES and _is_behind_institution(tokens, first)


def _is_of_institution(tokens: Sequence[Token], last: int) -> bool:
    """Whether capitals follow up to the noun of an institution or event that is named after it."""
    for token in tokens[last : last + 4]:
        if not (token.is_word and token.is_capital):
            return False
        if token.text.lower() in INSTITUTIONS | OCCASIONS:
            return True
    return False


def _is_behind_institution(tokens: Sequence[Token], first: int) -> bool:
    """Whether the name of a body ends with the words: the Academy of Sciences of the USSR."""
    before = [token.text for token in tokens[max(0, first - 2) : first]]
    position = first - (2 if before == ["of", "the"] else 1)
    if position < 1 or tokens[position].text != "of":
        return False
    for token in reversed(tokens[max(0, position - FARTHEST) : position]):
        if not (token.is_capital or token.text in SMALL):
            return False
        if token.is_capital and token.text.lower() in INSTITUTIONS:
            return True
    return False


def _is_of_another(passage: Passage, first: int, last: int, meaning: Meaning) -> bool:
    """Whether the words begin the name of something else: of an institution, another volume."""
    tokens = passage.tokens
    if meaning.kind is RegisterKind.PLACES:
        return _is_of_institution(tokens, last)
    volume = meaning.kind is RegisterKind.WORKS and meaning.nearness is Nearness.DERIVED
    return volume and _is_of_other_year(passage, tokens[first].start, tokens[last - 1].end)


def _is_of_other_year(passage: Passage, start: int, end: int) -> bool:
    """Whether a year in the title, behind what is listed of it, makes it another volume."""
    year = VOLUME_YEAR.match(passage.text, end)
    return year is not None and passage.is_emphasised(start, year.end())


def _is_tied(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a hyphen ties the words to another one."""
    before = tokens[first - 1] if first else None
    behind = tokens[last] if last < len(tokens) else None
    return bool(
        (before and before.text in HYPHENS and adjacent(before, tokens[first]))
        or (behind and behind.text in HYPHENS and adjacent(tokens[last - 1], behind))
    )
