"""Faults told, and how the reading goes on after each.

An element that is not allowed is taken for what it most likely is: one that comes too early,
because something before it is missing; one that is known but stands at the wrong place; one whose
name is misspelt; or one that the schema does not know, which is passed over with all it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Protocol

from recensio.validate.relaxng.advice import (
    AT_MOST,
    Advice,
    ahead,
    first_names,
    joined,
    local,
    required_attributes,
    values,
)
from recensio.validate.relaxng.findings import Finding, Span
from recensio.validate.relaxng.patterns import Pattern, Step
from recensio.validate.relaxng.reading import Reading
from recensio.validate.relaxng.values import Leaf
from recensio.validate.spelling import meant

SHOWN: Final = 40
"""Characters of a text or value that a message shows."""


class Spot(Protocol):
    """The tag or text that is being read, as it stands in the file."""

    @property
    def line(self) -> int:
        """The line that the tag begins in."""

    def tag(self) -> Span:
        """The tag."""

    def name(self) -> Span:
        """The name in the tag."""

    def attribute(self, name: str) -> tuple[Span, Span]:
        """Name and value of an attribute, by its local name."""

    def text(self) -> Span:
        """The text before the tag."""


class Recovery:
    """The faults of one document, told to `findings`."""

    def __init__(self, advice: Advice, spot: Spot) -> None:
        self.findings: list[Finding] = []
        self._advice = advice
        self._spot = spot
        self._misspelt: dict[int, int] = {}
        self._identifiers: dict[str, int] = {}
        self._pointers: list[tuple[str, str, str, Span]] = []

    def misplaced(self, reading: Reading, name: str) -> Step | None:
        """Tell of an element that is not allowed here; its content and what follows, or none."""
        pattern, schema = reading.pattern, reading.schema
        reading.marks.add(len(reading.names))
        found = ahead(pattern, name)
        if found:
            self._too_early(reading, name, found[2])
            return found[0], found[1]
        contents = list(schema.contents_of(name))
        if contents:
            self._elsewhere(reading, name)
            return self._alone(schema.choice(contents), pattern)
        return self._unknown(reading, name)

    def _alone(self, content: Pattern, pattern: Pattern) -> Step:
        """The step into an element as if it stood beside what the pattern allows."""
        return content, pattern

    def _too_early(self, reading: Reading, name: str, missing: Sequence[Pattern]) -> None:
        names = [self._advice.elements(each) for each in missing]
        alternatives = [joined(each, "or") for each in names]
        told = Finding(
            "TEI008",
            self._spot.tag(),
            local(name),
            reason=f"{joined(alternatives, 'and')} must stand before {local(name)}",
            expected=tuple(dict.fromkeys(n for each in names for n in each))[:AT_MOST],
        )
        self._tell(reading, told)

    def _elsewhere(self, reading: Reading, name: str) -> None:
        pattern = reading.pattern
        parent = reading.names[-1] if reading.names else ""
        earlier = parent and any(
            content.forgiven.step(name) for content in reading.schema.contents_of(parent)
        )
        reason = f"is not allowed in {local(parent)}" if parent else "is not allowed as the root"
        if earlier:
            reason = f"is allowed in {local(parent)}, but not at this place"
        expected = self._advice.elements(pattern, name)
        told = Finding("TEI004", self._spot.tag(), local(name), reason=reason, expected=expected)
        self._tell(reading, told)

    def _unknown(self, reading: Reading, name: str) -> Step | None:
        pattern, schema = reading.pattern, reading.schema
        nearest = self._advice.element_meant(pattern, name)
        namesake = next((each for each in schema.names if local(each) == local(name)), None)
        reason = f"there is no element {local(name)} in the schema"
        if namesake:
            reason = _in_namespace(name, namesake)
        told = Finding(
            "TEI003",
            self._spot.tag(),
            local(name),
            reason=reason,
            expected=self._advice.elements(pattern, name),
        )
        if not nearest or namesake:
            self._tell(reading, told)
            return None
        self._tell(reading, replace(told, spans=(self._spot.name(),), remedy=local(nearest)))
        depth = len(reading.names) + 1
        reading.marks.add(depth)
        self._misspelt[depth] = len(self.findings) - 1
        return pattern.step(nearest)

    def ended(self, reading: Reading) -> None:
        """Add the end tag to what must be rewritten of an element whose name is misspelt."""
        index = self._misspelt.pop(len(reading.names), None)
        if index is None:
            return
        finding, closing = self.findings[index], self._spot.name()
        if closing != finding.spans[0]:
            self.findings[index] = replace(finding, spans=(*finding.spans, closing))

    def incomplete(self, reading: Reading, pattern: Pattern, text: str) -> None:
        """Tell of an element that lacks something, unless what it lacks was told of as a fault."""
        if len(reading.names) in reading.marks:
            return
        name = local(reading.names[-1])
        if pattern.valued and not first_names(pattern):
            listed, words = values((pattern,), text.strip())
            at = self._spot.text() if text.strip() else self._spot.tag()
            told = Finding("TEI010", at, _shown(text), reason=words, expected=listed)
            self._tell(reading, told)
            return
        expected = self._advice.elements(pattern)
        needed = joined(expected, "or") or "some content"
        reason = f"{needed} is missing"
        told = Finding("TEI008", self._spot.tag(), name, reason=reason, expected=expected)
        self._tell(reading, told)

    def stray_text(self, reading: Reading, text: str) -> None:
        """Tell of a text where none is allowed."""
        expected = self._advice.elements(reading.pattern)
        told = Finding("TEI007", self._spot.text(), _shown(text), expected=expected)
        self._tell(reading, told)

    def unknown_attribute(
        self, left: Pattern, content: Pattern, tag: Sequence[str], i: int
    ) -> None:
        """Tell of an attribute that is not allowed, or not beside another one."""
        name = local(tag[i])
        expected = self._advice.attributes(left, tag[i])
        reason = f"{local(tag[0])} has no attribute {name}"
        if content.leaves_named(tag[i]):
            others = [local(other) for other in tag[1:i:2]]
            reason = f"{name} is not allowed together with {joined(others, 'and')}"
        given = {local(other) for other in tag[1::2]}
        nearest = meant(name, [each for each in expected if each not in given])
        at, _ = self._spot.attribute(name.rpartition(":")[2])
        self.findings.append(
            Finding(
                code="TEI005",
                at=at,
                subject=name,
                element=local(tag[0]),
                reason=reason,
                expected=expected,
                spans=(at,) if nearest else (),
                remedy=nearest or "",
            )
        )

    def wrong_value(self, leaves: frozenset[Leaf], tag: Sequence[str], i: int) -> None:
        """Tell of a value that an attribute must not have."""
        listed, words = values([leaf.value for leaf in leaves], tag[i + 1])
        nearest = meant(tag[i + 1].strip(), listed)
        at, value = self._spot.attribute(local(tag[i]).rpartition(":")[2])
        self.findings.append(
            Finding(
                code="TEI006",
                at=at,
                subject=f"{local(tag[i])}",
                element=local(tag[0]),
                reason=f"“{_shown(tag[i + 1])}”, which is not {words}",
                expected=listed,
                spans=(value,) if nearest else (),
                remedy=nearest or "",
            )
        )

    def missing_attributes(self, left: Pattern, tag: Sequence[str]) -> None:
        """Tell of attributes that a tag lacks."""
        required = sorted(map(local, required_attributes(left)))
        expected = tuple(required) or self._advice.attributes(left, "")
        reason = joined(required, "and") or joined(expected, "or")
        self.findings.append(
            Finding(
                code="TEI009",
                at=self._spot.tag(),
                subject=local(tag[0]),
                element=local(tag[0]),
                reason=reason,
                expected=expected[:AT_MOST],
            )
        )

    def identifier(self, tag: Sequence[str], i: int, kind: str, value: str) -> None:
        """Keep an identifier or pointer in mind, and tell of one that is there already."""
        if kind == "ID" and value not in self._identifiers:
            self._identifiers[value] = self._spot.line
            return
        name = local(tag[i])
        if kind == "ID":
            at, _ = self._spot.attribute(name.rpartition(":")[2])
            first = str(self._identifiers[value])
            self.findings.append(Finding("TEI011", at, value, local(tag[0]), reason=first))
        elif value not in self._identifiers:
            at, _ = self._spot.attribute(name.rpartition(":")[2])
            self._pointers.append((value, name, local(tag[0]), at))

    def finish(self) -> None:
        """Tell of the pointers that no identifier answers, once all are known."""
        for value, attribute, element, at in self._pointers:
            if value not in self._identifiers:
                self.findings.append(Finding("TEI012", at, value, element, reason=attribute))

    def _tell(self, reading: Reading, finding: Finding) -> None:
        """Keep a finding, with the element that is open as the one around it."""
        around = local(reading.names[-1]) if reading.names else ""
        self.findings.append(replace(finding, element=finding.element or around))


def _in_namespace(name: str, namesake: str) -> str:
    """What is wrong with an element whose local name is known in another namespace."""
    uri, wanted = name.rpartition("\n")[0], namesake.rpartition("\n")[0]
    stands = f"is in the namespace {uri}" if uri else "is in no namespace"
    return f"{local(name)} {stands}; it belongs to {wanted or 'no namespace'}"


def _shown(text: str) -> str:
    """A text as a message shows it, cut where it is long."""
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()} …"
