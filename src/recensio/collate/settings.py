"""What an editor says of a collation, in a specification or, going first, on the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from recensio.collate.normal import Normaliser, normaliser
from recensio.model.apparatus import ApparatusKind

DEFAULT: Final = ("case",)


@dataclass(frozen=True, slots=True)
class Settings:
    """How words are compared and how the result is laid out; nothing where nothing is said.

    `normalise` are steps of `normal.STEPS`, `rules` patterns and what replaces them, `base` the
    siglum of the witness whose text is the lemma.
    """

    normalise: tuple[str, ...] | None = None
    language: str | None = None
    rules: tuple[tuple[str, str], ...] | None = None
    base: str | None = None
    apparatus: ApparatusKind | None = None

    def over(self, other: Settings) -> Settings:
        """These, and where they say nothing the others."""
        said = {each.name: getattr(self, each.name) for each in fields(self)}
        return replace(other, **{name: value for name, value in said.items() if value is not None})

    def normaliser(self) -> Normaliser:
        """The normaliser of these settings; a language or rules bring orthography with them.

        Raises CannotGoOn as `normal.normaliser` does.
        """
        steps = self.normalise
        if steps is None:
            steps = (*DEFAULT, "orthography") if self.language else DEFAULT
        return normaliser(steps, self.language, self.rules or ())


NONE: Final = Settings()
"""Nothing is said."""


def settings_of(spec: Mapping[str, Any]) -> Settings | str:
    """The settings in a specification, or what is wrong with them."""
    found: dict[str, Any] = {}
    for name, (form, made) in _KEYS.items():
        if name not in spec:
            continue
        value = made(spec[name])
        if value is None:
            return f"{name} is not {form}"
        found[name] = value
    return Settings(**found)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: Any) -> tuple[str, ...] | None:
    listed = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return tuple(value) if listed else None


def _rules(value: Any) -> tuple[tuple[str, ...], ...] | None:
    pairs = tuple(_texts(pair) or () for pair in value) if isinstance(value, list) else ((),)
    return pairs if all(len(pair) == 2 for pair in pairs) else None


def kind_of_apparatus(value: Any) -> ApparatusKind | None:
    """Positive or negative, from the word for it."""
    named = [kind for kind in ApparatusKind if kind == value]
    return named[0] if named and named[0] is not ApparatusKind.UNDECLARED else None


_KEYS: Final[Mapping[str, tuple[str, Callable[[Any], Any]]]] = {
    "normalise": ("a list of words", _texts),
    "language": ("a word", _text),
    "rules": ("a list of pairs: a pattern and what replaces it", _rules),
    "base": ("a siglum", _text),
    "apparatus": ("positive or negative", kind_of_apparatus),
}
