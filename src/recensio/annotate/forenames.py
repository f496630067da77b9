"""Forenames: which of them are one name in several languages (Lev, Leon), and which agree.

The table stands in `forenames.toml` beside this module; add a form there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

from recensio.annotate.folding import folded

LONGEST_INITIAL: Final = 2
PATRONYMICS: Final = ("ovich", "evich", "ich", "ovna", "evna", "ichna")


def name_of(key: str) -> str:
    """The key of the name of which this key is a form; of an unknown name its own."""
    return _table().get(key, key)


def is_forename(key: str) -> bool:
    """Whether the table has this form."""
    return key in _table()


def is_patronymic(key: str) -> bool:
    """Whether a key ends as Russian patronymics do."""
    return len(key) > 5 and key.endswith(PATRONYMICS)


def agree(written: str, listed: str) -> bool:
    """Whether a written part of a name, perhaps an initial, may stand for a listed one.

    Both are keys. An initial agrees with that of any form of the name: J. with Iosif, as Joseph.
    """
    if min(len(written), len(listed)) <= LONGEST_INITIAL:
        return bool(initials(written) & initials(listed))
    return name_of(written) == name_of(listed)


@cache
def initials(key: str) -> frozenset[str]:
    """The letters by which the name may be abbreviated, in their keys (Yu. as ju, Zh. as zh)."""
    known = (
        _initials().get(name_of(key), frozenset()) if len(key) > LONGEST_INITIAL else frozenset()
    )
    return known | _letters(key)


def _letters(word: str) -> frozenset[str]:
    letters = (folded(word[:length]) for length in (1, 2))
    # Iosif is I. in one transliteration and Y. or J. in another.
    return frozenset("j" if letter == "i" else letter for letter in letters if letter)


@cache
def _table() -> Mapping[str, str]:
    groups = (*_listed()["names"], *_listed()["familiar"])
    return {folded(form): folded(forms[0]) for forms in groups for form in forms}


@cache
def _initials() -> Mapping[str, frozenset[str]]:
    """The initials of each name in any of its forms; familiar ones give none."""
    return {
        folded(forms[0]): frozenset().union(*map(_letters, forms)) for forms in _listed()["names"]
    }


@cache
def _listed() -> Mapping[str, list[list[str]]]:
    source = resources.files("recensio.annotate").joinpath("forenames.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
