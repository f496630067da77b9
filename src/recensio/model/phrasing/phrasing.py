"""The settings of phrasing, put together from a language, a style and what an edition changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import Any, Final

LANGUAGES: Final = ("la", "en", "de", "fr", "it", "ru")
"""Languages that the words are known in, and STYLES of houses, in the order they are named in."""
STYLES: Final = ("recensio", "oxford", "teubner", "bude", "monumenta", "plain")

UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f]")

Value = str | int
Table = Mapping[str, Value]


class UnknownPhrasing(ValueError):
    """An edition asks for what is not known; `reason` and `remedy` are told to its editor."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}: {remedy}")
        self.reason = reason
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Convention:
    """What a style decides: `values` are all that it may be, none if it may be any text."""

    name: str
    meaning: str
    value: Value
    values: tuple[str, ...] = ()

    def accepts(self, value: object) -> bool:
        """Whether the convention may have this value."""
        if isinstance(self.value, int):
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        if not isinstance(value, str) or UNPRINTABLE.search(value):
            return False
        return not self.values or value in self.values

    @property
    def remedy(self) -> str:
        """What to write."""
        if isinstance(self.value, int):
            return "write a number from 0 upwards"
        if self.values:
            return f"write {', '.join(map(repr, self.values[:-1]))} or {self.values[-1]!r}"
        return "write a text of one line in quotes"


@dataclass(frozen=True, slots=True)
class Phrasing:
    """How an edition phrases its apparatus: its words and its conventions, by their names."""

    language: str = "en"
    style: str = "recensio"
    words: Mapping[str, str] = field(default_factory=dict)
    conventions: Table = field(default_factory=dict)

    @property
    def lines(self) -> str:
        """The lines "name TAB value" that stylesheets take; names of words begin with a colon."""
        words = ((f":{name}", word) for name, word in self.words.items())
        return "\n".join(f"{name}\t{value}" for name, value in (*words, *self.conventions.items()))

    def changed(self, **conventions: Value) -> Phrasing:
        """The same phrasing with other conventions, their hyphens written as underlines."""
        changes = {name.replace("_", "-"): value for name, value in conventions.items()}
        return replace(self, conventions={**self.conventions, **_changes(changes)})


def spoken(code: str) -> str:
    """The language of an apparatus for a text in a language: its own if its words are known."""
    primary = code.lower().partition("-")[0]
    return primary if primary in LANGUAGES else "en"


def phrasing(
    language: str = "en",
    style: str = "recensio",
    words: Mapping[str, Any] = MappingProxyType({}),
    changes: Mapping[str, Any] = MappingProxyType({}),
) -> Phrasing:
    """The words of a language and the conventions of a style, with what an edition changes.

    Raises UnknownPhrasing if a language, a style, a word or a convention is not known.
    """
    _check_name(language, LANGUAGES, "language of the apparatus")
    _check_name(style, STYLES, "style of the apparatus")
    decided = {name: convention.value for name, convention in conventions().items()}
    decided |= {name: value for name, value in _style(style).items() if name != "meaning"}
    decided |= _changes(changes)
    known = _words(language, full=decided["phrases"] == "full")
    return Phrasing(language, style, known | _changed_words(words, known), decided)


@cache
def conventions() -> Mapping[str, Convention]:
    """Every convention by its name."""
    tables = _table("conventions.toml")
    return MappingProxyType(
        {
            name: Convention(name, each["meaning"], each["value"], tuple(each.get("values", ())))
            for name, each in tables.items()
        }
    )


def _changes(changes: Mapping[str, Any]) -> dict[str, Value]:
    for name, value in changes.items():
        _check_name(name, conventions(), "convention of the apparatus")
        if not conventions()[name].accepts(value):
            raise UnknownPhrasing(f"{name} cannot be {value!r}", conventions()[name].remedy)
    return dict(changes)


def _changed_words(words: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, str]:
    for name, word in words.items():
        _check_name(name, known, "word of the apparatus")
        if not isinstance(word, str) or UNPRINTABLE.search(word):
            raise UnknownPhrasing(f"{name} is not a word", "write a text of one line in quotes")
    return dict(words)


def _check_name(name: str, known: Iterable[str], what: str) -> None:
    if name not in known:
        raise UnknownPhrasing(f"{name} is not a {what}", f"known are: {', '.join(known)}")


def _words(language: str, full: bool) -> dict[str, str]:
    table = _table(f"languages/{language}.toml")
    words: dict[str, str] = table["short"]
    return words | table["full"] if full else dict(words)


def _style(name: str) -> dict[str, Value]:
    return _table(f"styles/{name}.toml")


@cache
def _table(name: str) -> dict[str, Any]:
    # Imported here, since every command waits for this module and few need the settings.
    import tomllib
    from importlib import resources

    source = resources.files("recensio.model.phrasing").joinpath(name)
    return tomllib.loads(source.read_text(encoding="utf-8"))
