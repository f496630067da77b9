"""Every way in which a package can be damaged is found and named."""

from __future__ import annotations

import hashlib
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from recensio.package import verify
from recensio.package.bag import write_bag
from recensio.package.serialised import write_zip
from tests.support import codes
from tests.unit.package.test_package import METADATA

FILES: dict[str, Path | bytes] = {
    "tei/a.xml": b"<TEI>text</TEI>",
    "site/i.html": b"page" * 500,
    "empty": b"",
}
Damage = Callable[[Path], object]


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """A clean bag."""
    write_bag(tmp_path / "bag", FILES, METADATA, 0)
    return tmp_path / "bag"


@pytest.fixture
def archive(bag: Path) -> Path:
    """The same as a zip file, with no digest beside it."""
    target = bag.with_suffix(".zip")
    write_zip(bag, target, 0)
    target.with_name("bag.zip.sha512").unlink()
    return target


def edited(name: str, old: str, new: str) -> Damage:
    def edit(bag: Path) -> None:
        path = bag / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def without_line(name: str, word: str) -> Damage:
    def remove(bag: Path) -> None:
        lines = (bag / name).read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if word not in line]
        (bag / name).write_text("".join(kept), encoding="utf-8")

    return remove


def flipped(name: str, place: int) -> Damage:
    def flip(bag: Path) -> None:
        content = bytearray((bag / name).read_bytes())
        content[place] ^= 1
        (bag / name).write_bytes(content)

    return flip


def added(name: str) -> Damage:
    def add(bag: Path) -> None:
        (bag / name).parent.mkdir(parents=True, exist_ok=True)
        (bag / name).write_bytes(b"new")

    return add


def forged(bag: Path) -> None:
    """A file changed, and its digest in one manifest."""
    content = (bag / "data/tei/a.xml").read_bytes()
    new = content.replace(b"text", b"lies")
    (bag / "data/tei/a.xml").write_bytes(new)
    digests = [hashlib.sha256(each).hexdigest() for each in (content, new)]
    edited("manifest-sha256.txt", digests[0], digests[1])(bag)


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (lambda bag: (bag / "data/tei/a.xml").unlink(), {"PKG002", "PKG008"}),
        (lambda bag: (bag / "data/empty").unlink(), {"PKG002", "PKG008"}),
        (
            lambda bag: (bag / "data/tei/a.xml").rename(bag / "data/tei/b.xml"),
            {"PKG040"},
        ),
        (lambda bag: (bag / "data/tei").rename(bag / "tei"), {"PKG040", "PKG008"}),
        (lambda bag: shutil.rmtree(bag / "data"), {"PKG002", "PKG008"}),
        (flipped("data/tei/a.xml", 3), {"PKG003"}),
        (flipped("data/site/i.html", -1), {"PKG003"}),
        (
            lambda bag: (bag / "data/site/i.html").write_bytes(b"page" * 499),
            {"PKG003", "PKG008"},
        ),
        (lambda bag: (bag / "data/site/i.html").write_bytes(b""), {"PKG003", "PKG008"}),
        (lambda bag: (bag / "data/empty").write_bytes(b"x"), {"PKG003", "PKG008"}),
        (added("data/tei/c.xml"), {"PKG004", "PKG008"}),
        (added("data/.hidden"), {"PKG004", "PKG008"}),
        (added("notes.txt"), {"PKG004"}),
        (added("meta/notes.txt"), {"PKG004"}),
        (flipped("manifest-sha256.txt", 0), {"PKG005"}),
        (without_line("manifest-sha256.txt", "a.xml"), {"PKG005"}),
        (edited("manifest-sha512.txt", "data/empty", "data/full"), {"PKG002", "PKG005"}),
        (edited("manifest-sha256.txt", "  ", ""), {"PKG005"}),
        (edited("manifest-sha256.txt", "data/empty", "../empty"), {"PKG005", "PKG006"}),
        (edited("manifest-sha256.txt", "data/empty", "/etc/passwd"), {"PKG005", "PKG006"}),
        (edited("manifest-sha256.txt", "data/empty", "C:\\x"), {"PKG005", "PKG006"}),
        (forged, {"PKG005"}),
        (flipped("tagmanifest-sha256.txt", 1), {"PKG005"}),
        (without_line("tagmanifest-sha512.txt", "bag-info"), {"PKG005"}),
        (edited("bag-info.txt", "Press", "Other"), {"PKG003"}),
        (edited("bag-info.txt", "Payload-Oxum: 2015.3", "Payload-Oxum: 9.9"), {"PKG003", "PKG008"}),
        (lambda bag: (bag / "bag-info.txt").unlink(), {"PKG002"}),
        (edited("bagit.txt", "1.0", "0.97"), {"PKG003"}),
        (edited("bagit.txt", "BagIt-Version", "Version"), {"PKG001"}),
        (lambda bag: (bag / "bagit.txt").unlink(), {"PKG001"}),
        (lambda bag: (bag / "manifest-sha256.txt").unlink(), {"PKG002"}),
        (lambda bag: (bag / "tagmanifest-sha256.txt").unlink(), {"PKG002"}),
        (lambda bag: [each.unlink() for each in bag.glob("tagmanifest-*.txt")], {"PKG012"}),
        (lambda bag: (bag / "data/link").symlink_to("/etc/passwd"), {"PKG006"}),
        (lambda bag: (bag / "data/link").symlink_to(bag / "data", True), {"PKG006"}),
    ],
)  # fmt: skip
def test_damage_to_a_bag_is_named(damage: Damage, found: set[str], bag: Path) -> None:
    damage(bag)
    assert set(codes(list(verify(bag)))) == found


def test_a_bag_in_a_zip_file_is_damaged_in_the_same_ways(bag: Path, tmp_path: Path) -> None:
    flipped("data/tei/a.xml", 3)(bag)
    added("data/new.txt")(bag)
    write_zip(bag, tmp_path / "damaged.zip", 0)
    assert codes(list(verify(tmp_path / "damaged.zip"))) == ["PKG003", "PKG004", "PKG008"]


def rewritten(archive: Path, entries: dict[str | ZipInfo, bytes], method: int = ZIP_STORED) -> None:
    """The zip file with more in it."""
    with ZipFile(archive, "a", method) as opened:
        for name, content in entries.items():
            opened.writestr(name, content)


def link() -> ZipInfo:
    entry = ZipInfo("bag/data/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ({"bag/data/../../../etc/passwd": b"x"}, {"PKG004", "PKG006", "PKG008"}),
        ({"../outside": b"x"}, {"PKG004", "PKG006"}),
        ({"/absolute": b"x"}, {"PKG004", "PKG006"}),
        ({"bag/data\\..\\..\\x": b"x"}, {"PKG004", "PKG006"}),
        ({"D:/x": b"x"}, {"PKG004", "PKG006"}),
        ({"beside.txt": b"x"}, {"PKG004"}),
        ({"other/bagit.txt": b"x"}, {"PKG004"}),
        ({link(): b"/etc/passwd"}, {"PKG004", "PKG006", "PKG008"}),
    ],
)
def test_what_was_put_into_a_zip_file_is_named(
    entries: dict[str | ZipInfo, bytes], found: set[str], archive: Path
) -> None:
    rewritten(archive, entries)
    assert set(codes(list(verify(archive)))) == found


def test_two_files_of_one_name_are_named(archive: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        rewritten(archive, {"bag/data/empty": b"x"})
    assert set(codes(list(verify(archive)))) == {"PKG043", "PKG003", "PKG008"}


def test_a_zip_bomb_is_not_read(archive: Path) -> None:
    rewritten(archive, {"bag/data/zeros": bytes(8 << 20)}, ZIP_DEFLATED)
    assert codes(list(verify(archive))) == ["PKG007"]


def test_a_zip_file_that_was_cut_short_is_no_package(archive: Path) -> None:
    content = archive.read_bytes()
    for length in (0, 10, len(content) // 2, len(content) - 1):
        archive.write_bytes(content[:length])
        assert codes(list(verify(archive))) == ["PKG001"]


def test_a_folder_or_file_that_is_no_package_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert codes(list(verify(tmp_path))) == ["PKG001"]
    assert codes(list(verify(tmp_path / "a.txt"))) == ["PKG001"]


def test_every_bit_of_the_zip_file_counts_beside_its_digest(bag: Path, tmp_path: Path) -> None:
    target = tmp_path / "sealed.zip"
    write_zip(bag, target, 0)
    content = target.read_bytes()
    for place in range(0, len(content), 97):
        damaged = bytearray(content)
        damaged[place] ^= 4
        target.write_bytes(damaged)
        assert "PKG003" in codes(list(verify(target)))


def test_without_the_digest_every_byte_of_a_file_counts(archive: Path) -> None:
    content = archive.read_bytes()
    start = content.index(b"page" * 500)
    for place in (*range(0, len(content), 61), *range(start, start + 2000, 53)):
        damaged = bytearray(content)
        damaged[place] ^= 4
        archive.write_bytes(damaged)
        found = codes(list(verify(archive)))
        assert found or not start <= place < start + 2000


def test_a_bag_of_another_program_passes(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a%b.txt").write_bytes(b"x")
    digest = hashlib.md5(b"x", usedforsecurity=False).hexdigest()
    (tmp_path / "manifest-md5.txt").write_text(f"{digest} *data/a%25b.txt\n", encoding="utf-8")
    declaration = "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"
    (tmp_path / "bagit.txt").write_text(declaration, encoding="utf-8")
    assert codes(list(verify(tmp_path))) == ["PKG049", "PKG012"]
