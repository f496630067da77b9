"""The commands (INTERFACE, Commands). Each imports what it needs when it runs, so help is quick."""

from __future__ import annotations

import sys
from typing import Annotated, Final

import typer

from recensio import __version__
from recensio.cli import editions, reference, texts

COMMANDS: Final = (
    editions.new,
    texts.import_,
    texts.annotate,
    texts.collate,
    texts.validate,
    editions.build,
    editions.serve,
    editions.package,
    editions.verify,
    reference.explain,
    reference.schema,
)
"""In the order of an edition's life, as the help lists them."""

app = typer.Typer(
    name="recensio",
    help="Annotated digital editions in TEI XML: from source files to an archived edition.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def recensio(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Annotated digital editions in TEI XML: from source files to an archived edition."""
    if version:
        typer.echo(f"recensio {__version__}")
        raise typer.Exit


for command in COMMANDS:
    app.command(name=command.__name__.rstrip("_"))(command)


def main() -> None:
    """Run a command; what a user can cause ends in a sentence and an exit code."""
    from recensio.model.failure import CannotGoOn

    try:
        app()
    except CannotGoOn as failure:
        from recensio.cli.report import as_text

        for line in as_text(failure.problems, everything=True):
            typer.echo(line, err=True)
        sys.exit(failure.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
