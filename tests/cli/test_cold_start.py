"""Help comes at once: what takes long to load is loaded by the command that needs it.

Counted in modules and not in milliseconds, which a busy machine would stretch; the modules named
here are those that make the difference.
"""

from __future__ import annotations

import subprocess
import sys

HEAVY = {"lxml", "saxonche", "typst", "jinja2", "rich", "tomllib", "sqlite3", "multiprocessing"}
OURS = {"recensio", "recensio.cli", "recensio.cli.app", "recensio.model", "recensio.model.failure"}
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
