"""Bags of other programs are read, and the library of others judges as we do where it can."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from typing import Any

import pytest

from recensio.model.catalogue import Severity
from recensio.package.proof import Proof
from recensio.package.verify import verify
from tests.support import codes
from tests.unit.package.bags import clean_bag, tarred, zipped
from tests.unit.package.test_damage import IN_A_FOLDER


@pytest.fixture
def theirs() -> Any:
    library = pytest.importorskip("bagit")
    logging.getLogger("bagit").setLevel(logging.CRITICAL)
    return library


def is_valid_to(theirs: Any, bag: Path) -> bool:
    try:
        theirs.Bag(str(bag)).validate()
    except Exception:
        return False
    return True


@pytest.mark.parametrize("algorithms", [["md5"], ["sha1", "md5"], ["sha256", "md5"], ["sha3_256"]])
def test_bags_of_the_library_pass(theirs: Any, algorithms: list[str], tmp_path: Path) -> None:
    (tmp_path / "a folder").mkdir()
    for name in ("a folder/ä\u00a0b.txt", "100%25.txt", "line\nbreak.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    theirs.make_bag(str(tmp_path), {"Contact-Name": "Ä. Ö."}, checksums=algorithms)
    proof = Proof()
    found = list(verify(tmp_path, proof))
    assert [each.code for each in found if each.severity is Severity.ERROR] == [], found
    assert proof.algorithms == tuple(sorted(algorithms))
    assert ("PKG049" in codes(found)) == (set(algorithms) <= {"md5", "sha1"})


def test_tag_files_in_folders_are_compared(theirs: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    bag = theirs.make_bag(str(tmp_path), checksums=["sha512"])
    (tmp_path / "meta/more").mkdir(parents=True)
    (tmp_path / "meta/more/dc.xml").write_text("<dc/>", encoding="utf-8")
    bag.save(manifests=True)
    assert list(verify(tmp_path)) == []
    (tmp_path / "meta/more/dc.xml").write_text("<cd/>", encoding="utf-8")
    assert codes(list(verify(tmp_path))) == ["PKG003"]
    assert not is_valid_to(theirs, tmp_path)


@pytest.mark.parametrize("damage", [each for each in IN_A_FOLDER if each != "a pipe"])
def test_what_the_library_finds_we_find(theirs: Any, damage: str, tmp_path: Path) -> None:
    # It would wait at a pipe for ever.
    bag = clean_bag(tmp_path)
    assert is_valid_to(theirs, bag)
    IN_A_FOLDER[damage][0](bag)
    if not is_valid_to(theirs, bag):
        assert any(each.severity is Severity.ERROR for each in verify(bag))


def written_by_hand(folder: Path, manifest: bytes, version: str = "1.0") -> Path:
    (folder / "data").mkdir(parents=True)
    (folder / "data/a b.txt").write_bytes(b"x")
    (folder / "manifest-sha256.txt").write_bytes(manifest)
    declaration = f"BagIt-Version: {version}\r\nTag-File-Character-Encoding: UTF-8\r\n"
    (folder / "bagit.txt").write_bytes(declaration.encode())
    return folder


DIGEST = hashlib.sha256(b"x").hexdigest().encode()


@pytest.mark.parametrize(
    "line",
    [
        DIGEST + b"  data/a b.txt\n",
        DIGEST + b"  data/a b.txt",
        DIGEST + b" *data/a b.txt\r\n",
        DIGEST + b"\tdata/a b.txt\r",
        DIGEST.upper() + b"     ./data/a b.txt\n\n",
        b"# by hand\n" + DIGEST + b"  data/a b.txt\n",
        b"\xef\xbb\xbf" + DIGEST + b"  data/a b.txt\n",
    ],
)
def test_manifests_are_read_as_programs_write_them(line: bytes, tmp_path: Path) -> None:
    bag = written_by_hand(tmp_path / "bag", line)
    assert codes(list(verify(bag))) == ["PKG012"]


def test_a_tag_file_may_be_in_another_encoding(tmp_path: Path) -> None:
    bag = written_by_hand(tmp_path / "bag", DIGEST + b"  data/a b.txt\n")
    declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n"
    (bag / "bagit.txt").write_text(declaration, encoding="ascii")
    (bag / "bag-info.txt").write_bytes("Contact-Name: Ä\nPayload-Oxum: 1.1\n".encode("latin-1"))
    assert codes(list(verify(bag))) == ["PKG012"]


def test_breaks_in_names_are_decoded(tmp_path: Path) -> None:
    bag = written_by_hand(tmp_path / "bag", DIGEST + b"  data/a%0Ab%25.txt\n")
    (bag / "data/a b.txt").rename(bag / "data/a\nb%.txt")
    assert codes(list(verify(bag))) == ["PKG052", "PKG012"]


def test_before_version_1_a_manifest_need_not_list_everything(tmp_path: Path) -> None:
    bag = written_by_hand(tmp_path / "bag", DIGEST + b"  data/a b.txt\n", "0.97")
    (bag / "data/c.txt").write_bytes(b"x")
    line = hashlib.md5(b"x", usedforsecurity=False).hexdigest() + "  data/c.txt\n"
    (bag / "manifest-md5.txt").write_text(line, encoding="ascii")
    assert codes(list(verify(bag))) == ["PKG012"]
    declaration = (bag / "bagit.txt").read_bytes().replace(b"0.97", b"1.0")
    (bag / "bagit.txt").write_bytes(declaration)
    assert set(codes(list(verify(bag)))) == {"PKG012", "PKG005"}


def test_a_moved_package_passes(tmp_path: Path) -> None:
    bag = clean_bag(tmp_path)
    for package in (bag, zipped(bag), tarred(bag)):
        there = package.rename(tmp_path / f"moved {package.name}")
        assert list(verify(there)) == []
        there.rename(package)
