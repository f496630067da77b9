"""What the header says of a document that has no edition.toml."""

from __future__ import annotations

import pytest

from recensio.model.citation import Agent
from recensio.model.document import Metadata
from recensio.tei import header
from tests.support import tree_of

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"{}><teiHeader>{}</teiHeader></TEI>'


def of(file_desc: str, attributes: str = "") -> Metadata:
    return header.metadata(tree_of(TEI.format(attributes, f"<fileDesc>{file_desc}</fileDesc>")))


@pytest.mark.parametrize(
    ("titles", "title"),
    [
        ("<title>A</title><title>B</title>", "A"),
        ("<title type='sub'>A</title><title type='main'>B</title>", "B"),
        ("<title/><title>B</title>", "B"),
        ("<title>A <note>no</note>text</title>", "A text"),
        ("", "Untitled"),
    ],
)
def test_the_title(titles: str, title: str) -> None:
    assert of(f"<titleStmt>{titles}</titleStmt>").title == title


def test_a_letter_is_called_by_its_own_title_its_edition_by_that_of_the_series() -> None:
    titles = "<title level='s'>Letters</title><title level='a'>To Anna</title>"
    file_desc = f"<fileDesc><titleStmt>{titles}</titleStmt></fileDesc>"
    tree = tree_of(TEI.format("", file_desc))
    assert (header.title(tree), header.metadata(tree).title) == ("To Anna", "Letters")


def test_what_the_header_says() -> None:
    found = of(
        "<titleStmt><title>T</title><author>A</author><editor>E</editor><editor>E</editor>"
        "</titleStmt><publicationStmt><publisher>P</publisher><date when='2026'>now</date>"
        "<availability><licence target='https://example.org/l'>Free</licence></availability>"
        "</publicationStmt>",
        " xml:lang='ru'",
    )
    assert found.editors == ("E",)
    assert (found.publisher, found.date, found.language) == ("P", "now", "ru")
    assert (found.licence, found.licence_url) == ("Free", "https://example.org/l")


def test_authors_stand_in_for_editors() -> None:
    assert of("<titleStmt><author>A</author></titleStmt>").editors == ("A",)


def test_a_document_without_a_header_is_untitled() -> None:
    assert header.metadata(tree_of("<TEI/>")).title == "Untitled"


@pytest.mark.parametrize(
    ("author", "agent"),
    [
        ("Anna Lux", Agent("Anna Lux")),
        (
            "<persName><surname>Lux</surname>, <forename>Anna</forename></persName>",
            Agent("Anna Lux", "Lux", "Anna"),
        ),
        (
            "<orgName ref='https://b.example'>B</orgName>",
            Agent("B", uri="https://b.example", is_body=True),
        ),
        (
            "<name>A</name><idno type='ORCID'>0000-0002-1825-0097</idno>",
            Agent("A", uri="https://orcid.org/0000-0002-1825-0097"),
        ),
    ],
)
def test_who_wrote_it(author: str, agent: Agent) -> None:
    text = f"<fileDesc><titleStmt><title>T</title><author>{author}</author></titleStmt></fileDesc>"
    assert header.agents(tree_of(TEI.format("", text)), "author") == (agent,)


@pytest.mark.parametrize(
    ("idno", "uri"),
    [
        ("<idno type='DOI'>10.5281/zenodo.1</idno>", "https://doi.org/10.5281/zenodo.1"),
        ("<idno>A 1</idno><idno>https://e.example/1</idno>", "https://e.example/1"),
        ("", ""),
    ],
)
def test_the_identifier_of_a_publication(idno: str, uri: str) -> None:
    text = f"<fileDesc><publicationStmt><p/>{idno}</publicationStmt></fileDesc>"
    assert header.identifier(tree_of(TEI.format("", text))) == uri
