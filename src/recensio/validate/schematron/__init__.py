"""Documents held to Schematron rules (ISO/IEC 19757-3).

file -> Rules (schema.py) -> Stylesheet (stylesheet.py, xslt/schema/) -> problems (here)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

from recensio import saxon
from recensio.model.document import Corpus, Document
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.tei.io import parse, read
from recensio.validate.schematron.faults import fault, label
from recensio.validate.schematron.places import Places
from recensio.validate.schematron.schema import Rules, rules_in
from recensio.validate.schematron.stylesheet import Stylesheet, stylesheet_of
from recensio.validate.schematron.wards import address, path_of, ward_of

__all__ = ["Rules", "apply", "rules", "rules_in"]

CODES: Final = {
    **dict.fromkeys(("error", "err", "fatal", "critical"), "TEI050"),
    **dict.fromkeys(("warning", "warn", "caution"), "TEI051"),
    **dict.fromkeys(
        ("information", "info", "informational", "nonfatal", "note", "notice", "hint", "debug"),
        "TEI052",
    ),
}
"""How grave a finding is by @role, @severity or @flag, for which people write many words."""


def rules(corpus: Corpus, schematron: Path, phase: str = "", jobs: int = 1) -> Iterator[Problem]:
    """Every rule of a schema file that a document breaks, and rules that cannot be run.

    Raises CannotGoOn if the file cannot be used, or holds no rules though it is a .sch.
    """
    found = rules_in(schematron)
    if found is not None:
        yield from apply(found, corpus, phase, jobs)
    elif schematron.suffix == ".sch":
        place = Location(str(schematron))
        raise CannotGoOn(problem("TEI002", place, reason="it holds no Schematron rule"))


def apply(found: Rules, corpus: Corpus, phase: str = "", jobs: int = 1) -> Iterator[Problem]:
    """Every rule that a document breaks, and each rule that cannot be run once.

    Uses `jobs` processes if the documents are large enough to repay their start.
    """
    yield from found.problems
    stylesheet = stylesheet_of(found, phase)
    yield from stylesheet.problems
    ward = ward_of(stylesheet.text, found.path, corpus.root)
    enough = jobs > 1 and sum(map(_size, corpus.documents)) >= saxon.PARALLEL_FROM
    sources = map(_source, corpus.documents)
    runs = saxon.run_text_on_each(stylesheet.text, sources, ward, jobs if enough else 1)
    examination = Examination(stylesheet, ward)
    for document, run in zip(corpus.documents, runs, strict=True):
        yield from examination.problems(document, run)


@dataclass(slots=True)
class Examination:
    """One run of the rules over a corpus; a rule that fails is said to fail once."""

    stylesheet: Stylesheet
    ward: saxon.Ward
    failed: set[str] = field(default_factory=set)
    others: dict[str, Places | None] = field(default_factory=dict)

    def problems(
        self, document: Document, run: saxon.Transformation | saxon.StylesheetError
    ) -> Iterator[Problem]:
        """What the rules say of a document."""
        if isinstance(run, saxon.StylesheetError):
            yield from self._by_pattern(document)
            return
        for line, reason in run.faults:
            yield from self._once(str(line), *self.stylesheet.written_at(line), reason)
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
        """Something ended the whole run: the patterns one by one."""
        source, uri = _source(document)
        for at, rule, text in self.stylesheet.parts():
            try:
                run = saxon.run_text(text, source, uri, self.ward)
            except saxon.StylesheetError as error:
                yield from self._once(at, at, rule, str(error))
            else:
                yield from self.problems(document, run)

    def _once(self, unit: str, at: str, rule: str, reason: str) -> Iterator[Problem]:
        if unit not in self.failed:
            self.failed.add(unit)
            yield fault(at, rule, reason)


def _size(document: Document) -> int:
    path = Path(document.path)
    return path.stat().st_size if path.is_file() else 0


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
