"""Whether files are of formats that will be read for long, and are what they claim to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from recensio.model.problem import Problem, problem
from recensio.package.kinds import kind_of
from recensio.package.pdf_claim import faults
from recensio.package.preflight.inspection import Inspection


def formats(inspection: Inspection) -> Iterator[Problem]:
    """PDF/A that is none (PKG022), unknown formats (PKG023), formats not preferred (PKG027)."""
    preferred = inspection.profile.preferred
    others: Counter[str] = Counter()
    for name in inspection.contents.files:
        suffix = PurePosixPath(name).suffix.lower().removeprefix(".")
        if kind_of(name) is None:
            yield problem("PKG023", inspection.place(name), file=name)
        elif preferred and suffix and suffix not in preferred:
            others[suffix] += 1
    if others:
        endings = ", ".join(f"{suffix} ({count:,})" for suffix, count in sorted(others.items()))
        yield problem("PKG027", archive=inspection.profile.title, endings=endings)
    for name, path in inspection.copied():
        if name.lower().endswith(".pdf"):
            for reason in faults(path):
                yield problem("PKG022", inspection.place(name), file=name, reason=reason)
