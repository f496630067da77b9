"""Documents held to Schematron rules (ISO/IEC 19757-3).

file -> Rules (schema.py) -> Stylesheet (stylesheet.py, xslt/schema/) -> problems (here)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from recensio import saxon
from recensio.model.document import Corpus, Document
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.tei.io import parse
from recensio.validate.schematron.faults import fault, label
from recensio.validate.schematron.places import Places
from recensio.validate.schematron.schema import Rules, rules_in
from recensio.validate.schematron.stylesheet import stylesheet_of
from recensio.validate.schematron.wards import address, ward_of

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
    failed: set[tuple[str, str]] = set()
    sources = map(_source, corpus.documents)
    ward = ward_of(stylesheet.text, found.path, corpus.root)
    enough = jobs > 1 and sum(map(_size, corpus.documents)) >= saxon.PARALLEL_FROM
    runs = saxon.run_text_on_each(stylesheet.text, sources, ward, jobs if enough else 1)
    for document, run in zip(corpus.documents, runs, strict=True):
        yield from _problems(found, document, run, failed)


def _size(document: Document) -> int:
    path = Path(document.path)
    return path.stat().st_size if path.is_file() else 0


def _source(document: Document) -> tuple[str, str]:
    """The document as it is after inclusion, and its address for the rules."""
    text = etree.tostring(document.tree.getroot(), encoding="unicode", with_tail=False)
    return text, address(Path(document.path))


def _problems(
    found: Rules,
    document: Document,
    run: saxon.Transformation | saxon.StylesheetError,
    failed: set[tuple[str, str]],
) -> Iterator[Problem]:
    if isinstance(run, saxon.StylesheetError):
        yield fault(f"{found.path}:", document.path, run)
        return
    findings = parse(run.output.encode(), document.path).value
    places = Places(document.tree, document.path)
    for finding in findings.getroot() if findings is not None else ():
        at, rule = finding.get("at", ""), finding.get("rule", "")
        if finding.tag == "failure" and (at, rule) not in failed:
            failed.add((at, rule))
            yield fault(at, rule, finding.get("reason", ""))
        if finding.tag == "problem":
            yield _problem(finding, places.location(finding.get("location", "")))


def _problem(finding: etree._Element, place: Location) -> Problem:
    reason = " ".join("".join(map(str, finding.itertext())).split())
    name = label(finding.get("at", ""), finding.get("rule", ""))
    see = finding.get("see", "")
    words = finding.get("role", "").lower().split()
    code = next((CODES[word] for word in words if word in CODES), "TEI050")
    return problem(code, place, reason=reason, rule=f"{name}, {see}" if see else name)
