"""Vocabulary: the common words that decide whether capitals are a name, and of what.

They are English. To reckon with another language add its words here.
"""

from __future__ import annotations

from typing import Final


def in_order(words: str) -> tuple[str, ...]:
    """The words of a text in their order."""
    return tuple(words.split())


def listed(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


SMALL: Final = listed("of the and for in on to a an de la des der und")
"""Words that a name may hold without a capital."""

GENERAL: Final = listed(
    "party group government department factory committee works plant books society"
)
"""Nouns that name nothing by themselves, though the name of an organisation ends in them."""

SITES: Final = listed("factory works plant mill mine")
"""Places of work, whose name may stand in quotation marks beside the noun."""

FLEXIBLE: Final = listed(
    "presidium collegium bureau group bloc opposition school center centre faction platform"
)
"""Nouns that are written with a capital or without within a longer name."""

GROUPS: Final = listed("group bloc faction school opposition organization organisation")
"""What is named after persons."""

INSTITUTIONS: Final = listed(
    "academy archive bureau center centre college commission committee conference congress council"
    " department factory institute library museum office prison school society soviet theater"
    " theatre union university works"
)
"""Nouns whose name a place before them belongs to: Moscow University."""

WRITINGS: Final = {
    "j": listed("newspaper newspapers journal journals magazine magazines weekly periodical"),
    "m": listed(
        "book booklet brochure pamphlet novel play poem film monograph study memoirs memoir"
        " collection anthology biography autobiography almanac encyclopedia"
    ),
    "a": listed(
        "article articles essay editorial story feuilleton resolution decree declaration manifesto"
        " appeal"
    ),
}
"""Nouns for writings, with the level of their titles as in title/@level (TEI Guidelines, 3.12)."""

OCCASIONS: Final = listed(
    "agreement armistice conference congress pact peace revolution treaty trial trials uprising"
)
"""Nouns for events, whose name a place before them belongs to: the Moscow Trials."""

ARTICLES: Final = listed("The A An")
PLACING: Final = listed("in at near from to into outside reached")
"""Prepositions before a place."""

LINKING: Final = listed("of the and for de von van")
WEEKDAYS: Final = listed("monday tuesday wednesday thursday friday saturday sunday")

KIN: Final = listed(
    "son sons daughter daughters wife husband widow brother brothers sister sisters mother father"
    " children child grandson granddaughter nephew niece cousin"
)
"""Words of kinship, behind which a forename alone names a relative."""
