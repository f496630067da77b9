"""Whether the files are those that the record of the build names."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from recensio.model.problem import Problem, problem
from recensio.package.own_files import FOLDER
from recensio.package.preflight.inspection import Inspection


def freshness(inspection: Inspection) -> Iterator[Problem]:
    """Outputs that were changed after the build (PKG013), sources that were (PKG026)."""
    record = inspection.contents.record
    outputs, inputs = record.get("outputs", {}), record.get("inputs", {})
    for name, path in inspection.copied():
        own = name.removeprefix(f"{FOLDER}/")
        if name in outputs and _sha256(path) != outputs[name]:
            yield problem("PKG013", inspection.place(name), file=name)
        elif own != name and own in inputs and _sha256(path) != inputs[own]:
            yield problem("PKG026", inspection.place(name), file=own)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
