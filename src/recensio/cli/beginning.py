"""recensio new: an edition that builds as it stands. It stands in the folder beside this module."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import typer

from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem
from recensio.publish.write import write_file


def new(folder: Path) -> int:
    """Write the files of a small edition into a folder that is empty or new; the exit code."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotGoOn(problem("SRC012", Location(str(folder)), path=folder))
    _copy(resources.files("recensio.cli").joinpath("beginning"), folder)
    typer.echo(f"{folder}: an edition of one text in two witnesses\n")
    typer.echo(f"    cd {folder}\n    recensio build\n")
    typer.echo("Then open output/site/index.html. README.md says how your texts come into it.")
    return 0


def _copy(source: Traversable, target: Path) -> None:
    for member in source.iterdir():
        if member.is_dir():
            _copy(member, target / member.name)
        else:
            write_file(target / member.name, member.read_bytes())
