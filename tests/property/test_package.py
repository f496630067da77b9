"""Whatever bit of a package is turned, wherever it is cut, whichever line goes: it is found."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recensio.model.catalogue import Severity
from recensio.package.ocfl import User, commit_version
from recensio.package.verify import verify
from tests.unit.package.bags import MOMENT, clean_bag, resealed, tarred, zipped

KINDS = ("folder", "zip", "sealed zip", "tar.gz", "object")
Packages = dict[str, Path]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """A clean package of each kind."""
    bags = {kind: clean_bag(tmp_path_factory.mktemp("package")) for kind in KINDS}
    return {
        "folder": bags["folder"],
        "zip": zipped(bags["zip"]),
        "sealed zip": zipped(bags["sealed zip"], sealed=True),
        "tar.gz": tarred(bags["tar.gz"]),
        "object": kept(bags["object"]),
    }


def kept(bag: Path) -> Path:
    """An OCFL object of two versions."""
    made = bag.with_name("object")
    commit_version(made, bag, "First.", User("A. Editor"), MOMENT)
    (bag / "data/tei/a.xml").write_bytes(b"<TEI>new</TEI>")
    commit_version(made, resealed(bag), "Second.", User("A. Editor"), MOMENT)
    return made


@contextmanager
def damaged(path: Path) -> Iterator[bytearray]:
    """The content of a file, to be written back when the test is over."""
    content = path.read_bytes()
    try:
        yield bytearray(content)
    finally:
        path.write_bytes(content)


def files_of(package: Path) -> list[Path]:
    if package.is_file():
        return [package]
    return sorted(path for path in package.rglob("*") if path.is_file() and path.stat().st_size)


def is_found(package: Path) -> bool:
    return any(each.severity is Severity.ERROR for each in verify(package))


@pytest.mark.parametrize("kind", ["folder", "sealed zip", "object"])
@given(chance=st.data())
def test_a_bit_that_is_turned_is_found(
    kind: str, packages: Packages, chance: st.DataObject
) -> None:
    path = chance.draw(st.sampled_from(files_of(packages[kind])), "file")
    with damaged(path) as content:
        bit = chance.draw(st.integers(0, len(content) * 8 - 1), "bit")
        content[bit // 8] ^= 1 << bit % 8
        path.write_bytes(content)
        assert is_found(packages[kind])


@pytest.mark.parametrize("kind", KINDS)
@given(chance=st.data())
def test_a_file_that_is_cut_is_found(kind: str, packages: Packages, chance: st.DataObject) -> None:
    path = chance.draw(st.sampled_from(files_of(packages[kind])), "file")
    with damaged(path) as content:
        # Without its last line end a list still says all that it said.
        longest = len(content.rstrip(b"\n")) - 1
        path.write_bytes(content[: chance.draw(st.integers(0, longest), "length")])
        assert is_found(packages[kind])


@given(chance=st.data())
def test_a_line_that_is_dropped_from_a_manifest_is_found(
    packages: Packages, chance: st.DataObject
) -> None:
    manifests = sorted(packages["folder"].glob("*manifest-*.txt"))
    path = chance.draw(st.sampled_from(manifests), "manifest")
    with damaged(path) as content:
        lines = bytes(content).splitlines(keepends=True)
        del lines[chance.draw(st.integers(0, len(lines) - 1), "line")]
        path.write_bytes(b"".join(lines))
        assert is_found(packages["folder"])


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
@given(chance=st.data())
def test_no_damage_to_an_archive_ends_in_an_exception(
    kind: str, packages: Packages, chance: st.DataObject
) -> None:
    path = packages[kind]
    with damaged(path) as content:
        for _ in range(chance.draw(st.integers(1, 8), "changes")):
            place = chance.draw(st.integers(0, len(content) - 1), "place")
            content[place] = chance.draw(st.integers(0, 255), "byte")
        path.write_bytes(content)
        list(verify(path))


@given(content=st.binary(max_size=400), sign=st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b\x08"]))
def test_no_file_ends_in_an_exception(packages: Packages, content: bytes, sign: bytes) -> None:
    path = packages["zip"]
    with damaged(path):
        path.write_bytes(sign + content)
        assert is_found(path)


@given(inventory=st.binary(max_size=200))
def test_no_inventory_ends_in_an_exception(packages: Packages, inventory: bytes) -> None:
    path = packages["object"] / "inventory.json"
    with damaged(path):
        path.write_bytes(inventory)
        assert is_found(packages["object"])
