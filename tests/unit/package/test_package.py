"""A package holds the edition, is the same every time, and is a bag to others too."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from zipfile import ZipFile

import pytest

from recensio.model.document import Metadata
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Outcome
from recensio.package import Edition, package, verify
from recensio.package.datacite import datacite
from tests.conftest import Recensio
from tests.support import codes, laid_out, tei

METADATA = Metadata(
    title="Ein Bündel / a bundle",
    editors=("A. Editor", "B. Editor"),
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    date="2026-11",
    publisher="Press",
    description="Lines\nand lines.",
)
BUILT = {
    "build.json": '{"tool": "recensio", "seconds": {"read": 1.5}, "outputs": {}}',
    "site/index.html": "<!DOCTYPE html><title>x</title>",
    "site/ça va/été\u00a0x.html": "y",
    "tei/text.xml": tei("<p>Text.</p>"),
    "data/edition.json": "{}",
    "package/old.txt": "an older package",
    ".new-1/half.txt": "left by a run that was killed",
    "README.md": "not built",
}


def packed(folder: Path, files: dict[str, str] = BUILT, metadata: Metadata = METADATA) -> Path:
    """The zip file of a package made of these files, its bag beside it."""
    outcome = outcome_of(folder, files, metadata)
    return folder / "scratch" / outcome.value


def outcome_of(folder: Path, files: dict[str, str], metadata: Metadata) -> Outcome[str]:
    out = laid_out(folder / "out", files)
    (folder / "scratch").mkdir()
    return package(Edition(out, metadata, 1_790_000_000), folder / "scratch")


def test_the_package_holds_what_was_built_and_what_describes_it(tmp_path: Path) -> None:
    bag = packed(tmp_path).with_suffix("")
    assert bag.name == "ein-bundel-a-bundle"
    payload = bag / "data"
    names = {p.relative_to(payload).as_posix() for p in payload.rglob("*") if p.is_file()}
    assert names == {
        "build.json",
        "data/edition.json",
        "datacite.json",
        "licence.txt",
        "schema/recensio.odd",
        "schema/recensio.rng",
        "schema/recensio.sch",
        "site/ça va/été\u00a0x.html",
        "site/index.html",
        "tei/text.xml",
    }
    assert "seconds" not in json.loads((payload / "build.json").read_text(encoding="utf-8"))
    assert "CC BY 4.0" in (payload / "licence.txt").read_text(encoding="utf-8")
    info = (bag / "bag-info.txt").read_text(encoding="utf-8")
    assert "Bagging-Date: 2026-09-21\n" in info
    assert "External-Description: Ein Bündel / a bundle. Lines and lines.\n" in info


def test_another_program_finds_the_bag_valid(tmp_path: Path) -> None:
    bagit = pytest.importorskip("bagit")
    logging.getLogger("bagit").setLevel(logging.ERROR)
    archive = packed(tmp_path)
    bag = bagit.Bag(str(archive.with_suffix("")))
    bag.validate()
    assert bag.version_info == (1, 0)
    with ZipFile(archive) as opened:
        opened.extractall(tmp_path / "unpacked")
    bagit.Bag(str(tmp_path / "unpacked" / archive.stem)).validate()


def test_the_same_build_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    slower = {**BUILT, "build.json": BUILT["build.json"].replace("1.5", "2.5")}
    one, two = packed(first), packed(second, dict(reversed(slower.items())))
    assert one.read_bytes() == two.read_bytes()
    assert (
        (first / "scratch/package/ein-bundel-a-bundle.zip.sha512")
        .read_text(encoding="utf-8")
        .endswith("  ein-bundel-a-bundle.zip\n")
    )


def test_a_package_that_nobody_touched_passes(tmp_path: Path) -> None:
    archive = packed(tmp_path)
    assert list(verify(archive)) == []
    assert list(verify(archive.with_suffix(""))) == []


def test_what_an_archivist_would_ask_is_reported(tmp_path: Path) -> None:
    availability = '<availability status="restricted"><p>No.</p></availability>'
    header = f"<publicationStmt><p/>{availability}</publicationStmt>"
    outputs = '{"outputs": {"site/index.html": "0"}}'
    files = {
        "build.json": outputs,
        "tei/a.xml": tei("").replace("</titleStmt>", f"</titleStmt>{header}"),
        "tei/b.xml": "<not-tei",
        "site/index.html": "changed",
    }
    problems = outcome_of(tmp_path, files, Metadata("Untitled")).problems
    assert sorted(codes(problems)) == ["PKG010", "PKG011", "PKG013"]


@pytest.mark.parametrize("record", [None, "no json", "[]"])
def test_without_a_build_there_is_nothing_to_pack(record: str | None, tmp_path: Path) -> None:
    files = {} if record is None else {"build.json": record}
    with pytest.raises(CannotGoOn) as raised:
        outcome_of(tmp_path, files, METADATA)
    assert codes(raised.value.problems) == ["PKG009"]


def test_datacite_has_what_it_demands() -> None:
    record = datacite(Metadata("T"), [])
    assert record["creators"] == [{"name": ":unav"}]
    assert record["publisher"] == {"name": ":unav"}
    assert "publicationYear" not in record
    assert datacite(METADATA, [])["publicationYear"] == 2026


def test_the_commands_pack_and_verify(tmp_path: Path, recensio: Recensio) -> None:
    settings = '[edition]\ntitle = "T"\ndate = "2026"\n[files]\ntexts = ["a.xml"]\n'
    laid_out(tmp_path, {"edition.toml": settings, "a.xml": tei()})
    missing = recensio("package", cwd=tmp_path)
    assert missing.code == 2
    assert "PKG009" in missing.err
    laid_out(tmp_path / "output", BUILT)
    made = recensio("package")
    assert made.code == 0
    assert made.out.startswith("output/package/t.zip: packed; ")
    assert not (tmp_path / "output/package/old.txt").exists()
    assert not list((tmp_path / "output").glob(".new-*"))
    good = recensio("verify", "output/package/t.zip")
    assert (good.code, good.out.splitlines()[0]) == (0, "output/package/t.zip: nothing has changed")
    (tmp_path / "output/package/t/data/licence.txt").write_text("mine", encoding="utf-8")
    bad = recensio("verify", "output/package/t")
    assert bad.code == 1
    assert "PKG003 data/licence.txt is not the file that was packed" in bad.out
    assert recensio("verify", "nowhere").code == 2
