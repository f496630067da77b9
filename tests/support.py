"""What several tests need: TEI made from a body, the commands run as a user runs them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from lxml import etree

from recensio.corpus import read_corpus
from recensio.model.document import Corpus, Document, DocumentKind
from recensio.model.problem import Problem
from recensio.project import open_project
from recensio.publish.prepare import Edition, prepare
from recensio.tei.io import parse
from recensio.tei.locate import Locator

ROOT: Final = Path(__file__).resolve().parents[1]
SHARED: Final = Path(os.environ.get("RECENSIO_SHARED", ROOT.parent / "shared"))
NS: Final = {"t": "http://www.tei-c.org/ns/1.0", "xi": "http://www.w3.org/2001/XInclude"}
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"

Tree: TypeAlias = etree._ElementTree
Element: TypeAlias = etree._Element


@dataclass(frozen=True)
class Run:
    """How a command ended: its exit code and what it printed."""

    code: int
    out: str
    err: str


def tei(body: str = "<p>Text.</p>", header: str = "", title: str = "A text", rest: str = "") -> str:
    """A TEI document around the content of a body; `rest` follows the text."""
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>'
        f"<title>{title}</title></titleStmt><publicationStmt><p>Unpublished.</p></publicationStmt>"
        f"<sourceDesc><p>Born digital.</p></sourceDesc></fileDesc>{header}</teiHeader>"
        f"<text><body>{body}</body></text>{rest}</TEI>"
    )


def tree_of(xml: str | bytes) -> Tree:
    """The tree of an XML text that is well-formed."""
    value = parse(xml.encode() if isinstance(xml, str) else xml, "text.xml").value
    assert value is not None
    return value


def document_of(xml: str, name: str = "text") -> Document:
    """A document that stands in no file."""
    tree = tree_of(xml)
    return Document(name, f"{name}.xml", name.title(), DocumentKind.TEXT, tree, "0" * 64)


def locator_of(document: Document) -> Locator:
    return Locator(document.tree, document.path)


def corpus_at(folder: Path, files: Mapping[str, str]) -> Corpus:
    """A corpus of files that are written into a folder first."""
    return read_corpus(open_project([laid_out(folder, files)])).value


def edition_of(folder: Path, files: Mapping[str, str]) -> Edition:
    """A corpus of files, prepared to be published."""
    outcome = prepare(corpus_at(folder, files))
    assert not outcome.problems
    return outcome.value


def laid_out(folder: Path, files: Mapping[str, str]) -> Path:
    """The folder, with these files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def codes(problems: tuple[Problem, ...] | list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def the(found: Element | None) -> Element:
    """The element that a search must have found."""
    assert found is not None
    return found


needs_corpora = pytest.mark.skipif(
    not (SHARED / "corpora").is_dir(), reason="the corpora of strangers are not distributed"
)


def needs_program(name: str) -> pytest.MarkDecorator:
    """Skip where a program of the system is missing; never in CI, which installs it."""
    missing = shutil.which(name) is None and not os.environ.get("RECENSIO_CI")
    return pytest.mark.skipif(missing, reason=f"{name} is not installed")
