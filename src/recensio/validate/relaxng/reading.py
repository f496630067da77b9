"""A document held to a schema while it is read, tag by tag (RELAX NG, section 6).

What is at fault is said and then taken as if it were right, so that one fault is not said twice
and the rest is still looked at; `recovery` chooses how.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from recensio.validate.relaxng.patterns import Namespaces, Pattern, Step
from recensio.validate.relaxng.schema import Schema
from recensio.validate.relaxng.values import Leaf
from recensio.validate.relaxng.vocabulary import SPACE, XML

Plan = tuple[Pattern, tuple[Leaf, ...], bool]
"""For the attributes of a tag: the content after them, what each is held to, and whether one of
them is an identifier or points to one."""


class Faults(Protocol):
    """What is told of faults; each says how to go on."""

    def misplaced(self, reading: Reading, name: str) -> Step | None:
        """An element is not allowed here: its content and what follows, or none to skip it."""

    def incomplete(self, reading: Reading, pattern: Pattern, text: str) -> None:
        """An element ends before it is complete, or its text is no value of the datatype."""

    def ended(self, reading: Reading) -> None:
        """An element of `marks` ends."""

    def stray_text(self, reading: Reading, text: str) -> None:
        """A text is not allowed here."""

    def unknown_attribute(
        self, left: Pattern, content: Pattern, tag: Sequence[str], i: int
    ) -> None:
        """An attribute is not allowed; `left` is the content after the attributes before it."""

    def wrong_value(self, leaves: frozenset[Leaf], tag: Sequence[str], i: int) -> None:
        """The value of an attribute is none of those allowed."""

    def missing_attributes(self, left: Pattern, tag: Sequence[str]) -> None:
        """A tag lacks attributes."""

    def identifier(self, tag: Sequence[str], i: int, kind: str, value: str) -> None:
        """An identifier, or a pointer to one: no fault by itself."""


class Reading:
    r"""One document: its tags and texts are given in order.

    Names are as expat writes them in a parser with "\\n" between namespace and local name; the
    attributes of a tag are one list of names and values. `marks` are the depths of open elements
    that the faults want to hear of when they end.
    """

    def __init__(self, schema: Schema, faults: Faults) -> None:
        self.schema = schema
        self._nothing = schema.not_allowed
        self.faults = faults
        self.pattern = schema.start
        self.names: list[str] = []
        self.marks: set[int] = set()
        self._waiting: list[Pattern | None] = []
        self._skipped = 0
        self._pending: list[str] = []
        self._prefixes: dict[str, str] = {"xml": XML}
        self._shadowed: list[dict[str, str]] = []
        self._unparsed: set[str] = set()
        self._context = Namespaces(self._prefixes, self._unparsed)

    def declare(self, prefix: str | None, uri: str | None) -> None:
        """A namespace is declared for the tags that come."""
        self._shadowed.append(self._prefixes)
        self._prefixes = {**self._prefixes, prefix or "": uri or ""}
        self._context = Namespaces(self._prefixes, self._unparsed)

    def undeclare(self, _prefix: str | None) -> None:
        """The declaration made last no longer holds."""
        self._prefixes = self._shadowed.pop()
        self._context = Namespaces(self._prefixes, self._unparsed)

    def declare_all(self, prefixes: Mapping[str, str]) -> None:
        """These are the namespaces in force for the tag that comes."""
        self._context = Namespaces({"xml": XML, **prefixes}, self._unparsed)

    def declare_entity(self, name: str, *_where: str | None) -> None:
        """The document type declares an unparsed entity."""
        self._unparsed.add(name)

    def start(self, name: str, attributes: Sequence[str]) -> None:
        """A start tag."""
        if self._skipped:
            self._skipped += 1
            return
        if self._pending:
            self._settle_pending()
        pattern = self.pattern
        step = pattern.steps.get(name) or pattern.step(name) or self.faults.misplaced(self, name)
        if step is None:
            self._skipped = 1
            return
        content, rest = step
        self._waiting.append(rest)
        self.names.append(name)
        if attributes:
            self.pattern = self._after_attributes(content, name, attributes)
        elif content.closed is self._nothing:
            self.pattern = self._one_by_one(content, (name,))
        else:
            self.pattern = content.closed

    def end(self, _name: str) -> None:
        """An end tag."""
        if self._skipped:
            self._skipped -= 1
            return
        pattern = self.pattern
        text = ""
        if pattern.valued:
            text = "".join(self._pending)
            self._pending.clear()
            pattern = self._after_value(pattern, text)
        rest = self._waiting.pop()
        if rest is None:
            rest = pattern.ended()
            if rest is self._nothing:
                self.faults.incomplete(self, self.pattern, text)
                rest = self.pattern.ended(lenient=True)
        elif not pattern.nullable:
            self.faults.incomplete(self, self.pattern, text)
        if self.marks and len(self.names) in self.marks:
            self.marks.discard(len(self.names))
            self.faults.ended(self)
        self.names.pop()
        self.pattern = rest

    def text(self, text: str) -> None:
        """A text or a part of one."""
        if self._skipped:
            return
        pattern = self.pattern
        if pattern.valued:
            self._pending.append(text)
            return
        after = pattern.after_text
        if after is not pattern and text.strip(SPACE):
            if after is self._nothing:
                self.faults.stray_text(self, text)
            else:
                self.pattern = after

    def _settle_pending(self) -> None:
        """A text that would have been a value, but an element follows."""
        text = "".join(self._pending)
        self._pending.clear()
        if not text.strip(SPACE):
            return
        after = self.pattern.text(text, self._context)
        if after is self._nothing:
            self.faults.stray_text(self, text)
        else:
            self.pattern = after

    def _after_value(self, pattern: Pattern, text: str) -> Pattern:
        """What is left of a content whose text is a value, at its end (section 6.2.7)."""
        after = pattern.text(text, self._context)
        return after if text.strip(SPACE) else self.schema.choice((pattern, after))

    def _after_attributes(self, content: Pattern, name: str, attributes: Sequence[str]) -> Pattern:
        names = tuple(attributes[::2])
        plan = content.plans.get(names)
        if plan is None:
            plan = content.plans[names] = self._plan(content, names)
        if plan:
            closed, leaves, identifying = plan
            i = 1
            for leaf in leaves:
                value = attributes[i]
                if value not in leaf.accepted and not leaf.allows(value, self._context):
                    break
                i += 2
            else:
                if identifying:
                    self._identify(leaves, name, attributes)
                return closed
        return self._one_by_one(content, [name, *attributes])

    def _plan(self, content: Pattern, names: tuple[str, ...]) -> Plan | tuple[()]:
        """How to read a tag with these attributes, if each can be of one kind only."""
        self.schema.remember()
        leaves: list[Leaf] = []
        for name in names:
            found = content.leaves_named(name)
            if len(found) != 1:
                return ()
            leaves += found
            content = content.take(found)
        if content.closed is self._nothing:
            return ()
        identifying = self.schema.checks_identifiers and any(leaf.id_type for leaf in leaves)
        return content.closed, tuple(leaves), identifying

    def _one_by_one(self, content: Pattern, tag: Sequence[str]) -> Pattern:
        """The content after the attributes, of which some are at fault or ambiguous."""
        left = content
        for i in range(1, len(tag), 2):
            leaves = left.leaves_named(tag[i])
            if not leaves:
                self.faults.unknown_attribute(left, content, tag, i)
                continue
            fitting = frozenset(leaf for leaf in leaves if leaf.allows(tag[i + 1], self._context))
            if not fitting:
                self.faults.wrong_value(leaves, tag, i)
            elif self.schema.checks_identifiers:
                self._identify_one(fitting, tag, i)
            left = left.take(fitting or leaves)
        if left.closed is not self._nothing:
            return left.closed
        self.faults.missing_attributes(left, tag)
        return left.forgiven

    def _identify(self, leaves: Sequence[Leaf], name: str, attributes: Sequence[str]) -> None:
        for i, leaf in enumerate(leaves):
            if leaf.id_type:
                self._identify_one((leaf,), (name, *attributes), 2 * i + 1)

    def _identify_one(
        self, leaves: Sequence[Leaf] | frozenset[Leaf], tag: Sequence[str], i: int
    ) -> None:
        kind = next((leaf.id_type for leaf in leaves if leaf.id_type), "")
        for value in tag[i + 1].split() if kind else ():
            self.faults.identifier(tag, i, kind, value)
