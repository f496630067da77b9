"""The name that was probably meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from recensio.validate.spelling import distance

# Capitals that Greek, Cyrillic and Latin write alike, the commonest slip of the keyboard; of the
# small letters only omicron, since ν and v, α and a are sigla side by side in many editions.
ALIKE: Final = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕКМНОРСТУХ",
    "ABEZHIKMNOPTYXoABEKMHOPCTYX",
)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The one known name that is plainly meant by `name`; None if there is none or several.

    Tried in this order: the same to the eye, the same but for case, one slip of the pen away, two
    in a long name.
    """
    names = list(dict.fromkeys(known))
    for alike in (looks, _folded):
        found = [each for each in names if alike(each) == alike(name)]
        if found:
            return found[0] if len(found) == 1 else None
    return _by_distance(name, names)


def looks(name: str) -> str:
    """The name with its letters as the eye takes them."""
    return unicodedata.normalize("NFC", name).translate(ALIKE)


def _folded(name: str) -> str:
    return looks(name).casefold()


def _by_distance(name: str, names: list[str]) -> str | None:
    allowed = 0 if len(name) < 2 else 1 if len(name) < 6 else 2
    close = [each for each in names if len(each) > 1 and abs(len(each) - len(name)) <= allowed]
    by_distance = sorted((distance(name, each), each) for each in close)
    if not by_distance or by_distance[0][0] > allowed:
        return None
    unique = len(by_distance) == 1 or by_distance[0][0] < by_distance[1][0]
    return by_distance[0][1] if unique else None
