"""Whether everything may be passed on, and says under which terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from recensio.model.catalogue import Severity
from recensio.model.problem import Location, Problem, problem
from recensio.package.own_files import withheld
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
    contents = inspection.contents
    published = {document.name for document in contents.documents if document.restricted}
    for name in sorted(published):
        yield problem("PKG010", inspection.place(name), file=name)
    for siglum in withheld(contents.edition.project, contents.record.get("inputs", {})):
        if f"tei/{siglum}.xml" not in published:
            place = Location(str(contents.edition.out))
            yield problem("PKG010", place, file=f"the transcript of {siglum}")
