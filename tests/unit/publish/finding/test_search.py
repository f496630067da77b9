"""The files of a search: what passages are chosen by, whatever an edition holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from recensio.publish.site.documents import ROOM
from recensio.publish.site.finding.search import search_files
from recensio.publish.site.page import Page
from tests.support import codes, edition_of, tei


def chosen(folder: Path, files: dict[str, str]) -> dict[str, Any]:
    edition = edition_of(folder, files)
    pages = [page for page in ROOM.pages(edition, 1) if isinstance(page, Page)]
    outcome = search_files(edition, pages)
    assert not outcome.problems
    found: dict[str, Any] = json.loads(outcome.value[-1].content)
    return found


def test_what_holds_no_word_is_not_found(tmp_path: Path) -> None:
    body = "<p xml:id='p'>Lamp<note xml:id='n'>.</note></p><div><p>—</p></div>"
    found = chosen(tmp_path, {"a.xml": tei(body)})
    assert [each[1] for each in found["passages"].values()] == ["text"]


def test_the_same_words_twice_are_two_passages(tmp_path: Path) -> None:
    note = "<p xml:id='p{0}'>lamp<note xml:id='n{0}'>See above.</note></p>"
    body = note.format(1) + note.format(2)
    found = chosen(tmp_path, {"a.xml": tei(body), "b.xml": tei(body)})
    assert [each[:2] for each in found["passages"].values()] == [
        *([0, "text"], [0, "note"], [0, "note"]),
        *([1, "text"], [1, "note"], [1, "note"]),
    ]
    assert [each["pages"] for each in found["documents"]] == [
        {"": "texts/a.html"},
        {"": "texts/b.html"},
    ]


def test_an_edition_without_text_has_no_search(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, {"a.xml": tei("<p/>")})
    assert not search_files(edition, ()).value


def test_without_pagefind_there_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pagefind.service.get_executable", lambda: None)
    edition = edition_of(tmp_path, {"a.xml": tei("<p>Lamp.</p>")})
    pages = [page for page in ROOM.pages(edition, 1) if isinstance(page, Page)]
    assert codes(search_files(edition, pages).problems) == ["PUB023"]
