"""What the header says of a document that has no edition.toml."""

from __future__ import annotations

import pytest

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
