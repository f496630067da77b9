"""The service as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from recensio.publish import OUTPUTS, USUAL, Conditions
from tests.support import edition_of
from tests.unit.publish.dts.test_service import FILES, SETTINGS


def made(folder: Path, url: str = "") -> dict[str, bytes]:
    site = f'[site]\nurl = "{url}"\n' if url else ""
    edition = edition_of(folder, {**FILES, "edition.toml": SETTINGS + site})
    return {each.path: each.content for each in OUTPUTS["dts"](edition, Conditions()).value}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(tmp_path_factory.mktemp("static"))


def read(files: dict[str, bytes], name: str) -> Any:
    return json.loads(files[f"dts/{name}.json"])


def test_it_is_made_only_when_asked_for() -> None:
    assert "dts" in OUTPUTS
    assert "dts" not in USUAL


def test_the_templates_lead_to_files(files: dict[str, bytes]) -> None:
    entry = read(files, "entry")
    assert entry["collection"] == "collection{/id}{.nav}.json"
    assert read(files, "collection")["@id"] == "lamps-and-letters"
    for nav in ("", ".children", ".parents"):
        assert read(files, f"collection/lamp{nav}")["@id"] == "lamp"
    assert "dts/document/lamp.xml" in files


def test_every_unit_leads_to_its_passage(files: dict[str, bytes]) -> None:
    for name in ("gospels", "lamp"):
        members = read(files, f"navigation/{name}")["member"]
        assert len(members) == len(
            [path for path in files if path.startswith(f"dts/document/{name}/")]
        )
        for unit in members:
            content = files[f"dts/{unit['@id'].replace('%20', ' ')}"]
            (wrapper,) = etree.fromstring(content).iter("{https://w3id.org/api/dts#}wrapper")
            assert len(wrapper) == 1


def test_names_are_fit_for_any_disk(files: dict[str, bytes]) -> None:
    assert "dts/document/gospels/Matt-1-1.xml" in files
    assert len({path.casefold() for path in files}) == len(files)


def test_addresses_are_whole_where_the_site_is_known(tmp_path: Path) -> None:
    files = made(tmp_path, "https://ex.org/lamps")
    entry = read(files, "entry")
    assert entry["@id"] == "https://ex.org/lamps/dts/entry.json"
    assert entry["document"] == "https://ex.org/lamps/dts/document{/resource,ref}.xml"
    (first, *_) = read(files, "navigation/lamp")["member"]
    assert first["@id"] == "https://ex.org/lamps/dts/document/lamp/d1.xml"
    assert read(files, "collection/lamp")["download"] == "https://ex.org/lamps/tei/lamp.xml"
