"""The stage: headers, encodings, what XML cannot hold, the report."""

from __future__ import annotations

import json

import pytest

from recensio.importers.importer import import_source
from recensio.importers.profile import Profile
from recensio.importers.report import as_json
from tests.support import tei, tree_of
from tests.unit.importers.support import MARKDOWN, NS, PLAIN, body, imported, outcome_of

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "SRC003"),
        (b" \n\xc2\xa0\n", "SRC003"),
        (b"caf\xe9\n", "SRC004"),
        (b"\x89PNG\r\n\x1a\n", "SRC004"),
        (b"a\x00b", "SRC004"),
    ],
)
def test_what_is_no_text(content: bytes, code: str) -> None:
    outcome = import_source(content, PLAIN, name="x")
    assert outcome.value is None
    assert [problem.code for problem in outcome.problems] == [code]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    outcome = import_source("Čapek\n".encode(encoding), PLAIN)
    assert outcome.value is not None
    assert "Čapek" in "".join(outcome.value.tree.getroot().itertext())


def test_characters_that_xml_cannot_hold() -> None:
    result, problems = outcome_of("a\x01b\n\nc\ufffe\n", PLAIN)
    assert "".join(result.tree.getroot().itertext("{*}p")).count("\x01") == 0
    assert [problem.location.line for problem in problems] == [1, 3]
    assert "U+0001" in problems[0].message


def test_the_header_of_the_edition_is_taken_as_it_is() -> None:
    header = tree_of(tei(title="The header").replace("<TEI ", '<TEI xml:id="source-T" '))
    outcome = import_source(b"Text.\n", PLAIN, header)
    assert outcome.value is not None
    root = outcome.value.tree.getroot()
    assert root.get(XML_ID) == "source-T"
    assert root.findtext(".//t:titleStmt/t:title", namespaces=NS) == "The header"
    assert "Born digital." in "".join(root.itertext())
    assert header.getroot().findtext(".//t:body/t:p", namespaces=NS) == "Text."


@pytest.mark.parametrize(
    ("text", "title"), [("# A *fine* title\n\nText.\n", "A fine title"), ("Text.\n", "book")]
)
def test_a_header_is_made(text: str, title: str) -> None:
    root = imported(text).tree.getroot()
    assert root.findtext(".//t:titleStmt/t:title", namespaces=NS) == title
    assert root.findtext(".//t:idno", namespaces=NS)


def test_a_text_of_boilerplate_only_has_a_body() -> None:
    assert body("---\na: b\n---\n", MARKDOWN) == "<p/>"


def test_the_report_as_json() -> None:
    result = imported("# A\n\n*b*<sup>7</sup>\n")
    report = as_json(result.report)
    assert json.loads(json.dumps(report)) == report
    assert report["lines"] == 3
    assert report["counts"] == {"heading": 1}
    assert report["notes"] == {"references": 1, "bodies": 0, "linked": 0}
    assert [(span["line"], span["mark"], span["text"]) for span in report["dropped"]] == [
        (1, "heading mark", "# "),
        (3, "emphasis mark", "*"),
        (3, "emphasis mark", "*"),
        (3, "note reference", "<sup>"),
        (3, "note reference", "</sup>"),
    ]


def test_the_importer_takes_no_more_time_than_the_text_is_long() -> None:
    """Texts made to be slow: each would take long if a step were quadratic."""
    count = 8_000
    for text in (
        "*a** " * count,
        "[" * count,
        "`" * count,
        "a" + " " * count * 5 + "b",
        "<!--" * count,
        "<sup>1,1,1,1" * count,
        "a" + "\t" * count + "b",
        "> a\n" * count,
    ):
        assert import_source(text.encode(), Profile("T", markup="markdown")).value is not None
