"""The commands (INTERFACE, Commands). Each imports what it needs when it runs, so help is quick."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from recensio import __version__
from recensio.cli.options import (
    Apparatus,
    Base,
    Jobs,
    Language,
    Normalise,
    NoXInclude,
    Paths,
    ShowAll,
    Strict,
)  # fmt: skip

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


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is new or empty.")],
) -> None:
    """Begin an edition that builds as it stands; its README says how your texts come into it.

    Example: recensio new my-edition && cd my-edition && recensio build
    """
    from recensio.cli.beginning import new as run

    raise typer.Exit(run(folder))


@app.command()
def build(
    paths: Paths = None,
    out: Annotated[Path | None, typer.Option(help="Where to build; default: output/.")] = None,
    only: Annotated[str, typer.Option(help="Some outputs: site,pdf,data,tei.")] = "",
    sources: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder with the source texts.")
    ] = None,
    jobs: Jobs = 0,
    no_xinclude: NoXInclude = False,
    strict: Strict = False,
    show_all: ShowAll = False,
) -> None:
    """Build the site, the PDF, the data and the TEI of an edition.

    Examples: recensio build, recensio build letter.xml --out letter, recensio build --only site
    """
    from recensio.cli.building import build as run
    from recensio.cli.building import request_of

    request = request_of(paths or [], out, only, sources, jobs, not no_xinclude)
    raise typer.Exit(run(request, strict, show_all))


@app.command()
def validate(
    paths: Paths = None,
    schema: Annotated[
        Path | None,
        typer.Option(metavar="S.rng", help="A schema for all: RELAX NG (.rng) or Schematron."),
    ] = None,
    only: Annotated[
        str, typer.Option(help="Some checks: schema,schematron,integrity,apparatus.")
    ] = "",
    form: Annotated[str, typer.Option("--format", help="text, json, sarif or github.")] = "text",
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Print what --fix would change; write nothing.")
    ] = False,
    ignore: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A list of problems that are none.")
    ] = None,
    jobs: Jobs = 0,
    no_xinclude: NoXInclude = False,
    strict: Strict = False,
    show_all: ShowAll = False,
) -> None:
    """Check documents: schema, rules, identifiers, sigla, pointers, apparatus.

    A document is held to --schema, else to the schema of edition.toml, else to the local schemas
    that its xml-model instructions name. Nothing is fetched.

    \b
    Examples:
      recensio validate                                the edition in this folder
      recensio validate letter.xml --schema tei_all.rng
      recensio validate tei/ --only integrity,apparatus
      recensio validate --diff                         show what --fix would change
      recensio validate --fix                          mend it, file by file
      recensio validate --format sarif > found.sarif   for a code host or an editor

    An ignore list stands in edition.toml, or in a file that --ignore names; recensio explain
    SRC031 shows an entry. Exit codes: 0 all well, 1 errors, 2 could not run.
    """  # noqa: D301 - \b is what keeps the lines
    from recensio.cli.checking import Options
    from recensio.cli.checking import validate as run

    options = Options(
        schema=schema,
        only=only,
        form=form,
        xinclude=not no_xinclude,
        jobs=jobs,
        ignore=ignore,
        strict=strict,
        show_all=show_all,
        fix=fix,
        diff=diff,
    )
    raise typer.Exit(run(paths or [], options))


@app.command(name="import")
def import_(
    sources: Annotated[
        list[Path], typer.Argument(metavar="SOURCE...", help="Texts, Markdown, HTML; folders.")
    ],
    profile: Annotated[
        Path | None, typer.Option(metavar="P.toml", help="How the source is laid out.")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Default: the edition.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Prove that no character of the source is lost.")
    ] = False,
    show_all: ShowAll = False,
) -> None:
    """Turn source texts into TEI, each by its form, and by a profile if there is one.

    In an edition the TEI goes where its texts are, the reports to reports/, and the profile of
    memoir.md is tei/sources/memoir.toml. What was changed by hand is never written over.

    \b
    Examples:
      recensio import ../texts                       every text in a folder
      recensio import ../texts --check               prove that no character is lost
      recensio import memoir.md --profile memoir.toml --out tei
    """  # noqa: D301 - \b is what keeps the lines
    from recensio.cli.importing import import_sources as run

    raise typer.Exit(run(sources, profile, out, check, show_all))


@app.command()
def annotate(
    paths: Paths = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a file would change.")
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="What was marked, doubts with candidates, unknown names: JSON, or text (.txt).",
        ),
    ] = None,
    propose: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The names that no register has, as entries in TEI."),
    ] = None,
    show_all: ShowAll = False,
) -> None:
    """Mark the names of the registers and dates in the texts, in place.

    Nothing but new tags changes. Decisions of the editor stand in the file that edition.toml names
    ([annotate] decisions = "tei/decisions.toml"); recensio explain REG006 shows one.

    \b
    Examples:
      recensio annotate --check                      say what would be marked in the edition here
      recensio annotate tei/texts --report names.txt
      recensio annotate --propose new-names.xml      entries for names that no register has
    """  # noqa: D301 - \b is what keeps the lines
    from recensio.cli.annotating import annotate as run

    raise typer.Exit(run(paths or [], check, report, propose, show_all))


@app.command()
def collate(
    witnesses: Annotated[
        list[Path] | None, typer.Argument(metavar="WITNESS...", help="Text or TEI files.")
    ] = None,
    spec: Annotated[
        Path | None, typer.Option(metavar="SPEC", help="A TOML or JSON file of witnesses.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="tei, json, table or nexus.")] = "tei",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Default: print it.")] = None,
    normalise: Normalise = "",
    language: Language = "",
    base: Base = "",
    apparatus: Apparatus = "",
) -> None:
    """Align the texts of two or more witnesses.

    The order of the witnesses does not matter. Words that were moved are found, and readings are
    classed. A file is a witness, its name less the ending the siglum; markup of TEI is kept.

    \b
    Examples:
      recensio collate A.txt B.txt C.txt --format table
      recensio collate A.xml B.xml --base A --out collation.xml
      recensio collate A.txt B.txt --language latin --normalise case,punctuation,orthography
      recensio collate --spec poem.toml --format json
    """  # noqa: D301 - \b is what keeps the lines
    from recensio.cli.collating import Options
    from recensio.cli.collating import collate as run

    options = Options(spec, form, out, normalise, language, base, apparatus)
    raise typer.Exit(run(witnesses or [], options))


@app.command()
def package(
    out: Annotated[Path | None, typer.Option(help="The built edition; default: output/.")] = None,
) -> None:
    """Pack the built edition for an archive: a bag, a zip file and their checksums.

    Example: recensio build && recensio package
    """
    from recensio.cli.packaging import package as run

    raise typer.Exit(run(out))


@app.command()
def verify(
    package: Annotated[Path, typer.Argument(metavar="PACKAGE", help="A bag or its zip file.")],
) -> None:
    """Prove that nothing in a package has changed since it was made.

    Example: recensio verify output/package/the-edition.zip
    """
    from recensio.cli.packaging import verify as run

    raise typer.Exit(run(package))


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="The port on this machine.", min=0, max=65535)] = 8000,
) -> None:
    """Build the edition here, serve it to this machine, rebuild when a file changes.

    Example: recensio serve --port 8080
    """
    from recensio.cli.serving import serve as run

    raise typer.Exit(run(port))


@app.command()
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A problem code, such as WIT001.")],
) -> None:
    """Say what a problem code means and how to mend it.

    Example: recensio explain WIT001
    """
    from recensio.cli.explaining import explain as run

    raise typer.Exit(run(code))


@app.command()
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
