"""Where recensio import puts what it made, and which text there it may replace."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from lxml import etree

from recensio.importers.earlier import Standing, fingerprint, standing
from recensio.importers.importer import Imported
from recensio.importers.readable import as_lines
from recensio.importers.report import as_json
from recensio.model.problem import Location, Problem, problem
from recensio.project import Workplace
from recensio.publish.write import write_file
from recensio.tei.io import parse, serialise

REPORTS: Final = Path("reports")
"""Where an edition keeps the reports, which are no part of it."""

REFUSED: Final[Mapping[Standing, tuple[str, str]]] = {
    Standing.CHANGED: (
        "it was changed by hand since it was imported, and the import would be another now",
        "put what you changed into the profile or the corrections of the source, then move the"
        " text away and import again; or leave it as it is",
    ),
    Standing.FOREIGN: (
        "nothing shows that it is an import of {name}",
        "rename the source, or move the text away and import again",
    ),
}


@dataclass(slots=True)
class Shelves:
    """The folders of a run: `texts` for the TEI, `reports` for the reports.

    `written` counts the texts put there, `left` those that stood there and would be no other now.
    """

    texts: Path
    reports: Path
    written: int = 0
    left: int = 0
    _taken: dict[str, Path] = field(default_factory=dict)

    def put(self, source: Path, siglum: str, imported: Imported) -> tuple[Problem, ...]:
        """Write an import and its reports, unless that would destroy another text (SRC013)."""
        path = self.texts / f"{siglum}.xml"
        first = self._taken.setdefault(str(path).casefold(), source)
        if first != source:
            remedy = f"rename one of the two, or give {source.name} a profile with another siglum"
            return (_refusal(path, f"it was made of {first} in this run", remedy),)
        found = self._standing(path, siglum, imported)
        if found in REFUSED:
            reason, remedy = REFUSED[found]
            return (_refusal(path, reason.format(name=source.name), remedy),)
        if found is Standing.SAME:
            self.left += 1
        else:
            self._write(path, siglum, imported)
            self.written += 1
        return ()

    def _standing(self, path: Path, siglum: str, imported: Imported) -> Standing:
        if not path.exists():
            return Standing.EARLIER
        old = _tree(path)
        report = _read(self.reports / f"{siglum}.import.json")
        made = imported.report
        return standing(old, report, imported.tree, made.file, made.digest)

    def _write(self, path: Path, siglum: str, imported: Imported) -> None:
        record = {**as_json(imported.report), "fingerprint": fingerprint(imported.tree)}
        report = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
        readable = "\n".join(as_lines(imported.report)) + "\n"
        write_file(path, serialise(imported.tree))
        write_file(self.reports / f"{siglum}.import.json", report.encode())
        write_file(self.reports / f"{siglum}.import.txt", readable.encode())


def shelves_for(out: Path | None, edition: Workplace | None) -> Shelves:
    """The folders that are asked for; else those of the edition here; else this folder."""
    if out is not None:
        return Shelves(out, out)
    if edition is not None and edition.texts is not None:
        return Shelves(edition.texts, REPORTS)
    return Shelves(Path(), Path())


def _refusal(path: Path, reason: str, remedy: str) -> Problem:
    return problem("SRC013", Location(str(path)), reason=reason, remedy=remedy)


def _tree(path: Path) -> etree._ElementTree | None:
    try:
        return parse(path.read_bytes(), str(path)).value
    except OSError:
        return None


def _read(path: Path) -> Mapping[str, Any]:
    try:
        report = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return report if isinstance(report, dict) else {}
