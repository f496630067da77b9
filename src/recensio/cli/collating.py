"""recensio collate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from recensio.cli.report import as_text
from recensio.collate import collate as run
from recensio.collate.formats import FORMATS
from recensio.collate.witnesses import read_spec, read_witnesses
from recensio.publish.write import write_file


def collate(paths: Sequence[Path], spec: Path | None, form: str, out: Path | None) -> int:
    """Align witnesses and print or write the result in the format asked for; the exit code."""
    if form not in FORMATS:
        raise typer.BadParameter(f"{form} is not a format; choose from {', '.join(FORMATS)}")
    if bool(paths) == (spec is not None):
        raise typer.BadParameter("give either the files of the witnesses or one --spec")
    witnesses = read_spec(spec) if spec is not None else read_witnesses(paths)
    if len(witnesses) < 2:
        raise typer.BadParameter("a collation needs at least two witnesses")
    outcome = run(witnesses)
    result = FORMATS[form](outcome.value).encode()
    for line in as_text(outcome.problems):
        typer.echo(line, err=True)
    if out is None:
        typer.echo(result, nl=False)
        return 0
    write_file(out, result)
    sigla = ", ".join(witness.siglum for witness in witnesses)
    typer.echo(f"{out}: {sigla} in {len(outcome.value.columns)} columns")
    return 0
