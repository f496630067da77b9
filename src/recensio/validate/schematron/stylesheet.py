"""Rules become the stylesheet that runs them; a rule that is no XPath does not stop the others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from lxml import etree

from recensio import saxon
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.tei.names import XML_BASE
from recensio.validate.schematron.faults import fault, place
from recensio.validate.schematron.names import AT, RULE, XSL_NS, ed
from recensio.validate.schematron.schema import ALL_PHASES, Rules
from recensio.validate.schematron.wards import address

ROUNDS: Final = 50
"""How often a stylesheet is compiled anew; one fault in a rule may hide another."""

PATTERN: Final = ed("pattern")
VARIABLE: Final = f"{{{XSL_NS}}}variable"
TEMPLATE: Final = f"{{{XSL_NS}}}template"
CHECK: Final = f"{{{XSL_NS}}}for-each"
"""The instruction that says why a variable has failed."""


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """A stylesheet that compiles, and the rules that had to be left out."""

    text: str
    problems: tuple[Problem, ...] = ()

    def parts(self) -> Iterator[Part]:
        """For each pattern a stylesheet of its own: what ends the whole run is got round so."""
        root = etree.fromstring(self.text.encode())
        for check in _checks(root):
            _remove(check)
        text = etree.tostring(root)
        for pattern in dict.fromkeys(rule.get(PATTERN, "") for rule in _rules(root)):
            alone = etree.fromstring(text)
            others = [rule for rule in _rules(alone) if rule.get(PATTERN) != pattern]
            for rule in others:
                _remove(rule)
            first = _rules(alone)[0]
            made = etree.tostring(alone, encoding="unicode")
            yield Part(pattern, first.get(AT, ""), first.get(RULE, ""), made)

    def without(self, patterns: Collection[str]) -> Stylesheet:
        """The stylesheet without the rules of some patterns; it asks after no variable either."""
        root = etree.fromstring(self.text.encode())
        for rule in _rules(root):
            if rule.get(PATTERN) in patterns:
                _remove(rule)
        for check in _checks(root):
            _remove(check)
        return replace(self, text=etree.tostring(root, encoding="unicode"))


@dataclass(frozen=True, slots=True)
class Part:
    """The stylesheet of one pattern: its number, the place and name of its first rule."""

    pattern: str
    at: str
    rule: str
    text: str


def written_at(stylesheet: str, line: int) -> tuple[str, str]:
    """Where the rule is written that stands in a line of a stylesheet, and its name."""
    for element in etree.fromstring(stylesheet.encode()).iter("*"):
        if element.sourceline == line and element.get(AT) is not None:
            return element.get(AT, ""), element.get(RULE, "")
    return "", ""


def _checks(root: etree._Element) -> list[etree._Element]:
    return [check for check in root.iter(CHECK) if check.get(AT) is not None]


def _rules(root: etree._Element) -> list[etree._Element]:
    return [template for template in root.iter(TEMPLATE) if template.get(PATTERN) is not None]


@lru_cache(maxsize=16)
def stylesheet_of(rules: Rules, phase: str = "") -> Stylesheet:
    """The stylesheet of the rules of a phase; see xslt/schema/schematron.xsl.

    Raises CannotGoOn if there is no such phase, or nothing that could run.
    """
    if phase not in ALL_PHASES and phase not in rules.phases:
        known = f"only {', '.join(rules.phases)}" if rules.phases else "the schema has none"
        raise _unusable(rules, f"there is no phase {phase}, {known}")
    parameters = {"phase": phase, "xpath": rules.xpath}
    try:
        made = saxon.transform("schema/schematron.xsl", "schematron", rules.text, parameters)
        root = etree.fromstring(made.output.encode())
        problems = list(_unresolved(root))
        _base(root, rules.path)
        return Stylesheet(_compiling(root, problems), tuple(problems))
    except saxon.StylesheetError as error:
        raise _unusable(rules, error) from None


def _unusable(rules: Rules, reason: object) -> CannotGoOn:
    return CannotGoOn(problem("TEI002", Location(str(rules.path)), reason=reason))


def _base(root: etree._Element, path: Path) -> None:
    """Say from where relative addresses are meant: from the file in which a rule is written."""
    root.set(XML_BASE, address(path))
    for element in root:
        written = place(element.get(AT, ""))[0]
        if written not in ("", str(path)):
            element.set(XML_BASE, address(Path(written)))


def _unresolved(root: etree._Element) -> Iterator[Problem]:
    """What the stylesheet that made this one could not resolve."""
    for element in list(root.iter(ed("fault"))):
        yield fault(element.get("at", ""), element.get("rule", ""), element.get("reason"))
        root.remove(element)


def _compiling(root: etree._Element, problems: list[Problem]) -> str:
    """The text of the stylesheet without what does not compile; that is added to the problems."""
    lost: set[str] = set()
    for _ in range(ROUNDS):
        text = etree.tostring(root, encoding="unicode")
        try:
            saxon.compile_text(text)
        except saxon.StylesheetError as error:
            root = etree.fromstring(text.encode())
            found = list(_culprits(root, error))
            if not found:
                raise
            for element, reason in found:
                # What reads a variable that is gone needs no message of its own.
                told = element.tag == CHECK or any(f"Variable ${name} " in reason for name in lost)
                if not told:
                    problems.append(fault(element.get(AT, ""), element.get(RULE, ""), reason))
            lost |= {element.get("name", "") for element, _ in found if element.tag == VARIABLE}
            for element, _ in found:
                _remove(element)
            continue
        return text
    raise saxon.StylesheetError("too many of its rules are no XPath")


def _culprits(
    root: etree._Element, error: saxon.StylesheetError
) -> Iterator[tuple[etree._Element, str]]:
    """The rules, assertions and variables in whose lines something is wrong, each once."""
    by_line = {e.sourceline: e for e in root.iter("*") if e.get(AT) is not None}
    seen = set()
    for line, reason in error.faults:
        element = by_line.get(line)
        if element is not None and element not in seen:
            seen.add(element)
            yield element, reason


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        # The line end that follows goes with it, that before it stays.
        element.tail = None
        parent.remove(element)
