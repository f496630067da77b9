"""Findings as problems of the catalogue: sentences for editors."""

from __future__ import annotations

from recensio.model.problem import Edit, Fix, Location, Problem, problem
from recensio.validate.relaxng.findings import Finding


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
        remedy=finding.remedy or _remedy(finding),
    )


def _remedy(finding: Finding) -> str:
    if finding.expected:
        return f"possible here: {', '.join(finding.expected)}"
    return "see the reference of the schema"


def _fix(finding: Finding, path: str) -> Fix | None:
    if not finding.rewritings:
        return None
    edits = (Edit(path, each.span.start, each.span.end, each.text) for each in finding.rewritings)
    return Fix(finding.remedy, tuple(edits))
