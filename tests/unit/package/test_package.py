"""A package holds the edition, is the same every time, and is a bag to others too."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import tarfile
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from recensio.model.document import Metadata
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Outcome
from recensio.package import Edition, Wishes, package, verify
from recensio.project import Project, open_project
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
RESTRICTED = tei().replace(
    "<p>Unpublished.</p>", '<p/><availability status="restricted"><p>No.</p></availability>'
)
SETTINGS = """
[edition]
title = "T"
date = "2026"
[files]
texts = ["texts/*.xml"]
sources = "sources"
"""


def packed(
    folder: Path,
    files: dict[str, str] = BUILT,
    metadata: Metadata = METADATA,
    wishes: Wishes | None = None,
) -> Path:
    """The zip file of a package made of these files, its bag beside it."""
    outcome = outcome_of(folder, files, metadata, wishes)
    assert outcome.value
    return folder / "scratch" / outcome.value


def outcome_of(
    folder: Path,
    files: dict[str, str],
    metadata: Metadata,
    wishes: Wishes | None = None,
    project: Project | None = None,
) -> Outcome[str]:
    out = laid_out(folder / "out", files)
    (folder / "scratch").mkdir()
    edition = Edition(out, metadata, 1_790_000_000, project)
    return package(edition, folder / "scratch", wishes or Wishes())


def test_the_package_holds_what_was_built_and_what_describes_it(tmp_path: Path) -> None:
    bag = packed(tmp_path).with_suffix("")
    assert bag.name == "ein-bundel-a-bundle"
    payload = bag / "data"
    names = {p.relative_to(payload).as_posix() for p in payload.rglob("*") if p.is_file()}
    assert names == {
        "README.txt",
        "build.json",
        "data/edition.json",
        "datacite.json",
        "datacite.xml",
        "dublincore.xml",
        "licence.txt",
        "premis.xml",
        "ro-crate-metadata.json",
        "schema/recensio.odd",
        "schema/recensio.rng",
        "schema/recensio.sch",
        "site/ça va/été\u00a0x.html",
        "site/index.html",
        "tei/text.xml",
    }
    assert "seconds" not in json.loads((payload / "build.json").read_text(encoding="utf-8"))
    assert "CC BY 4.0" in (payload / "licence.txt").read_text(encoding="utf-8")
    assert (bag / "README.txt").read_bytes() == (payload / "README.txt").read_bytes()
    info = (bag / "bag-info.txt").read_text(encoding="utf-8")
    assert "Bagging-Date: 2026-09-21\n" in info
    assert "External-Description: Ein Bündel / a bundle. Lines and lines.\n" in info
    assert "\nBag-Size: " in info


def test_the_package_holds_what_the_editors_wrote(tmp_path: Path) -> None:
    """Their texts, profiles and licences go in; the sources, notes and other folders do not."""
    written = {
        "edition.toml": SETTINGS,
        "LICENSE": "Terms.",
        "texts/a.xml": tei('<p><graphic url="../plates/1.png"/></p>'),
        "plates/1.png": "picture",
        "plates/2.png": "not named",
        "sources/W.toml": 'siglum = "W"',
        "sources/W.xml": RESTRICTED,
        "sources/V.toml": 'siglum = "V"\nheader = "heads/v.xml"',
        "sources/heads/v.xml": RESTRICTED,
        "sources/W.txt": "the source itself",
        "notes/draft.txt": "private",
    }
    project = open_project([laid_out(tmp_path / "edition", written)])
    outcome = outcome_of(tmp_path, BUILT, METADATA, None, project)
    own = tmp_path / "scratch" / outcome.value.removesuffix(".zip") / "data" / "edition"
    names = {p.relative_to(own).as_posix() for p in own.rglob("*") if p.is_file()}
    assert names == {
        "LICENSE",
        "edition.toml",
        "plates/1.png",
        "sources/V.toml",
        "sources/W.toml",
        "sources/W.xml",
        "sources/heads/v.xml",
        "texts/a.xml",
    }


def test_another_program_finds_the_bag_valid(tmp_path: Path) -> None:
    bagit = pytest.importorskip("bagit")
    logging.getLogger("bagit").setLevel(logging.ERROR)
    archive = packed(tmp_path)
    bag = bagit.Bag(str(archive.with_suffix("")))
    bag.validate()
    assert bag.version_info == (1, 0)
    with ZipFile(archive) as opened:
        opened.extractall(tmp_path / "unpacked")  # noqa: S202 - we made it
    bagit.Bag(str(tmp_path / "unpacked" / archive.stem)).validate()


@pytest.mark.parametrize("form", ["zip", "tar.gz"])
def test_the_same_build_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    slower = {**BUILT, "build.json": BUILT["build.json"].replace("1.5", "2.5")}
    wishes = Wishes(form)
    one = packed(first, wishes=wishes)
    two = packed(second, dict(reversed(slower.items())), wishes=wishes)
    assert one.name == f"ein-bundel-a-bundle.{form}"
    assert one.read_bytes() == two.read_bytes()
    sidecar = one.with_name(f"{one.name}.sha512").read_text(encoding="utf-8")
    assert sidecar.endswith(f"  {one.name}\n")


@pytest.mark.parametrize("form", ["zip", pytest.param("tar.gz", marks=pytest.mark.long)])
def test_where_and_when_it_is_packed_makes_no_difference(tmp_path: Path, form: str) -> None:
    """Another folder, umask, locale, time zone and order of the files in it."""
    made = []
    for number, (zone, locale, mask) in enumerate(
        [("UTC", "C", "022"), ("Asia/Kolkata", "C.UTF-8", "077")]
    ):
        place = laid_out(tmp_path / f"{number}", {"edition.toml": SETTINGS, "texts/a.xml": tei()})
        files = BUILT if number == 0 else dict(reversed(BUILT.items()))
        laid_out(place / "output", files)
        program = (
            f"umask {mask}; exec {sys.executable} -c 'from recensio.cli.app import main; main()'"
        )
        surroundings = {**os.environ, "TZ": zone, "LC_ALL": locale}
        command = ["sh", "-c", f'{program} "$@"', "sh", "package", "--format", form]
        subprocess.run(command, cwd=place, env=surroundings, check=True)
        made.append((place / f"output/package/t.{form}").read_bytes())
    assert made[0] == made[1]


def test_a_serialised_bag_tells_nothing_of_who_made_it(tmp_path: Path) -> None:
    with ZipFile(packed(tmp_path / "a")) as archive:
        entries = archive.infolist()
    assert not any(entry.extra for entry in entries)
    assert {entry.date_time for entry in entries} == {(2026, 9, 21, 14, 13, 20)}
    with tarfile.open(packed(tmp_path / "b", wishes=Wishes("tar.gz"))) as tar:
        members = tar.getmembers()
    assert {(m.uid, m.gid, m.uname, m.gname, m.mode, m.mtime) for m in members} == {
        (0, 0, "", "", 0o644, 1_790_000_000)
    }
    names = [member.name for member in members]
    assert names == sorted(names) == sorted(entry.filename for entry in entries)


def test_a_folder_is_a_package_too(tmp_path: Path) -> None:
    bag = packed(tmp_path, wishes=Wishes("folder"))
    assert (bag / "bagit.txt").is_file()
    assert [path.name for path in bag.parent.iterdir()] == [bag.name]


def test_a_package_that_nobody_touched_passes(tmp_path: Path) -> None:
    archive = packed(tmp_path)
    assert list(verify(archive)) == []
    assert list(verify(archive.with_suffix(""))) == []


def test_what_an_archivist_would_ask_is_reported(tmp_path: Path) -> None:
    outputs = '{"outputs": {"site/index.html": "0"}}'
    files = {"build.json": outputs, "tei/b.xml": "<not-tei", "site/index.html": "changed"}
    problems = outcome_of(tmp_path, files, Metadata("Untitled")).problems
    assert {"PKG011", "PKG013", "PKG018"} <= set(codes(problems))


def test_restricted_texts_are_packed_only_if_that_is_asked_for(tmp_path: Path) -> None:
    files = {**BUILT, "tei/W.xml": RESTRICTED}
    refused = outcome_of(tmp_path / "a", files, METADATA)
    assert refused.value == ""
    assert "PKG010" in codes(refused.problems)
    assert not list((tmp_path / "a/scratch").iterdir())
    bag = packed(tmp_path / "b", files, wishes=Wishes("folder", with_restricted=True))
    crate = json.loads((bag / "data/ro-crate-metadata.json").read_text(encoding="utf-8"))
    marked = {each["@id"] for each in crate["@graph"] if "conditionsOfAccess" in each}
    assert marked == {"./", "data/", "site/", "tei/", "tei/W.xml"}
    readme = (bag / "README.txt").read_text(encoding="utf-8")
    assert "NOT FOR THE PUBLIC AS IT IS" in readme
    assert "data/tei/W.xml" in readme


def test_a_restricted_source_is_known_where_its_transcript_was_not_published(
    tmp_path: Path,
) -> None:
    """--only site leaves no header to ask; its profile tells whose text went in."""
    written = {
        "edition.toml": SETTINGS,
        "texts/a.xml": tei(),
        "sources/W.toml": 'siglum = "W"\nsha256 = "77"\nheader = "head.xml"',
        "sources/head.xml": RESTRICTED,
    }
    project = open_project([laid_out(tmp_path / "edition", written)])
    with_source = {**BUILT, "build.json": '{"inputs": {"w.txt": "77"}}'}
    refused = outcome_of(tmp_path / "a", with_source, METADATA, None, project)
    assert [p.message for p in refused.problems if p.code == "PKG010"] == [
        "the transcript of W says in its header that it is restricted"
    ]
    assert outcome_of(tmp_path / "b", BUILT, METADATA, None, project).value


@pytest.mark.parametrize("record", [None, "no json", "[]"])
def test_without_a_build_there_is_nothing_to_pack(record: str | None, tmp_path: Path) -> None:
    files = {} if record is None else {"build.json": record}
    with pytest.raises(CannotGoOn) as raised:
        outcome_of(tmp_path, files, METADATA)
    assert codes(raised.value.problems) == ["PKG009"]


def test_packing_is_told_as_it_goes_on(tmp_path: Path) -> None:
    out = laid_out(tmp_path / "out", {**BUILT, "data/large.txt": "x" * (3 << 20)})
    told: list[int] = []
    package(Edition(out, METADATA, 0), tmp_path / "scratch", Wishes("folder"), told.append)
    assert max(told) <= 1 << 20
    assert sum(told) > 3 << 20


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
    assert (tmp_path / "output/package/t/data/schema/schema.md").is_file()
    good = recensio("verify", "output/package/t.zip")
    assert (good.code, good.out.splitlines()[0]) == (0, "output/package/t.zip: nothing has changed")
    (tmp_path / "output/package/t/data/licence.txt").write_text("mine", encoding="utf-8")
    bad = recensio("verify", "output/package/t")
    assert bad.code == 1
    assert "PKG003 data/licence.txt is not the file that was packed" in bad.out
    assert recensio("verify", "nowhere").code == 2


def test_the_check_packs_nothing(tmp_path: Path, recensio: Recensio) -> None:
    laid_out(tmp_path / "output", {**BUILT, "tei/W.xml": RESTRICTED})
    checked = recensio("package", "--check", "--profile", "zenodo", cwd=tmp_path)
    assert checked.code == 1
    assert "PKG010 tei/W.xml" in checked.out
    assert "output for zenodo: " in checked.out
    assert (tmp_path / "output/package/old.txt").is_file()
    report = json.loads(recensio("package", "--check", "--format", "json").out)
    assert report["profile"] == "strict"
    assert report["sizes"]["folders"]["tei"][0] == 2
    assert {"code", "severity", "hint"} <= report["problems"][0].keys()


@pytest.mark.parametrize(
    "options", [("--profile", "moon"), ("--format", "rar"), ("--check", "--format", "zip")]
)
def test_what_is_not_known_is_refused(
    options: tuple[str, ...], tmp_path: Path, recensio: Recensio
) -> None:
    laid_out(tmp_path / "output", BUILT)
    run = recensio("package", *options, cwd=tmp_path)
    assert run.code == 2
    assert "choose from" in run.err


def test_a_refused_package_leaves_the_last_one(tmp_path: Path, recensio: Recensio) -> None:
    laid_out(tmp_path / "output", {**BUILT, "tei/W.xml": RESTRICTED})
    run = recensio("package", cwd=tmp_path)
    assert run.code == 1
    assert run.out.startswith("output: not packed; 1 error")
    assert (tmp_path / "output/package/old.txt").is_file()


def test_a_stranger_is_described_by_the_header(tmp_path: Path, recensio: Recensio) -> None:
    header = tei().replace("</titleStmt>", "<editor>Jane Doe</editor></titleStmt>")
    listed = '{"title": "Letters", "documents": [{"id": "a", "path": "a.xml", "page": "a.html"}]}'
    files = {"build.json": "{}", "tei/a.xml": header, "data/edition.json": listed}
    laid_out(tmp_path / "output", files)
    assert recensio("package", cwd=tmp_path).code == 0
    described = tmp_path / "output/package/letters/data/datacite.json"
    record = json.loads(described.read_text(encoding="utf-8"))
    assert record["creators"] == [{"name": "Jane Doe"}]
    assert record["titles"][0]["title"] == "Letters"


def test_an_edition_without_a_date_is_packed(tmp_path: Path) -> None:
    assert packed(tmp_path, metadata=replace(METADATA, date="")).is_file()


def test_a_restricted_text_of_the_edition_itself_is_marked_in_both_forms(tmp_path: Path) -> None:
    written = {"edition.toml": SETTINGS, "texts/a.xml": RESTRICTED}
    project = open_project([laid_out(tmp_path / "edition", written)])
    built = {**BUILT, "tei/a.xml": RESTRICTED}
    wishes = Wishes("folder", with_restricted=True)
    outcome = outcome_of(tmp_path, built, METADATA, wishes, project)
    crate = tmp_path / "scratch" / outcome.value / "data/ro-crate-metadata.json"
    graph = json.loads(crate.read_text(encoding="utf-8"))["@graph"]
    marked = {each["@id"] for each in graph if "conditionsOfAccess" in each}
    assert {"tei/a.xml", "edition/texts/a.xml"} <= marked


def test_a_restricted_transcription_is_not_packed_unasked(tmp_path: Path) -> None:
    """What a witness's text is compared with is packed too, and has a header of its own."""
    settings = SETTINGS + 'transcriptions = ["compared/*.xml"]\n'
    written = {"edition.toml": settings, "texts/a.xml": tei(), "compared/W.xml": RESTRICTED}
    project = open_project([laid_out(tmp_path / "edition", written)])
    refused = outcome_of(tmp_path, BUILT, METADATA, None, project)
    assert refused.value == ""
    messages = [problem.message for problem in refused.problems if problem.code == "PKG010"]
    assert messages == ["edition/compared/W.xml says in its header that it is restricted"]
