"""Which document an entry is taken to belong to when a reference fits several."""

from __future__ import annotations

from pathlib import Path

from recensio.publish.placements import placements
from tests.support import edition_of, tei

POEM = '<lg><l n="1" xml:id="{0}1">{1}</l><l n="2" xml:id="{0}2">{2}</l></lg>'
APPARATUS = (
    '<listApp><app loc="1"><lem>{}</lem><rdg>x</rdg></app>'
    "<app loc='2'><lem>{}</lem><rdg>y</rdg></app></listApp>"
)


def placed(folder: Path, *lemmata: str) -> list[str]:
    """The elements at which the entries of an apparatus with these lemmata are placed."""
    files = {
        "apparatus.xml": tei(APPARATUS.format(*lemmata)),
        "poem.xml": tei(POEM.format("a", "arma virumque", "Italiam, fato")),
    }
    edition = edition_of(folder, files)
    (apparatus,) = (each for each in edition.prepared if each.document.id == "apparatus")
    return [placement.begins for placement in placements(apparatus)]


def test_entries_belong_where_their_lemmata_are_found(tmp_path: Path) -> None:
    assert placed(tmp_path, "virumque", "Italiam") == ["a1", "a2"]


def test_a_lemma_may_be_spelt_otherwise_if_others_are_found(tmp_path: Path) -> None:
    assert placed(tmp_path, "virumque", "Ytaliam") == ["a1", "a2"]


def test_a_text_without_the_lemmata_is_not_meant(tmp_path: Path) -> None:
    assert placed(tmp_path, "quousque", "tandem") == []
