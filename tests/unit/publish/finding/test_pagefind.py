"""The door to Pagefind: an index in memory, and plain words if there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.publish.site.finding.pagefind import PagefindError, Record, fragments, index

RECORDS = (
    Record("a#0", "Ἄειδε θεὰ Пётр", {"n": "0", "places": "0 p1"}),
    Record("a#1", "Something else", {"n": "1", "places": "0 p2"}),
)


def test_every_record_becomes_a_fragment_with_what_is_told() -> None:
    files = index(RECORDS, "und")
    told = dict(fragments(files))
    assert sorted((each["n"], each["places"]) for each in told.values()) == [
        ("0", "0 p1"),
        ("1", "0 p2"),
    ]
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} <= files.keys()
    assert not [path for path in files if "ui" in path or path.endswith(".css")]


def test_the_same_records_give_the_same_bytes() -> None:
    assert index(RECORDS, "en") == index(RECORDS, "en")


@pytest.mark.parametrize(
    ("program", "reason"),
    [("#!/bin/sh\nexit 0\n", "it ended early"), ("#!/bin/sh\necho no\n", "no"), ("", "format")],
)
def test_a_program_that_fails_is_reported(
    program: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pagefind"
    path.write_text(program, encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(path))
    with pytest.raises(PagefindError, match=reason):
        index(RECORDS, "en")
