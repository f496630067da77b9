"""Whether the edition says of itself what the archive asks."""

from __future__ import annotations

from collections.abc import Iterator

from recensio.model.problem import Location, Problem, problem
from recensio.package.preflight.inspection import Inspection


def stated(inspection: Inspection) -> Iterator[Problem]:
    """Fields of edition.toml (PKG011), identifiers of its editors (PKG015) and its own (PKG028)."""
    metadata, told = inspection.contents.edition.metadata, inspection.contents.description
    required = inspection.profile.required
    missing = [name for name in required if not getattr(metadata, name)]
    if missing:
        yield problem("PKG011", fields=", ".join(missing))
    for agent in told.creators:
        if not agent.uri:
            yield problem("PKG015", Location(), editor=agent.name)
    if not told.identifier:
        yield problem("PKG028")
