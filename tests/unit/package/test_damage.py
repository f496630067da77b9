"""A table of damages, to a bag in every form, and that each is found and named."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import stat
import tarfile
import unicodedata
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from recensio.package.verify import verify
from tests.unit.package.bags import clean_bag, resealed, tar_with, tarred, zipped

Damage = Callable[[Path], Path | None]
"""Damages a bag; the path of what is then verified, if it is not the bag."""


def rewritten(name: str, change: Callable[[bytes], bytes]) -> Damage:
    def damage(bag: Path) -> None:
        (bag / name).write_bytes(change((bag / name).read_bytes()))

    return damage


def added(name: str, content: bytes = b"new") -> Damage:
    def damage(bag: Path) -> None:
        (bag / name).parent.mkdir(parents=True, exist_ok=True)
        (bag / name).write_bytes(content)

    return damage


def removed(*names: str) -> Damage:
    def damage(bag: Path) -> None:
        for name in names:
            (bag / name).unlink()

    return damage


def renamed(old: str, new: str) -> Damage:
    def damage(bag: Path) -> None:
        (bag / new).parent.mkdir(parents=True, exist_ok=True)
        (bag / old).rename(bag / new)

    return damage


def together(*damages: Damage) -> Damage:
    def damage(bag: Path) -> Path | None:
        results = [each(bag) for each in damages]
        return results[-1]

    return damage


def line_dropped(name: str, word: bytes) -> Damage:
    return rewritten(name, lambda old: b"".join(x for x in old.splitlines(True) if word not in x))


def sealed_again(damage: Damage) -> Damage:
    """The damage, and every manifest made anew."""

    def both(bag: Path) -> Path:
        damage(bag)
        return resealed(bag)

    return both


def bound(bag: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        here = Path.cwd()
        os.chdir(bag)
        try:
            end.bind("socket")
        finally:
            os.chdir(here)


def bad_bytes(bag: Path) -> None:
    with open(os.fsencode(bag / "data") + b"/\xff\xfe.txt", "wb") as file:  # noqa: PTH123
        file.write(b"x")


def exchanged(one: Path, other: Path) -> None:
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def flipped_digit(content: bytes) -> bytes:
    return (b"0" if content[:1] != b"0" else b"1") + content[1:]


def emptied(bag: Path) -> Path:
    shutil.rmtree(bag)
    bag.mkdir()
    return bag


def forged(bag: Path, manifest: str) -> None:
    """A file changed, and one manifest."""
    other = bag.with_name("other")
    shutil.copytree(bag, other)
    (other / "data/tei/a.xml").write_bytes(b"<TEI>lies</TEI>")
    resealed(other)
    shutil.copy(other / "data/tei/a.xml", bag / "data/tei/a.xml")
    shutil.copy(other / manifest, bag / manifest)


def bomb(path: Path, size: int) -> None:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(size))


CRATE: Final = (
    b'{"@graph": [{"@id": "tei/%C3%A9t%C3%A9.xml", "@type": "File", "sha256": "00"}, '
    b'{"@id": "https://example.org/", "sha256": 3}, 4]}'
)
PREMIS: Final = (
    b'<premis xmlns="http://www.loc.gov/premis/v3"><object><objectIdentifier>'
    b"<objectIdentifierType>local</objectIdentifierType>"
    b"<objectIdentifierValue>data/empty</objectIdentifierValue></objectIdentifier>"
    b"<objectCharacteristics><fixity><messageDigestAlgorithm>SHA-512</messageDigestAlgorithm>"
    b"<messageDigest>00</messageDigest></fixity></objectCharacteristics></object></premis>"
)

IN_A_FOLDER: Final[dict[str, tuple[Damage, set[str], str]]] = {
    "a file removed": (removed("data/tei/a.xml"), {"PKG002", "PKG008"}, "data/tei/a.xml"),
    "an empty file removed": (removed("data/empty"), {"PKG002", "PKG008"}, "data/empty"),
    "a folder removed": (
        lambda bag: shutil.rmtree(bag / "data"), {"PKG002", "PKG008"}, "data/site/i.html",
    ),
    "a file renamed": (renamed("data/tei/a.xml", "data/tei/b.xml"), {"PKG040"}, "data/tei/b.xml"),
    "a file moved": (renamed("data/tei/a.xml", "data/a.xml"), {"PKG040"}, "called data/a.xml"),
    "a tag file renamed": (renamed("bag-info.txt", "info.txt"), {"PKG040"}, "info.txt"),
    "capitals changed": (
        renamed("data/tei/a.xml", "data/tei/A.XML"), {"PKG040"}, "data/tei/A.XML",
    ),
    "a name taken apart by macOS": (
        renamed("data/tei/été.xml", unicodedata.normalize("NFD", "data/tei/été.xml")),
        {"PKG041"}, "same letters",
    ),
    "a bit flipped": (
        rewritten("data/site/i.html", lambda old: bytes([old[0] ^ 1]) + old[1:]),
        {"PKG003"}, "data/site/i.html",
    ),
    "a file cut short": (
        rewritten("data/site/i.html", lambda old: old[:-1]), {"PKG003", "PKG008"}, "i.html",
    ),
    "a file emptied": (
        rewritten("data/tei/a.xml", lambda _old: b""), {"PKG003", "PKG008"}, "data/tei/a.xml",
    ),
    "two files exchanged": (
        lambda bag: exchanged(bag / "data/tei/a.xml", bag / "data/tei/été.xml"),
        {"PKG003"}, "data/tei/a.xml",
    ),
    "line ends changed": (
        together(
            rewritten("bag-info.txt", lambda old: old.replace(b"\n", b"\r\n")),
        ), {"PKG003"}, "bag-info.txt",
    ),
    "a file added": (added("data/tei/c.xml"), {"PKG004", "PKG008"}, "data/tei/c.xml"),
    "a hidden file added": (added("data/.DS_Store"), {"PKG004", "PKG008"}, ".DS_Store"),
    "a tag file added": (added("meta/x.txt"), {"PKG004"}, "meta/x.txt"),
    "a link": (lambda bag: (bag / "data/l").symlink_to("/etc/passwd"), {"PKG006"}, "data/l"),
    "a link to a folder": (lambda bag: (bag / "data/l").symlink_to(bag), {"PKG006"}, "data/l"),
    "a pipe": (lambda bag: os.mkfifo(bag / "data/p"), {"PKG044"}, "data/p is a pipe"),
    "a socket": (bound, {"PKG044"}, "socket is a socket"),
    "a name in no encoding": (bad_bytes, {"PKG052", "PKG004", "PKG008"}, "\\xff\\xfe.txt"),
    "a name that steers terminals": (
        added("data/\x1b[2J.txt"), {"PKG052", "PKG004", "PKG008"}, "\\x1b[2J.txt",
    ),
    "a name that Windows forbids": (
        added("data/aux.txt"), {"PKG052", "PKG004", "PKG008"}, "device",
    ),
    "names that clash": (added("data/EMPTY"), {"PKG042", "PKG004", "PKG008"}, "data/EMPTY"),
    "a manifest's digest changed": (
        rewritten("manifest-sha256.txt", flipped_digit), {"PKG005"}, "sha256.txt",
    ),
    "a manifest's line dropped": (
        line_dropped("manifest-sha512.txt", b"a.xml"), {"PKG005"}, "does not list data/tei/a.xml",
    ),
    "a manifest's line doubled": (
        rewritten("manifest-sha512.txt", lambda old: old + old.splitlines(True)[0]),
        {"PKG005"}, "again",
    ),
    "a manifest removed": (removed("manifest-sha512.txt"), {"PKG002"}, "manifest-sha512.txt"),
    "a tag manifest removed": (
        removed("tagmanifest-sha512.txt"), {"PKG002"}, "tagmanifest-sha512.txt",
    ),
    "all tag manifests removed": (
        removed("tagmanifest-sha512.txt", "tagmanifest-sha256.txt"), {"PKG012"}, "tag manifest",
    ),
    "a tag manifest's line dropped": (
        line_dropped("tagmanifest-sha512.txt", b"bagit.txt"), {"PKG005"}, "bagit.txt",
    ),
    "a file and one manifest forged": (
        lambda bag: forged(bag, "manifest-sha256.txt"), {"PKG005"}, "manifest-sha512.txt",
    ),
    "a file and all manifests forged": (
        sealed_again(rewritten("data/tei/a.xml", lambda old: old.replace(b"text", b"lies"))),
        {"PKG053"}, "data/build.json keeps another sha256",
    ),
    "a file added and all manifests forged": (
        sealed_again(added("data/tei/c.xml")), {"PKG008"}, "promises",
    ),
    "a manifest that is no text": (
        sealed_again(together(added("manifest-sha384.txt", b"\xff\xfe  data/empty\n"))),
        {"PKG047", "PKG005", "PKG002"}, "manifest-sha384.txt is not in UTF-8: see line 1",
    ),
    "a digest that is too short": (
        rewritten("manifest-sha256.txt", lambda old: old[1:]), {"PKG005"}, "63 digits",
    ),
    "a path that climbs out": (
        rewritten("manifest-sha256.txt", lambda old: old.replace(b"data/empty", b"../../empty")),
        {"PKG005", "PKG006"}, "../../empty",
    ),
    "a path from the root": (
        rewritten("manifest-sha256.txt", lambda old: old.replace(b"data/empty", b"/etc/passwd")),
        {"PKG005", "PKG006"}, "/etc/passwd",
    ),
    "a path to a drive": (
        rewritten("manifest-sha256.txt", lambda old: old.replace(b"data/empty", b"C:\\x")),
        {"PKG005", "PKG006"}, "C:\\x",
    ),
    "a path that climbs by backslashes": (
        rewritten("manifest-sha256.txt", lambda old: old.replace(b"data/empty", b"..\\..\\x")),
        {"PKG005", "PKG006"}, "..\\..\\x",
    ),
    "no declaration": (removed("bagit.txt"), {"PKG001"}, "no bagit.txt"),
    "a declaration of nothing": (
        rewritten("bagit.txt", lambda _old: b"hello\n"), {"PKG001"}, "does not state a version",
    ),
    "a version of the future": (
        sealed_again(rewritten("bagit.txt", lambda old: old.replace(b"1.0", b"3.7"))),
        {"PKG046"}, "3.7",
    ),
    "an encoding that there is not": (
        sealed_again(rewritten("bagit.txt", lambda old: old.replace(b"UTF-8", b"UTF-9"))),
        {"PKG046"}, "UTF-9",
    ),
    "an encoding that is none": (
        sealed_again(rewritten("bagit.txt", lambda old: old.replace(b"UTF-8", b"hex"))),
        {"PKG046"}, "there is no encoding hex",
    ),
    "a declaration cut short": (
        sealed_again(rewritten("bagit.txt", lambda old: old.splitlines(True)[0])),
        {"PKG046"}, "second and last line",
    ),
    "a byte order mark": (
        sealed_again(rewritten("bagit.txt", lambda old: b"\xef\xbb\xbf" + old)),
        {"PKG046"}, "byte order mark",
    ),
    "an unknown algorithm": (
        sealed_again(added("manifest-rot13.txt", b"abc  data/empty\n")), {"PKG048"}, "rot13",
    ),
    "no manifest at all": (
        removed("manifest-sha256.txt", "manifest-sha512.txt"), {"PKG001"}, "no manifest",
    ),
    "a file left to be fetched": (
        sealed_again(
            together(
                added("fetch.txt", b"https://example.org/a 15 data/far.xml\n"),
                added("manifest-sha1.txt", b"a" * 40 + b"  data/far.xml\n"),
            )
        ),
        {"PKG050", "PKG005", "PKG002"}, "https://example.org/a",
    ),
    "a fetched file that climbs out": (
        sealed_again(added("fetch.txt", b"https://example.org/a 15 ../far.xml\n")),
        {"PKG006"}, "../far.xml",
    ),
    "a promise of another size": (
        sealed_again(
            rewritten("bag-info.txt", lambda old: re.sub(rb"Oxum: .*", b"Oxum: 9.9", old))
        ),
        {"PKG008"}, "9.9",
    ),
    "a zip bomb inside": (
        sealed_again(lambda bag: bomb(bag / "data/book.epub", 8 << 20)),
        {"PKG054", "PKG008"}, "data/book.epub",
    ),
    "an empty folder": (emptied, {"PKG001"}, "there is no file in it"),
    "a record of the crate that differs": (
        sealed_again(added("data/ro-crate-metadata.json", CRATE)),
        {"PKG053", "PKG008"}, "ro-crate-metadata.json keeps another",
    ),
    "an object of PREMIS that differs": (
        sealed_again(added("data/premis.xml", PREMIS)),
        {"PKG053", "PKG008"}, "premis.xml keeps another sha512 digest",
    ),
}  # fmt: skip


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    return clean_bag(tmp_path)


@contextmanager
def untouched(package: Path) -> Iterator[None]:
    """Nothing is written while a package is verified, beside it neither."""
    before = {path: path.lstat().st_mtime_ns for path in package.parent.rglob("*")}
    yield
    assert {path: path.lstat().st_mtime_ns for path in package.parent.rglob("*")} == before


def found_in(package: Path) -> tuple[set[str], str]:
    with untouched(package):
        problems = list(verify(package))
    return {each.code for each in problems}, "\n".join(each.message for each in problems)


@pytest.mark.parametrize("damage", IN_A_FOLDER)
def test_damage_to_a_folder_is_named(damage: str, bag: Path) -> None:
    damaged, codes, word = IN_A_FOLDER[damage]
    package = damaged(bag)
    found, said = found_in(package if isinstance(package, Path) else bag)
    assert found == codes, said
    assert word in said


def more_in_zip(*entries: tuple[str | ZipInfo, bytes], method: int = ZIP_STORED) -> Damage:
    def damage(bag: Path) -> Path:
        target = zipped(bag)
        with warnings.catch_warnings(), ZipFile(target, "a", method) as archive:
            warnings.simplefilter("ignore")
            for name, content in entries:
                archive.writestr(name, content)
        return target

    return damage


def zip_bytes(change: Callable[[bytes], bytes]) -> Damage:
    def damage(bag: Path) -> Path:
        target = zipped(bag)
        target.write_bytes(change(target.read_bytes()))
        return target

    return damage


def special(name: str, kind: int) -> ZipInfo:
    entry = ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = (kind | 0o644) << 16
    return entry


CENTRAL: Final = b"PK\x01\x02"
LOCAL: Final = b"PK\x03\x04"


def in_both_heads(content: bytes, name: bytes, local: int, central: int, value: bytes) -> bytes:
    """The zip file with a field changed in both heads of a file."""
    return in_head(in_head(content, name, CENTRAL, central, value), name, LOCAL, local, value)


def in_head(content: bytes, name: bytes, sign: bytes, place: int, value: bytes) -> bytes:
    """The zip file with a field changed in the directory, or before the file."""
    length = 46 if sign == CENTRAL else 30
    at = content.index(name)
    while content[at - length : at - length + 4] != sign:
        at = content.index(name, at + 1)
    start = at - length + place
    return content[:start] + value + content[start + len(value) :]


def overlapping(content: bytes) -> bytes:
    """Two files of the directory begin at one place."""
    at = content.index(CENTRAL)
    second = content.index(CENTRAL, at + 4)
    offset = content[at + 42 : at + 46]
    return content[: second + 42] + offset + content[second + 46 :]


IN_A_ZIP: Final[dict[str, tuple[Damage, set[str], str]]] = {
    "a path that climbs out": (
        more_in_zip(("bag/data/../../../x", b"x")), {"PKG006", "PKG004", "PKG008"}, "../../../x",
    ),
    "a path beside the bag": (more_in_zip(("../x", b"x")), {"PKG006", "PKG004"}, "../x"),
    "a folder that climbs out": (more_in_zip(("bag/../../y/", b"")), {"PKG006"}, "bag/../../y/"),
    "a path from the root": (more_in_zip(("/etc/x", b"x")), {"PKG006", "PKG004"}, "/etc/x"),
    "a path by backslashes": (
        more_in_zip(("bag\\..\\..\\x", b"x")), {"PKG006", "PKG004"}, "..\\x",
    ),
    "a path to a drive": (more_in_zip(("C:/x", b"x")), {"PKG006", "PKG004"}, "C:/x"),
    "a link": (
        more_in_zip((special("bag/data/l", stat.S_IFLNK), b"/etc")),
        {"PKG006", "PKG004", "PKG008"}, "bag/data/l",
    ),
    "a device": (
        more_in_zip((special("bag/data/d", stat.S_IFCHR), b"")),
        {"PKG044", "PKG004", "PKG008"}, "a device",
    ),
    "two files of one name": (
        more_in_zip(("bag/data/empty", b"x")), {"PKG043", "PKG003", "PKG008"}, "bag/data/empty",
    ),
    "a zip bomb": (
        more_in_zip(("bag/data/zeros", bytes(8 << 20)), method=ZIP_DEFLATED),
        {"PKG007"}, "times its size",
    ),
    "a file beside the bag": (more_in_zip(("x.txt", b"x")), {"PKG004"}, "x.txt"),
    "an encrypted file": (
        zip_bytes(lambda old: in_both_heads(old, b"bag/data/tei/a.xml", 6, 8, b"\x01\x00")),
        {"PKG045"}, "bag/data/tei/a.xml cannot be read: it is encrypted",
    ),
    "an unknown compression": (
        zip_bytes(lambda old: in_both_heads(old, b"bag/data/tei/a.xml", 8, 10, b"\x5f\x00")),
        {"PKG045"}, "number 95",
    ),
    "an encrypted manifest": (
        zip_bytes(lambda old: in_both_heads(old, b"bag/bagit.txt", 6, 8, b"\x01\x00")),
        {"PKG045", "PKG001"}, "bag/bagit.txt cannot be read: it is encrypted",
    ),
    "another name in the directory": (
        zip_bytes(lambda old: in_head(old, b"bag/data/tei/a.xml", LOCAL, 30, b"bag/data/tei/z")),
        {"PKG051", "PKG003"}, "'bag/data/tei/z.xml'",
    ),
    "another size in the directory": (
        zip_bytes(lambda old: in_head(old, b"bag/data/tei/a.xml", CENTRAL, 24, b"\x05\0\0\0")),
        {"PKG051", "PKG003", "PKG008"}, "another size",
    ),
    "a checksum that lies": (
        zip_bytes(lambda old: in_both_heads(old, b"bag/data/tei/a.xml", 14, 16, b"abcd")),
        {"PKG003"}, "data/tei/a.xml",
    ),
    "a place that is none": (
        zip_bytes(lambda old: in_head(old, b"bag/data/empty", CENTRAL, 42, b"\x01\0\0\0")),
        {"PKG051", "PKG003"}, "no file begins",
    ),
    "files that overlap": (zip_bytes(overlapping), {"PKG051"}, "overlap"),
    "a name cut by a nought": (
        zip_bytes(lambda old: old.replace(b"bag/data/tei/a.xml", b"bag/data/tei/a\0xml")),
        {"PKG051", "PKG040"}, "holds a nought",
    ),
    "a name that is not UTF-8": (
        zip_bytes(lambda old: old.replace("été.xml".encode(), b"\xff\xfft\xff\xff.xml")),
        {"PKG001"}, "utf-8",
    ),
    "cut short at the end": (zip_bytes(lambda old: old[:-1]), {"PKG001"}, "directory"),
    "cut short in the middle": (zip_bytes(lambda old: old[: len(old) // 2]), {"PKG001"}, "lost"),
    "emptied": (zip_bytes(lambda _old: b""), {"PKG001"}, "it is empty"),
    "another file altogether": (zip_bytes(lambda _old: b"%PDF-1.7"), {"PKG001"}, "no zip file"),
}  # fmt: skip


@pytest.mark.parametrize("damage", IN_A_ZIP)
def test_damage_to_a_zip_file_is_named(damage: str, bag: Path) -> None:
    damaged, codes, word = IN_A_ZIP[damage]
    package = damaged(bag)
    assert package
    found, said = found_in(package)
    assert found == codes, said
    assert word in said


def member(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, link
    return made


def gzipped(change: Callable[[bytes], bytes]) -> Damage:
    def damage(bag: Path) -> Path:
        target = tarred(bag)
        target.write_bytes(change(target.read_bytes()))
        return target

    return damage


def tar_bomb(bag: Path) -> Path:
    target = bag.with_name("bomb.tar.gz")
    with tarfile.open(target, "w:gz") as archive:
        archive.add(bag, "bag")
        zeros = bag.with_name("zeros")
        zeros.write_bytes(bytes(8 << 20))
        archive.add(zeros, "bag/data/zeros")
    zeros.unlink()
    return target


def long_head(bag: Path) -> Path:
    """A tar file that wants sixteen megabytes of tidings read into memory."""
    target = bag.with_name("head.tar")
    head = member("././@PaxHeader", tarfile.XHDTYPE)
    head.size = 16 << 20
    target.write_bytes(head.tobuf() + os.urandom(1 << 20))
    return target


def with_more(*members: tarfile.TarInfo, content: bytes = b"x") -> Damage:
    return lambda bag: tar_with(bag, *members, content=content)


IN_A_TAR: Final[dict[str, tuple[Damage, set[str], str]]] = {
    "a path that climbs out": (
        with_more(member("bag/data/../../x")), {"PKG006", "PKG004", "PKG008"}, "../../x",
    ),
    "a path from the root": (with_more(member("/etc/x")), {"PKG006", "PKG004"}, "/etc/x"),
    "a folder that climbs out": (
        with_more(member("../y", tarfile.DIRTYPE)), {"PKG006"}, "../y",
    ),
    "a link": (
        with_more(member("bag/data/l", tarfile.SYMTYPE, "/etc")), {"PKG006"}, "bag/data/l",
    ),
    "a hard link": (
        with_more(member("bag/data/l", tarfile.LNKTYPE, "bag/data/empty")),
        {"PKG044"}, "bag/data/l is a hard link",
    ),
    "a device": (with_more(member("bag/data/d", tarfile.CHRTYPE)), {"PKG044"}, "device"),
    "a pipe": (with_more(member("bag/data/p", tarfile.FIFOTYPE)), {"PKG044"}, "bag/data/p"),
    "two files of one name": (with_more(member("bag/data/empty")), {"PKG043"}, "bag/data/empty"),
    "a file beside the bag": (with_more(member("x.txt")), {"PKG004"}, "x.txt"),
    "a tar bomb": (tar_bomb, {"PKG007"}, "more than"),
    "a head too long": (long_head, {"PKG001"}, "16777216 bytes long"),
    "cut short": (gzipped(lambda old: old[: len(old) // 2]), {"PKG058", "PKG001"}, "bag/"),
    "cut short by one byte": (gzipped(lambda old: old[:-1]), {"PKG058"}, "damaged at or after"),
    "a checksum that lies": (
        gzipped(lambda old: old[:-8] + bytes([old[-8] ^ 1]) + old[-7:]), {"PKG058"}, "CRC",
    ),
    "something behind the end": (
        gzipped(lambda old: gzip.compress(gzip.decompress(old) + b"more", mtime=0)),
        {"PKG058"}, "behind the end",
    ),
    "a bit flipped in a file": (
        gzipped(
            lambda old: gzip.compress(gzip.decompress(old).replace(b"<TEI>te", b"<TEI>ue"), mtime=0)
        ), {"PKG003"}, "data/tei/a.xml",
    ),
    "a bit flipped in a head": (
        gzipped(
            lambda old: gzip.compress(gzip.decompress(old).replace(b"/tei/a.x", b"/tei/c.x", 1))
        ), {"PKG058", "PKG001"}, "damaged at or after",
    ),
    "nothing in it": (
        gzipped(lambda _old: gzip.compress(bytes(10240))), {"PKG001"}, "there is no file in it",
    ),
}  # fmt: skip


@pytest.mark.parametrize("damage", IN_A_TAR)
def test_damage_to_a_tar_file_is_named(damage: str, bag: Path) -> None:
    damaged, codes, word = IN_A_TAR[damage]
    package = damaged(bag)
    assert package
    found, said = found_in(package)
    assert codes <= found, said
    assert found <= {*codes, "PKG002", "PKG040"}, said
    assert word in said


def test_there_are_more_than_thirty_damages() -> None:
    assert len(IN_A_FOLDER) + len(IN_A_ZIP) + len(IN_A_TAR) > 90


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert found_in(tmp_path / "pipe")[0] == {"PKG001"}


def test_a_storage_root_is_not_an_object(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "root/0=ocfl_1.1").write_text("ocfl_1.1\n", encoding="utf-8")
    assert "name one of the objects" in found_in(tmp_path / "root")[1]


def test_a_digest_beside_a_package_that_is_not_its_own_is_named(bag: Path) -> None:
    package = zipped(bag, sealed=True)
    package.with_name("bag.zip.sha512").write_bytes(b"\xff" * 10_000)
    found, said = found_in(package)
    assert found == {"PKG003"}
    assert said.startswith("bag.zip is not the file that was packed: its sha512 digest differs, ")


def test_a_clean_package_passes_in_every_form(bag: Path) -> None:
    for package in (bag, zipped(bag, sealed=True), tarred(bag), tarred(bag, compressed=False)):
        assert found_in(package) == (set(), "")
