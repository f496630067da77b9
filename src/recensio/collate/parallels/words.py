"""A passage as words: what stands in it, and by what each word is compared.

The words with what surrounds them make up the passage again, to the last character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from recensio.collate.parallels.lexicon import is_function, language_of, lemma
from recensio.collate.parallels.rarity import Rarity
from recensio.collate.parallels.spelling import folded

WORD: Final = re.compile(
    r"%|\d+(?:[.,]\d+)*|[^\W\d_]+(?:[\u0300-\u036f\u00ad]|['’ʼ](?=\w)|[^\W\d_])*"
)
"""A figure, a word with its apostrophes, or the sign of percent."""

POSSESSIVE: Final = re.compile(r"['’ʼ]s$|['’ʼ]$")
OPENING: Final = frozenset({"Ps", "Pi"})
"""Unicode's categories of signs that go with the word after them; straight marks may too."""

CLAUSE: Final = re.compile(r"[,.;:!?…—–]")
FULL_STOP: Final = re.compile(r"[.;:!?…](?!\w)")

UNITS: Final = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
TENS: Final = "thirty forty fifty sixty seventy eighty ninety hundred"
NUMBERS: Final = {word: str(value) for value, word in enumerate(UNITS.split(), start=2)} | {
    word: str(10 * value) for value, word in enumerate(TENS.split(), start=3)
}
"""Numbers in words; one is more often a word of grammar."""


@dataclass(frozen=True, slots=True)
class PassageWord:
    """A word as it stands, and what it is compared by.

    `written` is the stretch of the passage that belongs to it, signs and spaces included, `text`
    the word alone. `number` is a figure or empty. `weight` says from 0 to 1 how much it tells to
    find the word again; of a word of grammar it is 0.
    """

    written: str
    text: str
    form: str
    lemma: str
    number: str = ""
    weight: float = 1.0
    capital: bool = False

    @property
    def content(self) -> bool:
        """Whether the word says something by itself."""
        return self.weight > 0

    @property
    def ends_clause(self) -> bool:
        """Whether a sign of punctuation follows."""
        return CLAUSE.search(self.written) is not None

    @property
    def ends_sentence(self) -> bool:
        """Whether a sign stronger than a comma follows."""
        return FULL_STOP.search(self.written) is not None


def passage_words(texts: Sequence[str], rarity: Rarity) -> list[tuple[PassageWord, ...]]:
    """The words of passages that are to be compared with each other.

    A compound with a hyphen in one is one word if another writes it without.
    """
    vocabulary = {folded(found.group()) for text in texts for found in WORD.finditer(text)}
    return [tuple(_words(text, vocabulary, rarity)) for text in texts]


def _words(text: str, vocabulary: set[str], rarity: Rarity) -> Iterator[PassageWord]:
    spans = _joined(text, [found.span() for found in WORD.finditer(text)], vocabulary)
    language = language_of([folded(text[start:end]) for start, end in spans])
    cuts = [0, *(_cut(text, end, start) for (_, end), (start, _) in pairwise(spans)), len(text)]
    if not spans and text:
        yield PassageWord(text, "", "", "", weight=0)
    for (start, end), (first, last) in zip(spans, pairwise(cuts), strict=bool(spans)):
        yield _word(text[first:last], text[start:end], language, rarity)


def _word(written: str, word: str, language: str, rarity: Rarity) -> PassageWord:
    form = folded(POSSESSIVE.sub("", word).replace("-", ""))
    digits = re.sub(r"\D", "", word)
    number = digits or NUMBERS.get(word.casefold(), "")
    functional = not number and is_function(form, language)
    return PassageWord(
        written=written,
        text=word,
        form=form,
        lemma=lemma(form),
        number=number,
        weight=0 if functional else rarity.weight(form),
        capital=word[0].isupper(),
    )


def _joined(text: str, spans: list[tuple[int, int]], vocabulary: set[str]) -> list[tuple[int, int]]:
    """The spans of words, those that a hyphen joins made one if their sum is a known word."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and text[joined[-1][1] : start] == "-":
            whole = folded(text[joined[-1][0] : end].replace("-", ""))
            if whole in vocabulary:
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


def _cut(text: str, end: int, start: int) -> int:
    """Where between two words the second begins: before the marks that open it."""
    at = start
    while at > end and not text[at - 1].isspace() and _opens(text, at - 1, end):
        at -= 1
    return at


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a sign opens what follows: a bracket or quotation mark, or a straight one there."""
    spaced = any(character.isspace() for character in text[end:at])
    return unicodedata.category(text[at]) in OPENING or (spaced and text[at] in "\"'*")
