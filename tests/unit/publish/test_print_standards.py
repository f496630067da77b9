"""What a printed file says of itself, read from the file with no knowledge of how it was made.

That is not a certificate: it is what can be read off, and what the standards ask for first.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from recensio.model.document import Artifact
from recensio.publish.print import Attachment, typeset
from tests.print_edition import TEI, book_of
from tests.support import codes

TEXT = TEI.format(
    '<div><head>A heading</head><p xml:id="p1">Text with '
    '<foreign xml:lang="grc">μῆνιν ἄειδε</foreign> and an '
    '<app xml:id="a1" n="1"><lem wit="#wA">entry</lem><rdg wit="#wB">error</rdg></app>.</p>'
    '<p xml:id="p2" xml:lang="he">בְּרֵאשִׁ֖ית</p></div>'
)
ATTACHED = (
    Attachment("letter.xml", "A letter", "<TEI>ἄειδε</TEI>".encode()),
    Attachment("persons.xml", "", b"<TEI/>"),
)


@pytest.fixture(scope="module")
def artifacts() -> tuple[Artifact, ...]:
    outcome = typeset(replace(book_of(TEXT), attachments=ATTACHED))
    assert outcome.problems == ()
    return outcome.value


@pytest.fixture(scope="module")
def alone(artifacts: tuple[Artifact, ...]) -> PdfReader:
    return PdfReader(io.BytesIO(artifacts[0].content))


@pytest.fixture(scope="module")
def with_tei(artifacts: tuple[Artifact, ...]) -> PdfReader:
    return PdfReader(io.BytesIO(artifacts[1].content))


def catalogue(reader: PdfReader) -> Any:
    return reader.root_object


def claims(reader: PdfReader) -> dict[str, str]:
    """The standards named in the XMP packet."""
    packet = catalogue(reader)["/Metadata"].get_object().get_data().decode()
    return dict(re.findall(r"<(pdf(?:ua|a)id:\w+)>(\w+)<", packet))


def resources(reader: PdfReader) -> Iterator[Any]:
    """Every font, once a page."""
    for page in reader.pages:
        held: Any = page["/Resources"].get_object()
        fonts = held.get("/Font", {})
        yield from (font.get_object() for font in fonts.get_object().values())


def structure(element: Any) -> Iterator[Any]:
    """The elements of the structure tree, in reading order."""
    kids = element.get_object().get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    for kid in kids if isinstance(kids, list) else [kids]:
        inner = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(inner, DictionaryObject) and "/S" in inner:
            yield inner
            yield from structure(inner)


def test_the_files_are_named(artifacts: tuple[Artifact, ...]) -> None:
    assert [each.path for each in artifacts] == ["pdf/edition.pdf", "pdf/edition-with-tei.pdf"]


def test_the_book_claims_both_standards(alone: PdfReader) -> None:
    assert claims(alone) == {
        "pdfuaid:part": "1",
        "pdfaid:part": "2",
        "pdfaid:conformance": "A",
    }


def test_the_book_with_the_tei_claims_what_allows_attachments(with_tei: PdfReader) -> None:
    assert claims(with_tei) == {
        "pdfuaid:part": "1",
        "pdfaid:part": "3",
        "pdfaid:conformance": "U",
    }


@pytest.mark.parametrize("name", ["alone", "with_tei"])
def test_a_file_has_what_the_standards_ask_for_first(
    name: str, request: pytest.FixtureRequest
) -> None:
    reader = request.getfixturevalue(name)
    root = catalogue(reader)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/OutputIntents"]
    assert reader.metadata
    assert reader.metadata.title == "A Made-up Edition"
    assert reader.outline
    assert not reader.is_encrypted
    assert all(page["/Tabs"] == "/S" for page in reader.pages if "/Annots" in page)


def test_every_font_is_embedded_and_says_its_characters(alone: PdfReader) -> None:
    fonts = list(resources(alone))
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        for inner in font["/DescendantFonts"].get_object():
            descriptor = inner.get_object()["/FontDescriptor"].get_object()
            assert any(key in descriptor for key in ("/FontFile2", "/FontFile3"))


def test_the_text_is_tagged_and_its_languages_named(alone: PdfReader) -> None:
    elements = list(structure(catalogue(alone)["/StructTreeRoot"]))
    roles = {element["/S"] for element in elements}
    assert {"/H1", "/H2", "/P", "/Note", "/Link"} <= roles
    named = {element["/Lang"] for element in elements if "/Lang" in element}
    for page in alone.pages:  # the language of a phrase stands among the operators of the page
        operators = page.get_contents()
        assert operators is not None
        named |= set(re.findall(r"/Lang ?\((\w+)\)", operators.get_data().decode("latin-1")))
    assert named >= {"grc", "he"}


def test_nothing_is_attached_to_the_book_alone(alone: PdfReader) -> None:
    assert "/AF" not in catalogue(alone)
    assert "/EmbeddedFiles" not in catalogue(alone)["/Names"].get_object()


def test_the_tei_is_attached_as_the_source(with_tei: PdfReader) -> None:
    files = [each.get_object() for each in catalogue(with_tei)["/AF"]]
    assert {(file["/UF"], file.get("/Desc", "")) for file in files} == {
        (each.name, each.title) for each in ATTACHED
    }
    assert {file["/AFRelationship"] for file in files} == {"/Source"}
    contents = {file["/UF"]: file["/EF"]["/UF"].get_object() for file in files}
    for each in ATTACHED:
        assert contents[each.name].get_data() == each.content
        assert contents[each.name]["/Subtype"] == "/application/tei+xml"


def test_a_book_without_attachments_is_one_file() -> None:
    assert [each.path for each in typeset(book_of(TEXT)).value] == ["pdf/edition.pdf"]


def test_what_a_standard_refuses_is_printed_without_that_claim() -> None:
    private = TEI.format('<p xml:id="p1">Our own sign: \ue001.</p>')
    outcome = typeset(replace(book_of(TEXT, private), attachments=ATTACHED))
    assert codes(outcome.problems) == ["PUB015"]
    assert outcome.problems[0].location.path == "text1.xml"
    assert "claims PDF/UA-1 and PDF/A-2u and not PDF/UA-1 and PDF/A-2a" in (
        outcome.problems[0].message
    )
    readers = [PdfReader(io.BytesIO(each.content)) for each in outcome.value]
    assert [claims(each)["pdfaid:conformance"] for each in readers] == ["U", "U"]


def test_a_file_that_lacks_a_glyph_claims_nothing() -> None:
    outcome = typeset(replace(book_of(TEI.format("<p>\U0001d800</p>")), attachments=ATTACHED))
    assert [claims(PdfReader(io.BytesIO(each.content))) for each in outcome.value] == [{}, {}]
