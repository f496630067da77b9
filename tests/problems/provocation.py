"""What no file can provoke: a busy port, a fault in a library or in ourselves.

Each function takes the folder of the run and returns a context in which the command runs. Where
it replaces a function, that is the lowest one: everything above it is the real program.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import EACCES
from importlib import import_module
from pathlib import Path
from typing import Final

import pytest

from recensio import saxon
from recensio.importers.scribe import Scribe
from recensio.model.problem import Problem
from recensio.package.ocfl import User, commit_version
from recensio.package.preflight import Sizes
from recensio.publish.print.press import Press, PressError

PORT: Final = 23_917
"""A port that no system hands out by itself; the golden file names it."""


@contextmanager
def port_in_use(_folder: Path) -> Iterator[None]:
    """Another program listens on the port."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", PORT))
        other.listen()
        yield


@contextmanager
def files_are_read_only(folder: Path) -> Iterator[None]:
    """Somebody has protected the files."""
    for path in folder.rglob("*.xml"):
        path.chmod(0o444)
    yield


@contextmanager
def stylesheet_fails(_folder: Path) -> Iterator[None]:
    """Saxon gives up on one document, as on a fault of a stylesheet of ours."""
    transform = saxon.transform

    def failing(
        stylesheet: str, mode: str, source: str, parameters: Mapping[str, str] | None = None
    ) -> saxon.Transformation:
        if mode == "page" and "Dear friend" in source:
            raise saxon.StylesheetError("html/document.xsl, mode page: a fault of ours")
        return transform(stylesheet, mode, source, parameters)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(saxon, "transform", failing)
        yield


@contextmanager
def typesetter_refuses(_folder: Path) -> Iterator[None]:
    """Typst refuses the first sheet that it is given."""

    def refusing(_press: Press, **_order: object) -> None:
        raise PressError("unknown font family", "body-0.typ:1:1 unknown font family")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Press, "_run", refusing)
        yield


@contextmanager
def line_numbers_lie(_folder: Path) -> Iterator[None]:
    """The printed book differs from its plan in one line."""
    with pytest.MonkeyPatch.context() as patch:
        moved = iter(["the lemma of app1 has moved to another line"])
        module = import_module("recensio.publish.print.typeset")
        patch.setattr(module, "deviations", lambda *_arguments: moved)
        yield


@contextmanager
def importer_loses_a_word(_folder: Path) -> Iterator[None]:
    """The importer writes each piece of text without its last five characters."""
    text = Scribe.text

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Scribe, "text", lambda scribe, start, end: text(scribe, start, end - 5))
        yield


@contextmanager
def a_file_is_sealed(_folder: Path) -> Iterator[None]:
    """The system does not let one of the files be read, whoever asks."""
    read = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path.name == "sealed.txt":
            raise PermissionError(EACCES, "Permission denied", str(path))
        return read(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_bytes", refusing)
        yield


@contextmanager
def the_edition_is_huge(_folder: Path) -> Iterator[None]:
    """An edition with a shelf of photographs."""
    with pytest.MonkeyPatch.context() as patch:
        huge = Sizes(7, 60_000_000_000, {}, ())
        patch.setattr(import_module("recensio.package.preflight.sizes"), "sizes_of", lambda _: huge)
        yield


@contextmanager
def pagefind_is_missing(_folder: Path) -> Iterator[None]:
    """The package that brings the program of Pagefind is not installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pagefind.service.get_executable", lambda: None)
        yield


@contextmanager
def version_is_added(_folder: Path) -> Iterator[None]:
    """The bag is to become a version of the object, as by `recensio package --ocfl`."""

    def commit(_package: Path, *_rest: object) -> Iterator[Problem]:
        commit_version(Path("in/object"), Path("in/bag"), "Second.", User("A. Editor"), 0)
        yield from ()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("recensio.cli.verifying.check", commit)
        yield
