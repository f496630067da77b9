"""Rules and documents written into a folder, and what the rules say of the documents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Final

from recensio.corpus import read_corpus
from recensio.model.problem import Problem
from recensio.project import open_project
from recensio.validate.schematron import rules
from tests.support import laid_out

SCH: Final = "http://purl.oclc.org/dsdl/schematron"
XSL: Final = "http://www.w3.org/1999/XSL/Transform"


def schema(patterns: str, binding: str = "xslt3", attributes: str = "") -> str:
    """A Schematron schema around patterns."""
    return (
        f'<schema xmlns="{SCH}" xmlns:xsl="{XSL}" queryBinding="{binding}" {attributes}>'
        f"{patterns}</schema>"
    )


def said(
    folder: Path,
    rules_text: str,
    document: str,
    files: Mapping[str, str] = MappingProxyType({}),
    phase: str = "",
    name: str = "rules.sch",
) -> list[Problem]:
    """What rules say of one document; `files` lie beside the rules."""
    laid_out(folder / "schema", {name: rules_text, **files})
    laid_out(folder / "texts", {"text.xml": document})
    corpus = read_corpus(open_project([folder / "texts"]), any_xml=True).value
    return list(rules(corpus, folder / "schema" / name, phase))


def found(
    patterns: str, document: str, binding: str = "xslt3", phase: str = "", attributes: str = ""
) -> list[Problem]:
    """What patterns say of a document."""
    with TemporaryDirectory() as folder:
        return said(Path(folder), schema(patterns, binding, attributes), document, phase=phase)


def messages(*arguments: str, **named: str) -> list[str]:
    """The messages of what patterns say of a document."""
    return [problem.message for problem in found(*arguments, **named)]


def rule(context: str, *assertions: str, attributes: str = "") -> str:
    """A pattern of one rule."""
    return f'<pattern><rule context="{context}" {attributes}>{"".join(assertions)}</rule></pattern>'


def report(text: str, test: str = "true()", attributes: str = "") -> str:
    """A report, which speaks if the test is true."""
    return f'<report test="{test}" {attributes}>{text}</report>'
