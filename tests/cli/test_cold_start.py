"""Help comes at once: what takes long to load is loaded by the command that needs it.

Counted in modules and not in milliseconds, which a busy machine would stretch; the modules named
here are those that make the difference.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = {"lxml", "saxonche", "typst", "jinja2", "rich", "tomllib", "sqlite3", "multiprocessing"}
OURS = {
    "recensio",
    "recensio.cli",
    "recensio.cli.app",
    "recensio.cli.editions",
    "recensio.cli.options",
    "recensio.cli.reference",
    "recensio.cli.texts",
    "recensio.model",
    "recensio.model.failure",
}
PROGRAM = """
import sys
from recensio.cli.app import main
sys.argv = ["recensio", "--help"]
try:
    main()
except SystemExit:
    print("LOADED", *sorted(sys.modules))
"""


def test_help_loads_nothing_heavy() -> None:
    command = [sys.executable, "-c", PROGRAM]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    loaded = set(run.stdout.partition("LOADED")[2].split())
    assert "typer" in loaded, run.stderr
    assert loaded & HEAVY == set()
    assert {name for name in loaded if name.partition(".")[0] == "recensio"} <= OURS


def test_a_file_is_held_to_a_schema_without_the_libraries_for_trees(tmp_path: Path) -> None:
    any_element = "<element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/>"
    (tmp_path / "a.rng").write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start>'
        f'<define name="any">{any_element}<ref name="any"/></choice></zeroOrMore></element>'
        "</define></grammar>",
        encoding="utf-8",
    )
    (tmp_path / "a.xml").write_text("<a><b/></a>", encoding="utf-8")
    arguments = ["validate", "--only", "schema", "--schema", "a.rng", "a.xml"]
    program = PROGRAM.replace('"--help"', ", ".join(map(repr, arguments)))
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)
    report, _, loaded = run.stdout.partition("LOADED")
    assert report == "1 file: no problems\n", run.stderr
    slow = HEAVY | {"recensio.corpus", "recensio.tei.io", "recensio.publish"}
    assert set(loaded.split()) & slow == set()
