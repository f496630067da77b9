"""Cruces: where witnesses that say the same choose other words, or one lacks a word of the others.

Words count as one if they answer each other, in one row or out of order. That a passage lacks a
word is said only where it has something of what stands before it, and of what follows, in a passage
that has the word: a quotation that begins later or ends sooner leaves nothing out. And a word of
another script cannot be missed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from recensio.collate.parallels.clauses import Passages
from recensio.collate.parallels.columns import Place
from recensio.collate.parallels.judgement import latin
from recensio.collate.parallels.likeness import Index, akin, answers, index_of
from recensio.collate.parallels.marks import rows_by_word
from recensio.collate.parallels.matching import Match, pairs_of
from recensio.collate.parallels.rows import Bounds
from recensio.collate.parallels.words import PassageWord
from recensio.model.synopsis import Crux

TELLING: Final = 0.5
"""What a word must tell for its presence or absence to be named."""


def cruces(passages: Passages, matches: Sequence[Match], rows: Sequence[Bounds]) -> Iterator[Crux]:
    """The cruces of a synopsis, in the order of its rows."""
    row_of = rows_by_word(rows)
    indexes = [index_of(words) for words in passages]
    reaches = _reaches(passages, matches)
    for group in sorted(_groups(matches), key=lambda group: min((row_of[p], p) for p in group)):
        having = {place.passage: passages[place.passage][place.word] for place in group}
        beside = having.keys() | {
            passage
            for place in group
            for passage in range(len(passages))
            if _within(place, reaches.get((place.passage, passage)))
        }
        if not _telling(having.values()) or len(having) < len(group):
            continue
        silent = beside - having.keys()
        for passage in silent:
            for word in _elsewhere(having.values(), passages[passage], indexes[passage]):
                having[passage] = word
        if (silent - having.keys() and len(having) > 1) or _differ(list(having.values())):
            yield Crux(
                tuple(
                    having[at].text if at in having else "" if at in beside else None
                    for at in range(len(passages))
                )
            )


def _reaches(
    passages: Passages, matches: Sequence[Match]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For two passages of one script the first and the last word of one that the other answers."""
    scripts = [latin(words) for words in passages]
    reaches: dict[tuple[int, int], tuple[int, int]] = {}
    for match, pair in pairs_of(matches):
        if scripts[match.one] is scripts[match.other]:
            for ends, word in (
                ((match.one, match.other), pair.one),
                ((match.other, match.one), pair.other),
            ):
                first, last = reaches.get(ends, (word, word))
                reaches[ends] = min(first, word), max(last, word)
    return reaches


def _within(place: Place, reach: tuple[int, int] | None) -> bool:
    return reach is not None and reach[0] < place.word < reach[1]


def _elsewhere(
    words: Collection[PassageWord], passage: Sequence[PassageWord], index: Index
) -> Iterator[PassageWord]:
    """The word by which a passage answers after all, in a place where it could not be linked."""
    places = {place for word in words for place, _ in answers(word, passage, index)}
    yield from (passage[place] for place in sorted(places)[:1])


def _groups(matches: Sequence[Match]) -> list[set[Place]]:
    """The words that answer each other, through others too."""
    group_of: dict[Place, set[Place]] = {}
    for match, pair in pairs_of(matches):
        one, other = Place(match.one, pair.one), Place(match.other, pair.other)
        whole = group_of.get(one, {one}) | group_of.get(other, {other})
        group_of.update(dict.fromkeys(whole, whole))
    return list({id(group): group for group in group_of.values()}.values())


def _telling(words: Collection[PassageWord]) -> bool:
    return max(word.weight for word in words) >= TELLING


def _differ(words: Sequence[PassageWord]) -> bool:
    """Whether words that answer each other are not forms of one root or spellings of one word."""
    first = words[0]
    return any(not akin(first, word) for word in words[1:])
