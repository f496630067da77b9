"""Faults told, and how the reading goes on after each.

An element that is not allowed is taken for what it most likely is: one that comes too early,
because something before it is missing; one that is known but stands at the wrong place; one whose
name is misspelt; or one that the schema does not know, which is passed over with all it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from recensio.validate.relaxng.advice import AT_MOST, Advice, local
from recensio.validate.relaxng.allowed import allowed, joined, shown
from recensio.validate.relaxng.findings import Finding, Rewriting
from recensio.validate.relaxng.patterns import Pattern, Step
from recensio.validate.relaxng.reading import Reading
from recensio.validate.relaxng.spot import Spot, prefix
from recensio.validate.relaxng.tag_faults import TagFaults
from recensio.validate.relaxng.upcoming import ahead, first_names

REFUTING: Final = frozenset(("TEI005", "TEI007", "TEI009", "TEI010"))
"""Faults that show that an element is not what it was taken for: its attributes and text."""

PARAGRAPHS: Final = ("p", "ab")
"""What a text that stands bare may be put into without a thought."""


class Recovery(TagFaults):
    """The faults of one document, told to `findings`."""

    def __init__(self, advice: Advice, spot: Spot) -> None:
        super().__init__(advice, spot)
        self._unfinished: dict[int, tuple[int, str]] = {}

    def misplaced(self, reading: Reading, name: str) -> Step | None:
        """Tell of an element that is not allowed here; its content and what follows, or none."""
        pattern, schema = reading.pattern, reading.schema
        reading.marks.add(len(reading.names))
        if not reading.names:
            self._wrong_root(reading, name)
        elif found := ahead(pattern, name):
            self._too_early(reading, name, found[2])
            return found[0], found[1]
        elif name in schema.names:
            self._elsewhere(reading, name)
        else:
            return self._unknown(reading, name)
        content = schema.choice(schema.contents_of(name))
        return None if content is schema.not_allowed else (content, pattern)

    def _wrong_root(self, reading: Reading, name: str) -> None:
        roots = [local(each) for each in first_names(reading.pattern)]
        known = name in reading.schema.names or local(name) not in roots
        found = local(name) if known else f"{local(name)}, in the wrong namespace"
        wanted = joined(roots[:AT_MOST], "or") or "another element"
        reason = f"the root element is {found}; it must be {wanted}"
        at, expected = self._spot.tag(), tuple(roots[:AT_MOST])
        self._tell(reading, Finding("TEI001", at, local(name), reason=reason, expected=expected))

    def _too_early(self, reading: Reading, name: str, missing: Sequence[Pattern]) -> None:
        names = [self._advice.elements(each) for each in missing]
        alternatives = [joined(each, "or") for each in names]
        told = Finding(
            code="TEI008",
            at=self._spot.tag(),
            subject=local(name),
            reason=f"{joined(alternatives, 'and')} must stand before {local(name)}",
            expected=tuple(dict.fromkeys(n for each in names for n in each))[:AT_MOST],
        )
        self._tell(reading, told)

    def _elsewhere(self, reading: Reading, name: str) -> None:
        """Tell of an element that is known, but not allowed at this place."""
        pattern, parent = reading.pattern, reading.names[-1]
        earlier = any(content.forgiven.step(name) for content in reading.schema.contents_of(parent))
        reason = f"{local(name)} is not allowed in {local(parent)}"
        belongs = self._advice.parents(name)
        remedy = f"it may stand in {joined(belongs, 'or')}" if belongs else ""
        if earlier:
            reason = f"{local(name)} is allowed in {local(parent)}, but not at this place"
            remedy = f"move it to where the content of {local(parent)} allows it, or take it out"
        told = Finding(
            code="TEI004",
            at=self._spot.tag(),
            subject=local(name),
            reason=reason,
            expected=self._advice.elements(pattern, name),
            remedy=remedy,
        )
        wrapper = None if earlier else self._advice.wrapper(pattern, name)
        if wrapper is None:
            self._tell(reading, told)
            return
        tag = prefix(self._spot) + local(wrapper)
        opening = Rewriting(self._spot.tag(), f"<{tag}>")
        remedy = f"put it into {local(wrapper)}"
        self._tell(reading, replace(told, remedy=remedy, rewritings=(opening,)))
        self._await_end(reading, f"</{tag}>")

    def _unknown(self, reading: Reading, name: str) -> Step | None:
        """Tell of an element that the schema does not know, and take it for the one meant."""
        pattern = reading.pattern
        told = Finding(
            code="TEI003",
            at=self._spot.tag(),
            subject=local(name),
            reason=f"there is no element {local(name)} in the schema",
            expected=self._advice.elements(pattern, name),
        )
        namesake = self._advice.namesake(name)
        if namesake is not None:
            self._tell(reading, self._in_namespace(reading, told, name, namesake))
            return None
        nearest = self._advice.element_meant(pattern, name)
        if nearest is None:
            self._tell(reading, told)
            return None
        tag = prefix(self._spot) + local(nearest)
        opening = Rewriting(self._spot.name(), tag)
        self._tell(reading, replace(told, remedy=f"write {tag}", rewritings=(opening,)))
        self._await_end(reading, tag)
        return pattern.step(nearest)

    def _in_namespace(self, reading: Reading, told: Finding, name: str, namesake: str) -> Finding:
        """The finding for an element whose local name is known in another namespace."""
        uri, wanted = name.rpartition("\n")[0], namesake.rpartition("\n")[0]
        stands = f"is in the namespace {uri}" if uri else "is in no namespace"
        reason = f"{local(name)} {stands}; the schema knows it in {wanted or 'no namespace'}"
        told = replace(told, reason=reason, remedy="mend the declaration of the namespace")
        declared = self._spot.namespace_declaration()
        inherited = reading.names[-1].rpartition("\n")[0]
        if declared is None or inherited != wanted or reading.pattern.step(namesake) is None:
            return told
        remedy = "take the declaration of the namespace out of the tag"
        return replace(told, remedy=remedy, rewritings=(Rewriting(declared, ""),))

    def _await_end(self, reading: Reading, text: str) -> None:
        """Have the finding told last completed when its element ends, with this text."""
        depth = len(reading.names) + 1
        reading.marks.add(depth)
        if not self._spot.is_empty_tag():
            self._unfinished[depth] = len(self.findings) - 1, text
        elif text.startswith("</"):
            self._complete(len(self.findings) - 1, Rewriting(self._spot.tag_end(), text))

    def ended(self, reading: Reading) -> None:
        """Add what must be written at the end tag to the finding that waits for it."""
        index, text = self._unfinished.pop(len(reading.names), (None, ""))
        if index is None:
            return
        if text.startswith("</"):
            self._complete(index, Rewriting(self._spot.tag_end(), text))
        elif self._was_right(index, local(reading.names[-1])):
            self._complete(index, Rewriting(self._spot.name(), text))

    def _was_right(self, index: int, guessed: str) -> bool:
        """Whether a misspelt element was what it was taken for: nothing in it was amiss for it.

        If not, what was amiss was the guess: it is taken back, with the faults that it made.
        """
        after = range(index + 1, len(self.findings))
        made = [i for i in after if self.findings[i].element == guessed]
        if not any(self.findings[i].code in REFUTING for i in made):
            return True
        self.findings[index] = replace(self.findings[index], remedy="", rewritings=())
        for i in made:
            self.findings[i] = replace(self.findings[i], withdrawn=True)
        return False

    def _complete(self, index: int, closing: Rewriting) -> None:
        """Add a rewriting to a finding that has one, for both belong together."""
        finding = self.findings[index]
        if finding.rewritings:
            both = (*finding.rewritings, closing)
            self.findings[index] = replace(finding, rewritings=both)

    def incomplete(self, reading: Reading, pattern: Pattern, text: str) -> None:
        """Tell of an element that lacks something, unless what it lacks was told of as a fault."""
        if len(reading.names) in reading.marks:
            return
        name = local(reading.names[-1])
        if pattern.valued and not first_names(pattern):
            listed, words = allowed((pattern,), text.strip())
            at = self._spot.text() if text.strip() else self._spot.whole(name)
            bare = not text.strip()
            told = Finding("TEI010", at, shown(text), "", words, listed, of_element=bare)
        else:
            expected = self._advice.elements(pattern)
            reason = f"{joined(expected, 'or') or 'some content'} is missing"
            at = self._spot.whole(name)
            told = Finding("TEI008", at, name, reason=reason, expected=expected, of_element=True)
        self._tell(reading, told)

    def stray_text(self, reading: Reading, text: str) -> None:
        """Tell of a text where none is allowed."""
        pattern, at = reading.pattern, self._spot.text()
        expected = self._advice.holding_text(pattern) or self._advice.elements(pattern)
        told = Finding("TEI007", at, shown(text), expected=expected)
        names = {local(each) for each in first_names(pattern)}
        following = self._spot.written().rpartition(":")[2]
        alone = self._spot.is_end_tag() or following in names
        if alone and expected[:1] and expected[0] in PARAGRAPHS:
            tag = prefix(self._spot) + expected[0]
            before = Rewriting(replace(at, end=at.start), f"<{tag}>")
            after = Rewriting(replace(at, start=at.end), f"</{tag}>")
            told = replace(told, remedy=f"put it into {tag}", rewritings=(before, after))
        self._tell(reading, told)

    def _tell(self, reading: Reading, finding: Finding) -> None:
        """Keep a finding, with the element that is open as the one around it.

        What comes out of an entity stands in no tag of the file, so it is not rewritten.
        """
        if not self._spot.written():
            finding = replace(finding, rewritings=())
        around = local(reading.names[-1]) if reading.names else ""
        self.findings.append(replace(finding, element=finding.element or around))
