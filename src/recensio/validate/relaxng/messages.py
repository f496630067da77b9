"""Findings as problems of the catalogue: sentences for editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from recensio.model.problem import Edit, Fix, Location, Problem, problem
from recensio.validate.relaxng.findings import Finding

REMEDIES: Final[Mapping[str, str]] = {
    "TEI001": "give the document a root that the schema allows, or choose another schema",
    "TEI003": "write the name of an element that the schema has, or add this one to the schema",
    "TEI004": "move it to where it is allowed, or take its tags away",
    "TEI005": "take the attribute away, or write the one that was meant",
    "TEI006": "write a value that is allowed",
    "TEI007": "put the text into an element that may hold it",
    "TEI008": "add what is missing",
    "TEI010": "write a content that is allowed",
}
"""What to do where nothing better is known of the fault."""


def problem_of(finding: Finding, path: str, location: Location | None = None) -> Problem:
    """The problem that a finding is; `location` where the file itself does not hold the place."""
    return problem(
        finding.code,
        location or Location(path, finding.at.line, finding.at.column),
        fix=None if location else _fix(finding, path),
        expected=finding.expected,
        subject=finding.subject,
        element=finding.element,
        reason=finding.reason,
        remedy=finding.remedy or REMEDIES.get(finding.code, ""),
    )


def _fix(finding: Finding, path: str) -> Fix | None:
    if not finding.rewritings:
        return None
    edits = (Edit(path, each.span.start, each.span.end, each.text) for each in finding.rewritings)
    return Fix(finding.remedy, tuple(edits))
