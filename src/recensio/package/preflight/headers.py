"""Whether each TEI header is complete (TEI Guidelines, chapter 2)."""

from __future__ import annotations

from collections.abc import Iterator

from recensio.model.problem import Problem, problem
from recensio.package.preflight.inspection import Inspection


def headers(inspection: Inspection) -> Iterator[Problem]:
    """A finding for each document whose header leaves out what the archive asks (PKG014)."""
    for document in inspection.contents.documents:
        missing = [name for name in inspection.profile.header if name not in document.stated]
        if missing:
            place = inspection.place(document.name)
            yield problem("PKG014", place, fields=", ".join(missing))
