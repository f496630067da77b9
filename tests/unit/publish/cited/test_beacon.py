"""beacon.txt: the entries of the GND that an edition speaks of."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.publish.site.cited.beacon import beacon
from tests.support import edition_of, tei

REGISTER = (
    "<listPerson><person xml:id='lux'><persName>Lux</persName><idno type='GND'>118540238</idno>"
    "</person><person xml:id='nox'><persName>Nox</persName><idno>https://d-nb.info/gnd/4002214-X"
    "</idno></person><person xml:id='no'><persName>No</persName><idno type='viaf'>1</idno></person>"
    "</listPerson>"
)
SETTINGS = '[edition]\ntitle = "Lamps"\n[files]\ntexts = ["a.xml"]\nregisters = ["r.xml"]\n'


def of(folder: Path, register: str, settings: str = SETTINGS) -> list[str]:
    files = {
        "edition.toml": settings,
        "a.xml": tei("<p><persName ref='#lux'>Lux</persName></p>"),
        "r.xml": tei(register),
    }
    return beacon(edition_of(folder, files)).splitlines()


def test_each_entry_with_its_mentions(tmp_path: Path) -> None:
    lines = of(tmp_path, REGISTER)
    assert lines[:2] == ["#FORMAT: BEACON", "#PREFIX: https://d-nb.info/gnd/"]
    assert lines[-2:] == ["118540238|1", "4002214-X"]


def test_with_addresses_if_the_edition_has_one(tmp_path: Path) -> None:
    lines = of(tmp_path, REGISTER, SETTINGS + '[site]\nurl = "https://lamps.example"\n')
    assert lines[-1].startswith("4002214-X||https://lamps.example/registers/persons")


@pytest.mark.parametrize("register", ["<listPerson/>", "<p/>"])
def test_no_file_without_the_gnd(register: str, tmp_path: Path) -> None:
    assert not of(tmp_path, register)
