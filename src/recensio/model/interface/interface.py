"""What the site says of its own accord, such as "Contents" or "Entry 7", in the reader's language.

The words stand in words/ROOM.toml, a table for each key with its languages beside each other, so
that whoever adds a key translates it at once. A count has a form for each plural category of the
language (Unicode CLDR, plural rules): `en = { one = "{1} place", other = "{1} places" }`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final

LANGUAGES: Final = ("en", "de", "fr", "ru")
"""Languages that every word is known in; what an edition leaves out of another is English."""

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Interface:
    """The words of the site by their keys, in one language."""

    language: str = "en"
    words: Words = field(default_factory=dict)

    def say(self, key: str, *values: object) -> str:
        """The words of a key, with `values` in the places of {1}, {2} ... Raises KeyError."""
        return _filled(self.words[key], values)

    def count(self, key: str, number: int, *values: object) -> str:
        """The words of a key for a number, which is {1}. Raises KeyError."""
        form = f"{key}.{plural(self.language, number)}"
        words = self.words.get(form) or self.words[f"{key}.other"]
        return _filled(words, (number, *values))

    @property
    def lines(self) -> str:
        """The lines "key TAB words" that stylesheets take, the language first."""
        return "\n".join(
            f"{key}\t{words}" for key, words in {":": self.language, **self.words}.items()
        )


def interface(language: str, own: Words | None = None) -> Interface:
    """The words in a language such as "de" or "de-AT", with an edition's own before them."""
    known = language.split("-", maxsplit=1)[0].lower()
    words = dict(words_of(known if known in LANGUAGES else "en"))
    return Interface(language if known in LANGUAGES or own else "en", {**words, **(own or {})})


def plural(language: str, number: int) -> str:
    """The plural category of a whole number (CLDR): one, few, many or other."""
    match language.split("-", maxsplit=1)[0]:
        case "fr":
            return "one" if number in (0, 1) else "other"
        case "ru":
            return _russian(number)
    return "one" if number == 1 else "other"


def _russian(number: int) -> str:
    last, lasts = number % 10, number % 100
    if last == 1 and lasts != 11:
        return "one"
    return "few" if last in (2, 3, 4) and lasts not in (12, 13, 14) else "many"


@cache
def words_of(language: str) -> Words:
    """The words of one of LANGUAGES, without an edition's own."""
    return dict(_read(language))


def _read(language: str) -> Iterator[tuple[str, str]]:
    # Imported here: files are checked without any word of the site, and that is to start at once.
    import tomllib

    folder = resources.files("recensio.model.interface").joinpath("words")
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        for key, languages in tomllib.loads(file.read_text(encoding="utf-8")).items():
            words = languages[language]
            if isinstance(words, str):
                yield key, words
            else:
                yield from ((f"{key}.{form}", each) for form, each in words.items())


def _filled(words: str, values: tuple[object, ...]) -> str:
    for position, value in enumerate(values, start=1):
        words = words.replace(f"{{{position}}}", str(value))
    return words
