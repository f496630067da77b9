"""The commands that explain: problem codes and the schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A problem code, such as WIT001.")],
) -> None:
    """Say what a problem code means and how to mend it.

    Example: recensio explain WIT001
    """
    from recensio.cli.explaining import explain as run

    raise typer.Exit(run(code))


def schema(
    odd: Annotated[
        Path | None, typer.Argument(metavar="[ODD]", help="Default: schema/recensio.odd.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where schema/ and docs/ stand.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a file is not current.")
    ] = False,
) -> None:
    """Make RELAX NG, Schematron and the reference from the ODD.

    Examples: recensio schema, recensio schema --check
    """
    from recensio.cli.explaining import schema as run

    raise typer.Exit(run(odd, out, check))
