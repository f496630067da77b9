"""Small editions, what is found in them, and what is left after the fixes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from recensio.corpus import read_corpus
from recensio.model.problem import Edit, Problem
from recensio.project import open_project
from recensio.validate.integrity import integrity
from tests.support import laid_out, tei

NONE: Mapping[str, str] = MappingProxyType({})


def found(folder: Path, body: str, files: Mapping[str, str] = NONE) -> list[Problem]:
    """What is wrong with the document a.xml with this body, beside these files."""
    return checked(laid_out(folder, {"a.xml": tei(body), **files}))


def checked(folder: Path) -> list[Problem]:
    return list(integrity(read_corpus(open_project([folder])).value))


def mend(problems: Iterable[Problem]) -> None:
    """Apply every fix, from the end of each file to its beginning."""
    edits = {edit for problem in problems if problem.fix for edit in problem.fix.edits}
    for path in {edit.path for edit in edits}:
        text = Path(path).read_text(encoding="utf-8")
        for edit in sorted((e for e in edits if e.path == path), key=at, reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        Path(path).write_text(text, encoding="utf-8")


def at(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def said(problems: Iterable[Problem]) -> list[str]:
    """Code and message of each problem."""
    return [f"{problem.code} {problem.message}" for problem in problems]


def register(*names: str, kind: str = "person") -> str:
    """A register of persons or of another kind, an entry for each name."""
    title = kind.title()
    form = f"{kind}Name" if kind != "person" else "persName"
    entries = "".join(f"<{kind} xml:id='{n}'><{form}>{n}</{form}></{kind}>" for n in names)
    return tei(f"<list{title}>{entries}</list{title}>", title="A register")
