"""Family: forenames behind words of kinship, of relatives of those who are named beside them.

The Ryutin family: daughter Liubov, wife Evdokia Mikhailovna.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recensio.annotate.found import Found
from recensio.annotate.people import People
from recensio.annotate.phrases import Nearness
from recensio.annotate.tokens import Token
from recensio.annotate.vocabulary import KIN
from recensio.model.register import RegisterKind


def relatives(tokens: Sequence[Token], persons: Sequence[Found], people: People) -> Iterator[Found]:
    """The relatives in a text whom only a forename names."""
    families = {
        family for found in persons for one in found.entries for family in people.families(one)
    }
    for word, name, *behind in zip(tokens, tokens[1:], (*tokens[2:], None), strict=False):
        if word.text.lower() not in KIN or not (name.is_word and name.is_capital):
            continue
        if behind[0] is not None and behind[0].is_word and behind[0].is_capital:
            continue
        own = tuple(
            each for each in people.called_first(name.keys[0]) if families & people.families(each)
        )
        if own:
            yield Found(name.start, name.end, RegisterKind.PERSONS, own, Nearness.DERIVED)
