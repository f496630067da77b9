"""Many documents in groups: letters by year, others by initial; few in none."""

from __future__ import annotations

from lxml import etree

from recensio.model.document import Document, DocumentKind
from recensio.publish.shelves import FEW, shelves, year_of


def document(number: int, title: str = "", profile: str = "") -> Document:
    header = f"<teiHeader><profileDesc>{profile}</profileDesc></teiHeader>"
    tree = etree.ElementTree(
        etree.fromstring(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}</TEI>')
    )
    name = f"d{number}"
    return Document(name, f"{name}.xml", title or name, DocumentKind.TEXT, tree, "")


def sent(when: str) -> str:
    return f"<correspDesc><correspAction><date {when}/></correspAction></correspDesc>"


def test_few_documents_are_a_list() -> None:
    assert shelves([document(n, profile=sent("when='1891'")) for n in range(FEW)]) == {}


def test_letters_stand_by_the_year_in_which_they_were_sent() -> None:
    letters = [document(n, profile=sent(f"when='{1890 + n % 3}-05-01'")) for n in range(FEW)]
    groups = shelves([*letters, document(FEW)])
    assert groups["d1"] == "1891"
    assert groups[f"d{FEW}"] == ""


def test_other_texts_stand_by_their_initial() -> None:
    groups = shelves([document(n, title="[élégie]" if n else "Ode") for n in range(FEW + 1)])
    assert (groups["d0"], groups["d1"]) == ("O", "É")


def test_a_year_is_read_from_any_way_of_dating() -> None:
    assert year_of(document(0, profile=sent("notBefore='1901-02'"))) == "1901"
    assert year_of(document(0, profile="<creation><date when='0044'/></creation>")) == "0044"
    assert year_of(document(0, profile=sent("when='soon'"))) == ""
    assert year_of(document(0)) == ""
