"""Faults of attributes, told."""

from __future__ import annotations

from collections.abc import Sequence

from recensio.validate.relaxng.advice import AT_MOST, Advice, local
from recensio.validate.relaxng.allowed import allowed, correction, joined, no_such_day, shown
from recensio.validate.relaxng.findings import Finding, Rewriting, Span
from recensio.validate.relaxng.patterns import Pattern
from recensio.validate.relaxng.spot import Spot
from recensio.validate.relaxng.upcoming import required_attributes
from recensio.validate.relaxng.values import Leaf
from recensio.validate.spelling import meant


class TagFaults:
    """The faults in the tags of one document, told to `findings`.

    A tag is the name of its element, then names and values of its attributes in turn; `i` is
    where in it the name of an attribute stands.
    """

    def __init__(self, advice: Advice, spot: Spot) -> None:
        self.findings: list[Finding] = []
        self._advice = advice
        self._spot = spot
        self._identifiers: dict[str, int] = {}
        self._pointers: list[tuple[str, str, str, Span]] = []

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
        at, _ = self._spot.attribute(tag[i])
        self.findings.append(
            Finding(
                code="TEI005",
                at=at,
                subject=name,
                element=local(tag[0]),
                reason=reason,
                expected=expected,
                remedy=f"write {nearest}" if nearest else "",
                rewritings=(Rewriting(at, nearest),) if nearest and at.is_written else (),
            )
        )

    def wrong_value(self, leaves: frozenset[Leaf], tag: Sequence[str], i: int) -> None:
        """Tell of a value that an attribute must not have."""
        values = [leaf.value for leaf in leaves]
        listed, words = allowed(values, tag[i + 1])
        better = correction(values, tag[i + 1])
        wrong = "a day that does not exist" if no_such_day(tag[i + 1]) else f"which is not {words}"
        at, value = self._spot.attribute(tag[i])
        self.findings.append(
            Finding(
                code="TEI006",
                at=at,
                subject=local(tag[i]),
                element=local(tag[0]),
                reason=f"“{shown(tag[i + 1])}”, {wrong}",
                expected=listed or ((better,) if better else ()),
                remedy=f"write {better}" if better else "",
                rewritings=(Rewriting(value, better),) if better and at.is_written else (),
            )
        )

    def missing_attributes(self, left: Pattern, tag: Sequence[str]) -> None:
        """Tell of attributes that a tag lacks."""
        required = sorted(map(local, required_attributes(left)))
        expected = tuple(required) or self._advice.attributes(left, "")
        self.findings.append(
            Finding(
                code="TEI009",
                at=self._spot.tag(),
                subject=local(tag[0]),
                element=local(tag[0]),
                reason=joined(required, "and") or joined(expected, "or"),
                expected=expected[:AT_MOST],
            )
        )

    def identifier(self, tag: Sequence[str], i: int, kind: str, value: str) -> None:
        """Keep an identifier or pointer in mind, and tell of one that is there already."""
        if kind == "ID" and value not in self._identifiers:
            self._identifiers[value] = self._spot.line
        elif kind == "ID":
            at, _ = self._spot.attribute(tag[i])
            first = str(self._identifiers[value])
            self.findings.append(Finding("TEI011", at, value, local(tag[0]), reason=first))
        elif value not in self._identifiers:
            at, _ = self._spot.attribute(tag[i])
            self._pointers.append((value, local(tag[i]), local(tag[0]), at))

    def finish(self) -> None:
        """Tell of the pointers that no identifier answers, once all are known."""
        for value, attribute, element, at in self._pointers:
            if value not in self._identifiers:
                self.findings.append(Finding("TEI012", at, value, element, reason=attribute))
