"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH...]", help="TEI files or folders; default: the edition here."),
]
ShowAll = Annotated[bool, typer.Option("--all", help="Print every problem, not ten of a code.")]
NoXInclude = Annotated[bool, typer.Option("--no-xinclude", help="Leave xi:include as it stands.")]
Strict = Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")]
Jobs = Annotated[int, typer.Option(help="Processes; default: one a core.", min=0)]
