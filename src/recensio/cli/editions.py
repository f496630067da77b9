"""The commands that make, publish and keep an edition."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recensio.cli.options import Jobs, NoXInclude, Paths, ShowAll, Strict


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is new or empty.")],
) -> None:
    """Begin an edition that builds as it stands; its README says how your texts come into it.

    Example: recensio new my-edition && cd my-edition && recensio build
    """
    from recensio.cli.beginning import new as run

    raise typer.Exit(run(folder))


def build(
    paths: Paths = None,
    out: Annotated[Path | None, typer.Option(help="Where to build; default: output/.")] = None,
    only: Annotated[str, typer.Option(help="Some outputs: site,pdf,tex,epub,data,tei,dts.")] = "",
    sources: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder with the source texts.")
    ] = None,
    dts: Annotated[bool, typer.Option("--dts", help="Write dts/ too: texts to be cited.")] = False,
    jobs: Jobs = 0,
    no_xinclude: NoXInclude = False,
    strict: Strict = False,
    show_all: ShowAll = False,
) -> None:
    """Build site, PDF, TeX, EPUB, data and TEI of an edition.

    Examples: recensio build, recensio build letter.xml --out letter, recensio build --only site
    """
    from recensio.cli.building import build as run
    from recensio.cli.building import request_of

    more = ("dts",) if dts else ()
    request = request_of(paths or [], out, only, sources, jobs, not no_xinclude, more)
    raise typer.Exit(run(request, strict, show_all))


def serve(
    paths: Paths = None,
    port: Annotated[int, typer.Option(help="The port; 0: any free.", min=0, max=65535)] = 8000,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    dts: Annotated[bool, typer.Option("--dts", help="Answer DTS requests at /dts/.")] = False,
) -> None:
    """Build an edition, serve it to this machine, rebuild what a change touches.

    Examples: recensio serve --open, recensio serve letter.xml --port 8080
    """
    from recensio.cli.serving import serve as run

    raise typer.Exit(run(paths or [], port, open_, dts))


def package(
    out: Annotated[Path | None, typer.Option(help="The built edition; default: output/.")] = None,
    form: Annotated[
        str, typer.Option("--format", help="zip (default), tar.gz or folder; text or json.")
    ] = "",
    profile: Annotated[
        str, typer.Option(help="For which archive: strict, arche, clarin, zenodo.")
    ] = "strict",
    check: Annotated[
        bool, typer.Option("--check", help="Pack nothing; say what would be wrong.")
    ] = False,
    with_restricted: Annotated[
        bool, typer.Option("--with-restricted", help="Pack texts that may not be passed on too.")
    ] = False,
    ocfl: Annotated[
        Path | None, typer.Option(metavar="OBJECT", help="An OCFL object to add a version to.")
    ] = None,
    show_all: ShowAll = False,
) -> None:
    """Pack the built edition for an archive: a bag, one file of it, its checksum.

    Examples: recensio build && recensio package, recensio package --check --profile zenodo
    """
    from recensio.cli.packaging import Options
    from recensio.cli.packaging import package as run

    options = Options(out, form, profile, check, with_restricted, ocfl, show_all)
    raise typer.Exit(run(options))


def verify(
    package: Annotated[
        Path, typer.Argument(metavar="PACKAGE", help="A bag, its zip or tar.gz, an OCFL object.")
    ],
    form: Annotated[str, typer.Option("--format", help="text, json, sarif or github.")] = "text",
    show_all: ShowAll = False,
) -> None:
    """Prove that nothing in a package has changed since it was made; say how far that goes.

    Example: recensio verify output/package/the-edition.zip
    """
    from recensio.cli.verifying import verify as run

    raise typer.Exit(run(package, form, show_all))
