"""What an archive would send back is found before it is packed."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from recensio.model.catalogue import Severity, catalogue
from recensio.model.problem import Problem
from recensio.package import Edition, Wishes, inspect
from recensio.package.pdf_claim import claim_of, faults
from recensio.package.profiles import names, profile
from tests.support import codes, laid_out, tei
from tests.unit.package.test_package import METADATA

PAGE = '<!DOCTYPE html><html><head>{}</head><body id="top-of-it">{}</body></html>'
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'
XMP = b'<r:Description r:about="" xmlns:pdfaid="x"><pdfaid:part>3</pdfaid:part>%s</r:Description>'
FONT = {"/Type": "/Font", "/Subtype": "/TrueType", "/BaseFont": "/Times"}
LEVEL = b"<pdfaid:conformance>u</pdfaid:conformance>"


def found(folder: Path, files: dict[str, str | bytes], archive: str = "strict") -> list[Problem]:
    """The problems of a package of these files, without those of its description."""
    texts = {name: text for name, text in files.items() if isinstance(text, str)}
    out = laid_out(folder, {"build.json": "{}", **texts})
    for name, content in files.items():
        if isinstance(content, bytes):
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_bytes(content)
    problems = inspect(Edition(out, METADATA, 0), Wishes(profile=profile(archive))).problems
    of_metadata = {"PKG011", "PKG014", "PKG015", "PKG021", "PKG028"}
    return [each for each in problems if each.code not in of_metadata]


@pytest.mark.parametrize(
    "name",
    [
        "data/con.txt",
        "data/LPT1.csv",
        "data/a .txt",
        "data/ü.txt",
        "data/x" + "y" * 100 + ".txt",
        "data/" + "/".join(["long-name-of-a-folder"] * 12) + "/a.txt",
    ],
)
def test_names_that_some_system_refuses(name: str, tmp_path: Path) -> None:
    assert codes(found(tmp_path, {name: "text"})) == ["PKG016"]


def test_names_of_one_kind_are_one_finding(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"data/ü{n}.txt": "text" for n in range(9)}
    problems = found(tmp_path, files)
    assert codes(problems) == ["PKG016"]
    assert "and 8 more in data" in problems[0].message


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("data/a.txt", "\ufeffa".encode(), "byte order mark"),
        ("data/a.txt", b"\xff", "not UTF-8"),
        ("data/a.txt", b"a" * (1 << 20) + "\u0301".encode(), "NFC"),
        ("data/a.txt", b"a" * ((1 << 20) - 1) + b"\xc3", "not UTF-8"),
        ("data/a.xml", b"<a/>", "no XML declaration"),
        ("data/a.xml", b'<?xml version="1.0" encoding="iso-8859-1"?><a/>', "iso-8859-1"),
        ("data/a.txt", b"\xc3\xa9" * (1 << 19) + b"\xc3\xa9", ""),
        ("data/a.xml", b"<?xml version='1.0'?><a/>", "encoding"),
        ("data/a.xml", b"<?xml version='1.0' encoding='UTF-8'?><a/>", ""),
        ("site/a.txt", "e\u0301".encode(), ""),
        ("site/a.svg", b"<svg/>", ""),
        ("data/a.sqlite", b"\xff", ""),
    ],
)
def test_text_that_is_not_written_as_archives_keep_it(
    name: str, content: bytes, reason: str, tmp_path: Path
) -> None:
    problems = found(tmp_path, {name: content})
    assert codes(problems) == (["PKG018"] if reason else [])
    assert all(reason in problem.message for problem in problems)


def test_pointers_find_their_targets_in_any_document(tmp_path: Path) -> None:
    body = (
        '<p xml:id="here" ref="#there b.xml#there ../data/x.csv prefix:id https://example.org/x">'
        '<ptr target="#string-range(here,0,1)"/><ref target="b.xml"/></p>'
    )
    files: dict[str, str | bytes] = {
        "tei/a.xml": DECLARED + tei(body),
        "tei/b.xml": DECLARED + tei('<p xml:id="there"/>'),
        "data/x.csv": "a\n",
    }
    assert found(tmp_path, files) == []


def test_each_pointer_that_leads_nowhere_is_found_once(tmp_path: Path) -> None:
    body = '<p ref="#no"/><p ref="#no c.xml#x b.xml#no no.xml word"/>'
    files: dict[str, str | bytes] = {
        "tei/a.xml": DECLARED + tei(body),
        "tei/b.xml": DECLARED + tei(),
    }
    messages = [problem.message.split()[0] for problem in found(tmp_path, files)]
    assert messages == ["#no", "c.xml#x", "b.xml#no", "no.xml"]


def test_documents_that_are_not_complete(tmp_path: Path) -> None:
    text = tei(
        '<p><graphic url="https://example.org/1.png"/></p>'
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="b.xml"/>'
    )
    problems = found(tmp_path, {"tei/a.xml": DECLARED + text})
    assert codes(problems) == ["PKG020", "PKG020"]


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ('<script src="https://example.org/x.js"></script>', "", ["PKG020"]),
        ('<link rel="icon" href="//example.org/i.png">', "", ["PKG020"]),
        ('<link rel="canonical" href="https://example.org/">', "", []),
        ("", '<img src="https://example.org/x.png" alt="">', ["PKG020"]),
        ("", '<img src="data:image/png;base64,AA" alt="">', []),
        ("", '<a href="https://example.org/">x</a><a href="mailto:a@b.org">y</a>', []),
        ("", '<a href="no.html">x</a><a href="no.html">x</a>', ["PKG019"]),
        ("", '<a href="#no">x</a>', ["PKG019"]),
        ("", '<a href="#top-of-it">x</a><a href="b/">y</a><a href="b/index.html#z">z</a>', []),
        ("", '<a href="b/index.html?q=1">x</a>', []),
    ],
)
def test_pages_hold_together(head: str, body: str, expected: list[str], tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "site/index.html": PAGE.format(head, body),
        "site/b/index.html": PAGE.format("", '<a href="../index.html">up</a>'),
    }
    assert codes(found(tmp_path, files)) == expected


def test_style_sheets_load_nothing(tmp_path: Path) -> None:
    rules = 'a { background: url("paper.png") } b { src: url(https://example.org/f.woff2) }'
    assert codes(found(tmp_path, {"site/style.css": rules})) == ["PKG020"]


def test_every_profile_is_understood() -> None:
    assert names() == ("strict", "arche", "clarin", "zenodo")
    for name in names():
        wanted = profile(name)
        assert set(wanted.severity) <= set(catalogue())
        assert set(wanted.severity.values()) <= {*Severity, "off"}
        assert all(hasattr(METADATA, field) for field in wanted.required)


def test_a_profile_says_how_grave_a_finding_is(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"data/ü.txt": "text", "epub/e.epub": b"PK"}
    grave = {
        name: {(each.code, each.severity.value) for each in found(tmp_path, files, name)}
        for name in names()
    }
    assert grave["strict"] == {("PKG016", "warning")}
    assert grave["arche"] == {("PKG016", "warning"), ("PKG027", "info")}
    assert grave["zenodo"] == set()


def pdf(fonts: bool = False, intent: bool = True, xmp: bytes = XMP % LEVEL, key: str = "") -> bytes:
    """A page of a PDF that claims to be PDF/A, by another program than ours."""
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    font = DictionaryObject({NameObject(k): NameObject(v) for k, v in FONT.items()})
    if fonts:
        descriptor = DictionaryObject(
            {NameObject("/Type"): NameObject("/FontDescriptor")}
            | {NameObject("/FontFile2"): writer._add_object(StreamObject())}
        )
        font[NameObject("/FontDescriptor")] = writer._add_object(descriptor)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}
    )
    if intent:
        meant = {"/Type": "/OutputIntent", "/S": "/GTS_PDFA1"}
        writer._root_object[NameObject("/OutputIntents")] = writer._add_object(
            DictionaryObject({NameObject(k): NameObject(v) for k, v in meant.items()})
        )
    stream = StreamObject()
    stream.set_data(xmp)
    writer._root_object[NameObject("/Metadata")] = writer._add_object(stream)
    if key:
        writer.encrypt(key, algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "claim", "reasons"),
    [
        (pdf(fonts=True), "3U", []),
        (pdf(), "3U", ["fonts are not embedded: Times"]),
        (
            pdf(fonts=True, intent=False),
            "3U",
            ["it has no output intent, so its colours mean nothing"],
        ),
        (pdf(xmp=b"<none/>"), "", []),
        (pdf(fonts=True, xmp=XMP % b""), "3", []),
        (pdf(fonts=True, key="secret"), "", ["is encrypted"]),
        (b"", "", ["is empty"]),
        (b"%PDF-1.7", "", []),
    ],
)
def test_a_pdf_that_claims_to_be_pdfa(
    content: bytes, claim: str, reasons: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(content)
    assert claim_of(path) == claim
    assert [fault.removeprefix("claims to be PDF/A, and ") for fault in faults(path)] == reasons


def test_fonts_are_found_in_compressed_objects(tmp_path: Path) -> None:
    """Object streams (PDF 1.5) hide what a plain search looks for."""
    hidden = zlib.compress(b"1 0 <</Type/Font/Subtype/Type1/BaseFont/Courier>>")
    head = b"%PDF-1.7\n9 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>\nstream\n"
    path = tmp_path / "x.pdf"
    claim = XMP % LEVEL + b"<</S/GTS_PDFA1>>"
    path.write_bytes(head + hidden + b"\nendstream\nendobj\n" + claim)
    assert list(faults(path)) == ["claims to be PDF/A, and fonts are not embedded: Courier"]


def test_sizes_are_told_by_folder(tmp_path: Path) -> None:
    out = laid_out(tmp_path, {"build.json": "{}", "data/a.txt": "12345", "tei/b.xml": tei()})
    sizes = inspect(Edition(out, METADATA, 0)).value
    assert sizes.folders["data"] == (1, 5)
    assert sizes.files == 5
    assert sizes.largest[0][0] == "schema/recensio.odd"


def test_what_is_odd_in_a_name_is_named(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"data/a.b.txt": "text", "data/c d.txt": "text"}
    messages = [problem.message for problem in found(tmp_path, files, "arche")]
    assert messages == [
        "data/a.b.txt: the profile ARCHE does not take more than one full stop in names",
        "data/c d.txt: the profile ARCHE does not take ' ' in names",
    ]
