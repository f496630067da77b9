"""Patterns of attributes and texts: what their values are held to (RELAX NG, section 6.2.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from recensio.validate.relaxng.name_classes import NameClass, contains
from recensio.validate.relaxng.patterns import Pattern
from recensio.validate.relaxng.vocabulary import SPACE

if TYPE_CHECKING:
    from recensio.validate.relaxng.datatypes import Context, Datatype
    from recensio.validate.relaxng.schema import Schema

REMEMBERED: Final = 64
"""Characters of the longest value of an attribute whose verdict is remembered."""

VERDICTS: Final = 1_000
"""Verdicts that an attribute remembers at most."""

WORD: Final = re.compile(f"[^{SPACE}]+")


class Leaf(Pattern):
    """One attribute."""

    silent = True

    def __init__(self, schema: Schema, names: NameClass, value: Pattern) -> None:
        super().__init__(schema)
        self.names = names
        self.value = value
        self.leaves = frozenset((self,))
        self._verdicts: dict[str, bool] = {}
        self._constant = not _depends(value)

    @property
    def id_type(self) -> str:
        """ID, IDREF, IDREFS or nothing (RELAX NG DTD Compatibility, section 5)."""
        return self.value.datatype.id_type if isinstance(self.value, Datum) else ""

    def allows_name(self, name: str) -> bool:
        """Whether the attribute may be so called."""
        return contains(self.names, name)

    def allows(self, value: str, context: Context) -> bool:
        """Whether the attribute may have this value."""
        verdict = self._verdicts.get(value)
        if verdict is None:
            verdict = matches(self.value, value, context)
            if self._constant and len(value) <= REMEMBERED:
                if len(self._verdicts) >= VERDICTS:
                    self._verdicts.clear()
                self._verdicts[value] = verdict
        return verdict

    def _take(self, taken: frozenset[Leaf]) -> Pattern:
        return self.schema.empty

    def _close(self, missing: Pattern) -> Pattern:
        return missing


class Datum(Pattern):
    """A text of a datatype."""

    valued = True
    silent = True

    def __init__(self, schema: Schema, datatype: Datatype, excepted: Pattern) -> None:
        super().__init__(schema)
        self.datatype = datatype
        self.excepted = excepted

    def _text(self, text: str, context: Context) -> Pattern:
        allowed = self.datatype.allows(text, context) and not (
            self.excepted is not self.schema.not_allowed and matches(self.excepted, text, context)
        )
        return self.schema.empty if allowed else self.schema.not_allowed


class Value(Pattern):
    """A text that means the same as `text` in a datatype."""

    valued = True
    silent = True

    def __init__(self, schema: Schema, datatype: Datatype, text: str, context: Context) -> None:
        super().__init__(schema)
        self.datatype = datatype
        self.written = text
        self._value = datatype.value(text, context)

    def _text(self, text: str, context: Context) -> Pattern:
        same = self.datatype.value(text, context) == self._value
        return self.schema.empty if same else self.schema.not_allowed


class Words(Pattern):
    """A text whose words match a pattern (the list of RELAX NG)."""

    valued = True
    silent = True

    def __init__(self, schema: Schema, inner: Pattern) -> None:
        super().__init__(schema)
        self.inner = inner

    def _text(self, text: str, context: Context) -> Pattern:
        left = self.inner
        for word in WORD.findall(text):
            left = left.text(word, context)
            if left is self.schema.not_allowed:
                return left
        return self.schema.empty if left.nullable else self.schema.not_allowed

    def _parts(self) -> Iterator[Pattern]:
        return iter((self.inner,))


def matches(pattern: Pattern, text: str, context: Context) -> bool:
    """Whether a text is what a pattern allows as the value of an attribute or a whole content."""
    if pattern.text(text, context).nullable:
        return True
    return pattern.nullable and not text.strip(SPACE)


def _depends(pattern: Pattern) -> bool:
    """Whether the verdict on a text depends on where the text stands."""
    own = isinstance(pattern, Datum | Value) and pattern.datatype.uses_context
    excepted = isinstance(pattern, Datum) and _depends(pattern.excepted)
    return own or excepted or any(_depends(part) for part in pattern.parts())
