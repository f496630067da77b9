"""The form in which a word is compared: what is no difference between witnesses is taken away.

Case, punctuation and orthography, each if asked for; the rules of orthography stand in
`orthography.toml` by language, and an edition may add its own. Stems need a library of their own.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module, resources
from typing import Any, Final

from recensio.model.failure import CannotGoOn
from recensio.model.problem import problem

STEPS: Final = ("case", "punctuation", "orthography", "stem")
"""What can be taken away, in the order in which it is."""

LANGUAGES: Final = ("latin", "greek", "english", "german", "french", "italian", "russian")

Rule = tuple[re.Pattern[str], str]


@dataclass(frozen=True, slots=True)
class Normaliser:
    """Makes normal forms; `steps` are some of `STEPS`, `rules` those of the edition."""

    steps: frozenset[str] = frozenset({"case"})
    language: str | None = None
    rules: tuple[Rule, ...] = ()
    _known: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def joins_signs(self) -> bool:
        """Whether signs belong to the word beside them and make no difference."""
        return "punctuation" in self.steps

    def normal(self, word: str) -> str:
        """The form in which a word is compared; never empty."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._made(word)
        return known

    def _made(self, word: str) -> str:
        form = unicodedata.normalize("NFC", word)
        for step in self._changes():
            form = step(form) or form
        return form

    def _changes(self) -> Iterable[Callable[[str], str]]:
        if "case" in self.steps:
            yield lambda form: unicodedata.normalize("NFC", form.casefold())
        if "punctuation" in self.steps:
            yield lambda form: form.strip("".join(filter(_is_sign, form)))
        if "orthography" in self.steps:
            yield lambda form: respelt(form, self.language)
        yield lambda form: _replaced(form, self.rules)
        if "stem" in self.steps:
            yield _stemmer(self.language)


def normaliser(
    steps: Iterable[str] = ("case",),
    language: str | None = None,
    rules: Sequence[tuple[str, str]] = (),
) -> Normaliser:
    """A normaliser of such steps; `rules` are regular expressions and replacements.

    Raises CannotGoOn if there is no such step or language, a rule is no regular expression, or
    stems are asked for and the library for them is not there.
    """
    asked = frozenset(steps)
    for step in sorted(asked - set(STEPS)):
        raise CannotGoOn(problem("WIT016", name=step, known=", ".join(STEPS)))
    if language is not None and language not in LANGUAGES:
        raise CannotGoOn(problem("WIT016", name=language, known=", ".join(LANGUAGES)))
    if "stem" in asked:
        _stemmer(language)
    return Normaliser(asked, language, tuple(_compiled(*rule) for rule in rules))


def respelt(word: str, language: str | None) -> str:
    """A word by the orthography of a language, or by what holds for all of them."""
    for diacritics, rules in _orthography(language):
        word = _replaced(_unmarked(word) if diacritics else word, rules)
    return word


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] not in "LMN"


def _unmarked(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    return unicodedata.normalize(
        "NFC", "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    )


def _replaced(word: str, rules: Iterable[Rule]) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word


@cache
def _orthography(language: str | None) -> tuple[tuple[bool, tuple[Rule, ...]], ...]:
    text = resources.files(__package__).joinpath("orthography.toml").read_text(encoding="utf-8")
    listed = tomllib.loads(text)
    names = ["general", *([language] if language else [])]
    return tuple(
        (listed[name]["diacritics"], tuple((re.compile(p), r) for p, r in listed[name]["rules"]))
        for name in names
    )


def _compiled(pattern: str, replacement: str) -> Rule:
    try:
        compiled = re.compile(pattern)
        compiled.sub(replacement, "")
    except (re.error, IndexError) as error:
        raise CannotGoOn(problem("WIT017", rule=pattern, reason=error)) from None
    return compiled, replacement


@cache
def _stemmer(language: str | None) -> Callable[[str], str]:
    """The stemmer of a language (Porter, 2001), from the library snowballstemmer."""
    if language is None:
        raise CannotGoOn(problem("WIT018", reason="no language is named"))
    try:
        library: Any = import_module("snowballstemmer")
        stemmer = library.stemmer(language)
    except ImportError:
        reason = "snowballstemmer is not installed"
        raise CannotGoOn(problem("WIT018", reason=reason)) from None
    except KeyError:
        reason = f"it knows no stems of {language}"
        raise CannotGoOn(problem("WIT018", reason=reason)) from None
    return lambda word: str(stemmer.stemWord(word))
