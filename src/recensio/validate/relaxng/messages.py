"""Findings as problems of the catalogue: sentences for editors."""

from __future__ import annotations

from dataclasses import replace

from recensio.model.problem import Edit, Fix, Location, Problem, problem
from recensio.validate.relaxng.findings import Finding


def problem_of(finding: Finding, path: str, location: Location | None = None) -> Problem:
    """The problem that a finding is; `location` where the file itself does not hold the place."""
    place = location or Location(path, finding.at.line, finding.at.column)
    told = problem(
        finding.code,
        place,
        subject=finding.subject,
        element=finding.element,
        reason=finding.reason,
        remedy=_remedy(finding),
    )
    return replace(told, expected=finding.expected, fix=None if location else _fix(finding, path))


def _remedy(finding: Finding) -> str:
    if finding.remedy:
        return f"write {finding.remedy}"
    if finding.expected:
        return f"possible here: {', '.join(finding.expected)}"
    return "see the reference of the schema"


def _fix(finding: Finding, path: str) -> Fix | None:
    if not finding.spans or not finding.remedy:
        return None
    edits = tuple(Edit(path, span.start, span.end, finding.remedy) for span in finding.spans)
    return Fix(f"write {finding.remedy} for {finding.subject}", edits)
