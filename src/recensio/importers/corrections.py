"""Corrections: evident misreadings of a source, kept as sic with the editor's corr beside them.

They stand in a file of their own beside the profile:

    resp = "ed"                 # who answers for them, by default of every correction

    [[correction]]
    line = 12                   # or everywhere = true
    sic = "tbe"                 # as it stands in the line; no markup may lie within
    corr = "the"
    reason = "reading"          # becomes corr/@type: reading (by a machine), typing ...
    cert = "high"
    occurrence = 2              # of several in the line; by default all are corrected

The words of corr are the only ones in a transcript that are not of its source.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from recensio.importers.scribe import CONTROL
from recensio.importers.settings import NotUnderstood, identifier
from recensio.model.problem import Location, Outcome, Problem, problem


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the file; `line` is 0 for one that holds everywhere."""

    sic: str
    corr: str
    line: int = 0
    everywhere: bool = False
    occurrence: int = 0
    reason: str = ""
    cert: str = ""
    resp: str = ""


KINDS: Final[Mapping[str, type[object]]] = {
    "sic": str,
    "corr": str,
    "line": int,
    "everywhere": bool,
    "occurrence": int,
    "reason": str,
    "cert": str,
    "resp": str,
}
CERTAINTIES: Final = ("", "high", "medium", "low", "unknown")


def read_corrections(path: Path) -> Outcome[tuple[Correction, ...]]:
    """The corrections in the TOML file `path`.

    None if the file cannot be read (SRC002) or is no TOML (SRC010); an entry that is not
    understood is a problem SRC010, and the others hold.
    """
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        return Outcome((), (problem("SRC002", Location(str(path)), path=path),))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return Outcome((), (_refused(path, f"it is not TOML: {error}", "mend the line named"),))
    resp, entries = settings.get("resp", ""), settings.get("correction", [])
    if settings.keys() - {"resp", "correction"} or not isinstance(entries, list):
        reason = "there is more in it than resp and a list of corrections"
        return Outcome((), (_refused(path, reason, "write resp = ... and [[correction]] alone"),))
    problems: list[Problem] = []
    found = tuple(_entries(path, entries, resp, problems))
    return Outcome(found, tuple(problems))


def _entries(
    path: Path, entries: list[Any], resp: Any, problems: list[Problem]
) -> Iterator[Correction]:
    for count, entry in enumerate(entries, 1):
        try:
            yield _correction({"resp": resp, **entry} if isinstance(entry, dict) else {})
        except NotUnderstood as error:
            reason = f"correction {count}: {error.reason}"
            problems.append(_refused(path, reason, error.remedy))


def _correction(entry: Mapping[str, Any]) -> Correction:
    """An entry as a Correction. Raises NotUnderstood."""
    for key, value in entry.items():
        if key not in KINDS:
            raise NotUnderstood(f"there is no key {key}", f"write one of: {', '.join(KINDS)}")
        if type(value) is not KINDS[key]:
            raise NotUnderstood(f"{key} is {value!r}", f"write a value like {KINDS[key]()!r}")
    if not entry.get("sic") or "corr" not in entry:
        raise NotUnderstood("sic or corr is missing", "say what stands there and what should")
    correction = Correction(**entry)
    for fault, remedy in _faults(correction):
        raise NotUnderstood(fault, remedy)
    return correction


def _faults(correction: Correction) -> Iterator[tuple[str, str]]:
    """What cannot be understood in a correction, and what to write."""
    if CONTROL.search(correction.sic + correction.corr):
        yield "it holds a character that XML cannot hold", "take it out"
    if min(correction.line, correction.occurrence) < 0:
        yield "a number is less than 0", "count lines and occurrences from 1"
    if bool(correction.line) is correction.everywhere:
        yield "the place is missing or told twice", "add line or everywhere = true"
    if correction.cert not in CERTAINTIES:
        yield "cert is not known", f"write one of: {', '.join(CERTAINTIES[1:])}"
    for name in (correction.reason, correction.resp):
        if name and identifier(name) != name:
            yield f"{name!r} is no XML name", f"write {identifier(name)!r}"


def _refused(path: Path, reason: str, remedy: str) -> Problem:
    return problem("SRC010", Location(str(path)), reason=reason, remedy=remedy)
