"""The commands that work on texts: import, annotate, collate, validate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recensio.cli.options import (
    Apparatus,
    Base,
    Jobs,
    Language,
    Normalise,
    NoXInclude,
    Parallel,
    Paths,
    ShowAll,
    Strict,
)


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
    parallel: Parallel = False,
) -> None:
    """Align the texts of two or more witnesses.

    The order of the witnesses does not matter. Words that were moved are found, and readings are
    classed. A file is a witness, its name less the ending the siglum; markup of TEI is kept.
    What says the same in other words is no variant of one text: --parallel sets it side by side.

    \b
    Examples:
      recensio collate A.txt B.txt C.txt --format table
      recensio collate A.xml B.xml --base A --out collation.xml
      recensio collate A.txt B.txt --language latin --normalise case,punctuation,orthography
      recensio collate --spec poem.toml --format json
      recensio collate --parallel Smith.txt Jones.txt --format table
    """  # noqa: D301 - \b is what keeps the lines
    from recensio.cli.collating import Options
    from recensio.cli.collating import collate as run

    options = Options(spec, form, out, normalise, language, base, apparatus)
    if parallel:
        from recensio.cli.parallels import collate_parallels

        raise typer.Exit(collate_parallels(witnesses or [], options))
    raise typer.Exit(run(witnesses or [], options))


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
