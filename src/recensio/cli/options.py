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
Normalise = Annotated[
    str, typer.Option(help="What makes no difference: case,punctuation,orthography,stem; none.")
]
Language = Annotated[str, typer.Option(help="Whose orthography: latin, german ...")]
Base = Annotated[str, typer.Option(metavar="SIGLUM", help="The witness whose text is the lemma.")]
Apparatus = Annotated[str, typer.Option(help="With a base: positive (default) or negative.")]
