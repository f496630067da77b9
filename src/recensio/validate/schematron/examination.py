"""Documents are run through the stylesheet of rules, and what it says becomes problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

from recensio import saxon
from recensio.model.document import Document
from recensio.model.problem import Location, Problem, problem
from recensio.tei.io import parse, read
from recensio.validate.schematron.faults import fault, label
from recensio.validate.schematron.guard import Run, attempt
from recensio.validate.schematron.places import Places
from recensio.validate.schematron.stylesheet import Stylesheet, written_at
from recensio.validate.schematron.wards import address, path_of

CODES: Final = {
    **dict.fromkeys(("error", "err", "fatal", "critical"), "TEI050"),
    **dict.fromkeys(("warning", "warn", "caution"), "TEI051"),
    **dict.fromkeys(
        ("information", "info", "informational", "nonfatal", "note", "notice", "hint", "debug"),
        "TEI052",
    ),
}
"""How grave a finding is by @role, @severity or @flag, for which people write many words."""


@dataclass(slots=True)
class Examination:
    """One run of the rules over a corpus; a rule that fails is said to fail once."""

    stylesheet: Stylesheet
    ward: saxon.Ward
    run: Callable[[str, str, str, saxon.Ward], Run] = attempt
    failed: set[str] = field(default_factory=set)
    others: dict[str, Places | None] = field(default_factory=dict)

    def of(self, document: Document) -> Iterator[Problem]:
        """What the rules say of a document."""
        text = self.stylesheet.text
        run = self.run(text, *_source(document), self.ward)
        yield from self._problems(document, run, text)

    def of_all(self, documents: Sequence[Document], jobs: int) -> Iterator[Problem]:
        """What the rules say of documents, in their order, by several processes."""
        sources = map(_source, documents)
        runs = saxon.run_text_on_each(self.stylesheet.text, sources, self.ward, jobs)
        for document, run in zip(documents, runs, strict=True):
            yield from self._problems(document, run, self.stylesheet.text)

    def _problems(self, document: Document, run: Run, text: str) -> Iterator[Problem]:
        if isinstance(run, saxon.StylesheetError):
            yield from self._by_pattern(document)
            return
        for line, reason in run.faults:
            at, rule = written_at(text, line)
            yield from self._once(f"{at} {rule}", at, rule, reason)
        findings = parse(run.output.encode(), document.path).value
        places = Places(document.tree, document.path)
        for finding in findings.getroot() if findings is not None else ():
            if finding.tag == "problem":
                other = self._other(finding.get("document"))
                yield _problem(finding, (other or places).location(finding.get("location", "")))
            elif finding.tag == "failure":
                at, rule = finding.get("at", ""), finding.get("rule", "")
                unit, reason = finding.get("unit", ""), finding.get("reason", "")
                yield from self._once(unit, at, rule, reason)

    def _other(self, uri: str | None) -> Places | None:
        """The places of another document that a pattern is about (pattern/@documents)."""
        if uri is None:
            return None
        if uri not in self.others:
            parsed = read(path_of(uri), xinclude=False, any_xml=True).value
            self.others[uri] = Places(parsed.tree, str(path_of(uri))) if parsed else None
        return self.others[uri]

    def _by_pattern(self, document: Document) -> Iterator[Problem]:
        """Something ended the whole run: the patterns one by one, without those that did it."""
        source, uri = _source(document)
        wrong = set()
        for part in self.stylesheet.parts():
            run = self.run(part.text, source, uri, self.ward)
            if isinstance(run, saxon.StylesheetError):
                wrong.add(part.pattern)
                yield from self._once(part.pattern, part.at, part.rule, str(run))
            else:
                yield from self._problems(document, run, part.text)
        self.stylesheet = self.stylesheet.without(wrong)

    def _once(self, unit: str, at: str, rule: str, reason: str) -> Iterator[Problem]:
        if unit not in self.failed:
            self.failed.add(unit)
            yield fault(at, rule, reason)


def _source(document: Document) -> tuple[str, str]:
    """The document as it is after inclusion, and its address for the rules."""
    text = etree.tostring(document.tree.getroot(), encoding="unicode", with_tail=False)
    return text, address(Path(document.path))


def _problem(finding: etree._Element, place: Location) -> Problem:
    reason = " ".join("".join(map(str, finding.itertext())).split())
    name = label(finding.get("at", ""), finding.get("rule", ""))
    see = finding.get("see", "")
    words = finding.get("role", "").lower().split()
    code = next((CODES[word] for word in words if word in CODES), "TEI050")
    return problem(code, place, reason=reason, rule=f"{name}, {see}" if see else name)
