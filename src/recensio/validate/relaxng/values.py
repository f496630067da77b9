"""Patterns of attributes and texts: what their values are held to (RELAX NG, section 6.2.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from recensio.validate.relaxng.compounds import Choice
from recensio.validate.relaxng.name_classes import NameClass, contains
from recensio.validate.relaxng.patterns import Pattern
from recensio.validate.relaxng.vocabulary import SPACE

if TYPE_CHECKING:
    from recensio.validate.relaxng.datatypes import Context, Datatype
    from recensio.validate.relaxng.schema import Schema

REMEMBERED: Final = 64
"""Characters of the longest value of an attribute that is remembered."""

VALUES: Final = 1_000
"""Values that an attribute remembers at most."""

WORD: Final = re.compile(f"[^{SPACE}]+")


class Leaf(Pattern):
    """One attribute.

    `accepted` are values that it may have, as far as they are remembered; `id_type` is ID, IDREF,
    IDREFS or nothing (RELAX NG DTD Compatibility, section 5).
    """

    silent = True

    def __init__(self, schema: Schema, names: NameClass, value: Pattern) -> None:
        super().__init__(schema)
        self.names = names
        self.value = value
        self.leaves = frozenset((self,))
        self.accepted: set[str] = set()
        self.id_type = value.datatype.id_type if isinstance(value, Datum) else ""
        self._remembers = not (self.id_type or _depends(value))

    def allows_name(self, name: str) -> bool:
        """Whether the attribute may be so called."""
        return contains(self.names, name)

    def allows(self, value: str, context: Context) -> bool:
        """Whether the attribute may have this value."""
        allowed = matches(self.value, value, context)
        if allowed and self._remembers and len(value) <= REMEMBERED:
            if len(self.accepted) >= VALUES:
                self.accepted.clear()
            self.accepted.add(value)
        return allowed

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

    def allows(self, text: str, context: Context) -> bool:
        """Whether a text is of the datatype and not excepted."""
        if not self.datatype.allows(text, context):
            return False
        excepted = self.excepted
        return excepted is self.schema.not_allowed or not matches(excepted, text, context)

    def _text(self, text: str, context: Context) -> Pattern:
        return self.schema.empty if self.allows(text, context) else self.schema.not_allowed


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
        self._remembers = not _depends(inner)
        self._after: dict[tuple[Pattern, str], Pattern] = {}

    def _text(self, text: str, context: Context) -> Pattern:
        left = self.inner
        for word in WORD.findall(text):
            left = self._after.get((left, word)) or self._after_word(left, word, context)
            if left is self.schema.not_allowed:
                return left
        return self.schema.empty if left.nullable else self.schema.not_allowed

    def _after_word(self, left: Pattern, word: str, context: Context) -> Pattern:
        """What is left after a word; lists differ from place to place, but their words recur."""
        after = left.text(word, context)
        if self._remembers and len(word) <= REMEMBERED:
            if len(self._after) >= VALUES:
                self._after.clear()
            self._after[left, word] = after
        return after

    def _parts(self) -> Iterator[Pattern]:
        return iter((self.inner,))


def matches(pattern: Pattern, text: str, context: Context) -> bool:
    """Whether a text is what a pattern allows as the value of an attribute or a whole content."""
    if type(pattern) is Datum:
        return pattern.allows(text, context)
    if type(pattern) is Choice:
        return any(matches(member, text, context) for member in pattern.members)
    if pattern.text(text, context).nullable:
        return True
    return pattern.nullable and not text.strip(SPACE)


def _depends(pattern: Pattern) -> bool:
    """Whether the verdict on a text depends on where the text stands."""
    own = isinstance(pattern, Datum | Value) and pattern.datatype.uses_context
    excepted = isinstance(pattern, Datum) and _depends(pattern.excepted)
    return own or excepted or any(_depends(part) for part in pattern.parts())
