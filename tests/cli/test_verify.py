"""recensio verify as it is used: by people, by programs, and in scripts that see exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recensio.package import opened
from recensio.package.proof import Proof
from recensio.package.verify import verify
from tests.conftest import Recensio
from tests.support import codes
from tests.unit.package.bags import clean_bag, tarred, zipped


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    return clean_bag(tmp_path)


def test_a_clean_package_says_what_is_proven(bag: Path, recensio: Recensio) -> None:
    package = zipped(bag, sealed=True)
    kept = (bag.parent / "bag.zip.sha512").read_text(encoding="utf-8").split()[0]
    run = recensio("verify", "bag.zip", cwd=package.parent)
    assert run.code == 0
    first, proven, _not, _proven, seal = run.out.splitlines()
    assert first == "bag.zip: nothing has changed"
    assert proven.split(": ")[1].startswith("9 files, ")
    assert proven.endswith("by sha256 and sha512; BagIt 1.0, zip file")
    assert seal.strip() == f"sha512 of bag.zip: {kept}"


def test_programs_are_told_the_same(bag: Path, recensio: Recensio) -> None:
    (bag / "data/tei/a.xml").write_bytes(b"<TEI>lies</TEI>")
    run = recensio("verify", "bag", "--format", "json", cwd=bag.parent)
    report = json.loads(run.out)
    assert run.code == 1
    assert [each["code"] for each in report["problems"]] == ["PKG003"]
    assert report["problems"][0]["path"] == "bag"
    assert report["proof"]["files"] == report["files"] == 9
    assert report["proof"]["seal"]["of"] == "tagmanifest-sha512.txt"
    for form, word in (("sarif", '"ruleId": "PKG003"'), ("github", "::error")):
        run = recensio("verify", "bag", "--format", form, cwd=bag.parent)
        assert (run.code, word in run.out) == (1, True)


def test_what_cannot_run_ends_with_two(bag: Path, recensio: Recensio) -> None:
    assert recensio("verify", "nowhere", cwd=bag.parent).code == 2
    assert recensio("verify", "bag", "--format", "xml", cwd=bag.parent).code == 2


def test_a_package_that_lies_elsewhere_is_read_there(bag: Path, recensio: Recensio) -> None:
    (bag.parent / "here").mkdir()
    assert recensio("verify", "../bag", cwd=bag.parent / "here").code == 0
    (bag.parent / "link").symlink_to(bag)
    assert recensio("verify", "link", cwd=bag.parent).code == 0


def test_a_file_that_the_disk_gives_no_more_is_named(
    bag: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = opened._reading

    def failing(path: Path) -> object:
        if path.name == "a.xml":
            raise OSError(5, "Input/output error", str(path))
        return reading(path)

    monkeypatch.setattr(opened, "_reading", failing)
    problems = list(verify(bag))
    assert codes(problems) == ["PKG045"]
    assert problems[0].message == "data/tei/a.xml cannot be read: Input/output error"


def test_whoever_waits_hears_how_far_it_has_come(bag: Path) -> None:
    said: list[str] = []
    assert list(verify(tarred(bag), Proof(), said.append)) == []
    assert said == ["reading bag.tar.gz", said[1]]
    assert said[1].startswith("comparing 0 % of ")
