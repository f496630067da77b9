"""The stylesheets keep the habits of the house; docs/ARCHITECTURE.md says why, point by point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from recensio.saxon import compile_package
from tests.support import ROOT, Element, Tree

XSLT: Final = ROOT / "xslt"
NS: Final = {"xsl": "http://www.w3.org/1999/XSL/Transform"}
TYPED: Final = ("template", "function", "param", "variable")
PATHS: Final = ("match", "select", "test", "use", "group-by", "group-adjacent", "count", "from")
LONGEST: Final = 200
"""Lines of a stylesheet, and LONGEST_TEMPLATE those of a template or function."""
LONGEST_TEMPLATE: Final = 40

LOCAL_NAME: Final = re.compile(r"\*\[\s*local-name\(\s*\)\s*(=|eq)")
COUNTED: Final = re.compile(r"count\([^)]*preceding::")
SENTENCE: Final = re.compile(r"[A-Z].*[.]", re.DOTALL)


def name(path: Path) -> str:
    return path.relative_to(XSLT).as_posix()


TREES: Final = {name(path): etree.parse(path) for path in sorted(XSLT.rglob("*.xsl"))}
PACKAGES: Final = [
    file for file, tree in TREES.items() if tree.xpath("/xsl:package", namespaces=NS)
]
every = pytest.mark.parametrize("tree", TREES.values(), ids=TREES.keys())


def declared(tree: Tree, *names: str) -> Iterator[Element]:
    return tree.getroot().iter(*(f"{{{NS['xsl']}}}{name}" for name in names))


def lines(elements: Iterator[Element]) -> list[str]:
    """Where the elements stand, to be read in the report of a failure."""
    return [f"line {e.sourceline}: {etree.QName(e).localname} {dict(e.attrib)}" for e in elements]


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_compiles(package: str) -> None:
    compile_package(package)


@every
def test_a_sentence_comes_first(tree: Tree) -> None:
    comment = tree.getroot().getprevious()
    assert isinstance(comment, etree._Comment), "no comment above the root element"
    assert SENTENCE.fullmatch((comment.text or "").strip()), comment.text


@every
def test_a_file_has_one_mode(tree: Tree) -> None:
    assert len(list(declared(tree, "mode"))) <= 1


@every
def test_every_mode_says_what_it_does_with_the_rest(tree: Tree) -> None:
    silent = (mode for mode in declared(tree, "mode") if not mode.get("on-no-match"))
    assert lines(silent) == []


@every
def test_everything_is_typed(tree: Tree) -> None:
    untyped = (element for element in declared(tree, *TYPED) if not element.get("as"))
    assert lines(untyped) == []


@every
def test_white_space_is_text(tree: Tree) -> None:
    # Text is never indented, whatever the output says.
    markup = (output for output in declared(tree, "output") if output.get("method") != "text")
    assert lines(output for output in markup if output.get("indent") != "no") == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_declares_its_output(package: str) -> None:
    assert list(declared(TREES[package], "output"))


@every
def test_names_are_written_as_names(tree: Tree) -> None:
    wild = (element for element in tree.getroot().iter("*") if LOCAL_NAME.search(paths(element)))
    assert lines(wild) == []


@every
def test_nothing_is_numbered_by_looking_back(tree: Tree) -> None:
    back = (element for element in tree.getroot().iter("*") if COUNTED.search(paths(element)))
    assert lines(back) == []


@pytest.mark.parametrize("file", TREES)
def test_a_file_is_read_at_one_sitting(file: str) -> None:
    assert len((XSLT / file).read_text(encoding="utf-8").splitlines()) <= LONGEST


@every
def test_a_template_is_seen_at_one_glance(tree: Tree) -> None:
    long = (
        element
        for element in declared(tree, "template", "function")
        if etree.tostring(element, with_tail=False).count(b"\n") >= LONGEST_TEMPLATE
    )
    assert lines(long) == []


def paths(element: Element) -> str:
    """What an element of a stylesheet says in XPath, text value templates left aside."""
    return " ".join(element.get(attribute, "") for attribute in PATHS)
