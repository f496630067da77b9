"""recensio collate --parallel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from recensio.collate.parallels import synopsis
from recensio.collate.parallels.formats import FORMATS
from recensio.collate.parallels.rarity import rarity_in
from recensio.collate.witnesses import read_spec, read_witnesses
from recensio.model.synopsis import Passage
from recensio.publish.write import write_file


def collate_parallels(paths: Sequence[Path], spec: Path | None, form: str, out: Path | None) -> int:
    """Align passages by what they say and print or write the synopsis; the exit code."""
    if form not in FORMATS:
        known = ", ".join(FORMATS)
        raise typer.BadParameter(f"{form} is not a format of synopses; choose from {known}")
    if bool(paths) == (spec is not None):
        raise typer.BadParameter("give either the files of the witnesses or one --spec")
    witnesses = read_spec(spec) if spec is not None else read_witnesses(paths)
    if len(witnesses) < 2:
        raise typer.BadParameter("a synopsis needs at least two witnesses")
    passages = [Passage(witness.siglum, witness.siglum, witness.text) for witness in witnesses]
    found = synopsis(passages, rarity_in(passage.text for passage in passages))
    result = FORMATS[form](found).encode()
    if out is None:
        typer.echo(result, nl=False)
        return 0
    write_file(out, result)
    sigla = ", ".join(passage.id for passage in passages)
    aligned = "aligned" if any(found.aligned) else "not aligned"
    typer.echo(f"{out}: {sigla} {aligned}, {len(found.rows)} rows")
    return 0
