"""Every case of these tests, judged by jing as well: a mistaken expectation must not stand.

The jar of jing holds a driver that judges folders of schemas and documents in one run.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.support import needs_program
from tests.unit.validate.relaxng import (
    test_against_jing_cases,
    test_files,
    test_full_syntax,
    test_grammars,
    test_matching,
    test_names,
    test_restrictions,
    test_simple_form,
)
from tests.unit.validate.relaxng.cases import Case, Correct, lay

JAR: Final = Path("/usr/share/java/jing.jar")
DRIVER: Final = "com.thaiopensource.relaxng.util.TestDriver"
FAILED: Final = re.compile(r"^Failed: (?P<path>.+)$", re.MULTILINE)
MODULES: Final = (
    test_full_syntax,
    test_names,
    test_restrictions,
    test_against_jing_cases,
    test_files,
    test_grammars,
    test_matching,
    test_simple_form,
)


def _cases() -> Iterator[Case]:
    for module in MODULES:
        yield from getattr(module, "CORRECT", ())
        yield from getattr(module, "INCORRECT", ())


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    """The cases by the name of the folder that holds each."""
    top = tmp_path_factory.mktemp("cases")
    cases = [case for case in _cases() if not case.differs]
    return {str(_laid(top / f"{number:04}", case)): case for number, case in enumerate(cases)}


def _laid(folder: Path, case: Case) -> Path:
    name = "c.rng" if isinstance(case, Correct) else "i.rng"
    lay(folder, case.schema, case.files, name)
    if isinstance(case, Correct):
        for kind, documents in (("v", case.valid), ("i", case.invalid)):
            for number, document in enumerate(documents):
                path = folder / f"{number:02}.{kind}.xml"
                path.write_text(document, encoding="utf-8", newline="")
    return folder


@needs_program("jing")
@pytest.mark.skipif(not JAR.is_file(), reason="the driver in the jar of jing is not at hand")
def test_jing_judges_the_same(laid: dict[str, Case], tmp_path: Path) -> None:
    """One run for all; identifiers are another specification, and left out without -i."""
    top, log = Path(next(iter(laid))).parent, tmp_path / "log"
    command = ["java", "-cp", str(JAR), DRIVER, str(log), str(top)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert "Number of tests" in run.stderr, run.stderr
    otherwise = {
        f"{laid[str(Path(path).parent)].name}: {Path(path).name}"
        for path in FAILED.findall(run.stderr)
    }
    assert not otherwise
