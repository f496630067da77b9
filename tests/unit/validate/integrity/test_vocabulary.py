"""The list of pointer attributes is that of the TEI."""

from __future__ import annotations

from lxml import etree

from recensio.validate.integrity.vocabulary import ANYWHERE, LEFT_ALONE, ON, kind_of
from tests.support import SHARED, needs_corpora

RNG = "{http://relaxng.org/ns/structure/1.0}"
OF_ODD = {"ns", "parts", "vocabulary"}


@needs_corpora
def test_every_attribute_that_holds_pointers_is_known() -> None:
    tree = etree.parse(SHARED / "corpora" / "schema" / "tei_all.rng")
    declared = {
        str(attribute.get("name"))
        for attribute in tree.iter(f"{RNG}attribute")
        if any(each.get("type") == "anyURI" for each in attribute.iter(f"{RNG}data"))
    }
    assert declared - ANYWHERE - ON.keys() - LEFT_ALONE <= OF_ODD
    # @scribe holds a name, in which editions write pointers all the same.
    assert (ANYWHERE | ON.keys()) - declared <= {"scribe"}


def test_what_a_ref_means_is_told_by_its_element() -> None:
    tei = "{http://www.tei-c.org/ns/1.0}"
    assert kind_of(f"{tei}persName", "ref", "") == "person"
    assert kind_of(f"{tei}rs", "ref", "Ort") == "place"
    assert kind_of(f"{tei}rs", "ref", "") == "name"
    assert kind_of(f"{tei}term", "ref", "") == "ref"
    assert kind_of(f"{tei}persName", "corresp", "") == "corresp"
