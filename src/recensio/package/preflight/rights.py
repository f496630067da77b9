"""Whether everything may be passed on, and says under which terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from recensio.model.catalogue import Severity
from recensio.model.problem import Location, Problem, problem
from recensio.package.preflight.inspection import Inspection


def rights(inspection: Inspection) -> Iterator[Problem]:
    """Texts that are restricted (PKG010) and documents without a licence (PKG021).

    What is made from a restricted text cannot be told from the rest any more: registers, search
    index and database hold words of it. So the whole is refused, unless it is asked for.
    """
    for found in _restricted(inspection):
        yield replace(found, severity=Severity.INFO) if inspection.with_restricted else found
    for document in inspection.contents.documents:
        if not document.licence_url:
            yield problem("PKG021", inspection.place(document.name), file=document.name)


def _restricted(inspection: Inspection) -> Iterator[Problem]:
    for name in inspection.contents.description.restricted:
        is_file = name in inspection.contents.files
        place = (
            inspection.place(name) if is_file else Location(str(inspection.contents.edition.out))
        )
        yield problem("PKG010", place, file=name)
