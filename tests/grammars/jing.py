"""jing as the judge: what it says of a schema and of documents, all documents in one run."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

REPORT: Final = re.compile(r"(.+?):(\d+):(\d+): ((?:fatal|error|warning).*)|(error|fatal): .*")
JAR: Final = Path("/usr/share/java/jing.jar")
DRIVER: Final = "com.thaiopensource.relaxng.util.TestDriver"
FAILED: Final = re.compile(r"^Failed: (.+)$", re.MULTILINE)
MANY: Final = 2000  # paths on one command line


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a schema is not correct, if it is not; what is said of each document not valid."""

    schema: tuple[str, ...]
    documents: dict[str, str]

    @property
    def correct(self) -> bool:
        return not self.schema


def verdict(schema: Path, documents: Sequence[Path], *options: str) -> Verdict:
    """What jing says; the documents, by name, must be well-formed and of one folder."""
    refused: list[str] = []
    invalid: dict[str, str] = {}
    for start in range(0, max(len(documents), 1), MANY):
        names = [path.name for path in documents[start : start + MANY]]
        folder = documents[0].parent if documents else schema.parent
        for path, message in reports(schema, names, folder, options):
            if path in names or Path(path).name in names:
                invalid.setdefault(Path(path).name, message)
            else:
                refused.append(f"{Path(path).name}: {message}")
    return Verdict(tuple(refused), invalid)


def reports(
    schema: Path, names: list[str], folder: Path, options: tuple[str, ...]
) -> list[tuple[str, str]]:
    """The path and the message of each report. A run that reports nothing must have ended well."""
    command = ["jing", *options, str(schema.resolve()), *names]
    run = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    found = [
        (match[1] or str(schema), match[4] or match[0])
        for match in map(REPORT.fullmatch, run.stdout.splitlines())
        if match is not None and "warning" not in (match[4] or "")[:7]
    ]
    assert bool(found) == bool(run.returncode), run.stdout + run.stderr
    return found


def otherwise(folder: Path, *, identifiers: bool) -> list[Path]:
    """The files below a folder on which jing's own test driver disagrees with their names.

    A folder of it holds `c.rng`, a correct schema, with documents `*.v.xml` that are valid and
    `*.i.xml` that are not; or `i.rng`, a schema that is not correct. All is one run. Whether
    ID and IDREF match is a question only if `identifiers` are asked about.
    """
    log = folder / "log"
    options = ["-i"] if identifiers else []  # the other way round than the command
    command = ["java", "-cp", str(JAR), DRIVER, *options, str(log), str(folder)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert "Number of tests" in run.stderr, run.stderr
    return [Path(path) for path in FAILED.findall(run.stderr)]
