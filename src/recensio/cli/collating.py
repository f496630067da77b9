"""recensio collate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from recensio.cli.progress import Waiting
from recensio.cli.report import as_text
from recensio.collate import collate as run
from recensio.collate.formats import FORMATS
from recensio.collate.layout import Layout
from recensio.collate.settings import Settings, kind_of_apparatus
from recensio.collate.tokens import WitnessText
from recensio.collate.witnesses import read_settings, read_spec, read_witnesses
from recensio.model.apparatus import ApparatusKind
from recensio.model.failure import CannotGoOn
from recensio.model.problem import problem
from recensio.publish.write import write_file


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line; words that are empty say nothing."""

    spec: Path | None = None
    form: str = "tei"
    out: Path | None = None
    normalise: str = ""
    language: str = ""
    base: str = ""
    apparatus: str = ""

    @property
    def settings(self) -> Settings:
        """The settings among them."""
        if self.apparatus and kind_of_apparatus(self.apparatus) is None:
            raise typer.BadParameter(f"{self.apparatus} is neither positive nor negative")
        steps = tuple(filter(None, map(str.strip, self.normalise.split(","))))
        return Settings(
            normalise=tuple(step for step in steps if step != "none") if steps else None,
            language=self.language or None,
            base=self.base or None,
            apparatus=kind_of_apparatus(self.apparatus),
        )


def collate(paths: Sequence[Path], options: Options) -> int:
    """Align witnesses and print or write the result in the format asked for; the exit code."""
    if options.form not in FORMATS:
        raise typer.BadParameter(
            f"{options.form} is not a format; choose from {', '.join(FORMATS)}"
        )
    if bool(paths) == (options.spec is not None):
        raise typer.BadParameter("give either the files of the witnesses or one --spec")
    waiting = Waiting()
    waiting.say("reading the witnesses")
    witnesses, settings = _read(paths, options)
    if len(witnesses) < 2:
        raise typer.BadParameter("a collation needs at least two witnesses")
    layout = _layout(witnesses, settings)
    waiting.say(f"aligning {sum(len(witness.tokens) for witness in witnesses):,} words")
    outcome = run(witnesses)
    waiting.say("writing the result")
    result = FORMATS[options.form](outcome.value, layout).encode()
    waiting.hide()
    for line in as_text(outcome.problems):
        typer.echo(line, err=True)
    if options.out is None:
        typer.echo(result, nl=False)
        return 0
    write_file(options.out, result)
    sigla = ", ".join(witness.siglum for witness in witnesses)
    typer.echo(f"{options.out}: {sigla} in {len(outcome.value.columns)} columns")
    return 0


def _read(paths: Sequence[Path], options: Options) -> tuple[tuple[WitnessText, ...], Settings]:
    asked = options.settings
    if options.spec is None:
        return read_witnesses(paths, asked), asked
    return read_spec(options.spec, asked), asked.over(read_settings(options.spec))


def _layout(witnesses: Sequence[WitnessText], settings: Settings) -> Layout:
    sigla = [witness.siglum for witness in witnesses]
    if settings.base is not None and settings.base not in sigla:
        raise CannotGoOn(problem("WIT019", siglum=settings.base, known=", ".join(sigla)))
    base = None if settings.base is None else sigla.index(settings.base)
    return Layout(base, settings.apparatus or ApparatusKind.POSITIVE)
