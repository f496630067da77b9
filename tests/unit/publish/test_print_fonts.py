"""The script of a character chooses its face, and what has no face is reported with its remedy."""

from __future__ import annotations

import io
import unicodedata
from collections import defaultdict
from importlib import import_module
from importlib.util import find_spec

import pdfplumber
import pytest

from recensio.publish.print import typeset
from recensio.publish.print.fonts import installed_fonts, package_for
from tests.print_edition import TEI, book_of
from tests.support import codes

SCRIPTS = {
    "LATIN": ("la", "Quis desiderio sit pudor, kṛṣṇa", "LibertinusSerif"),
    "GREEK": ("grc", "μῆνιν ἄειδε θεὰ Πηληϊάδεω, ᾠδή ᾧ ΐ", "LibertinusSerif"),
    "CYRILLIC": ("ru", "въ началѣ бѣ слово, ѿ ꙗкоже", "LibertinusSerif"),
    "HEBREW": ("he", "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים", "NotoSerifHebrew"),
    "ARABIC": ("ar", "بِسْمِ اللّٰهِ الرَّحْمٰنِ الرَّحِيمِ", "Amiri"),
    "SYRIAC": ("syc", "ܒܪܫܝܬ ܐܝܬܘܗܝ ܗܘܐ ܡܠܬܐ ܕܡܠܟ̈ܐ܀", "NotoSansSyriac"),
    "DEVANAGARI": ("sa", "धर्मक्षेत्रे कुरुक्षेत्रे", "NotoSerifDevanagari"),
    "COPTIC": ("cop", "ⲛⲉϥϣⲟⲟⲡ", "NotoSansCoptic"),
    "ARMENIAN": ("xcl", "Ի սկզբանե", "NotoSansArmenian"),
    "CJK": ("zh", "標準字體", "NotoSansCJK"),
}


def test_the_folders_of_installed_packages_hold_faces() -> None:
    folders = installed_fonts()
    assert len(folders) >= 3
    assert all(any(folder.rglob("*.tt[fc]")) for folder in folders)


def test_each_script_is_set_in_its_face() -> None:
    passages = " and ".join(
        f'<foreign xml:lang="{language}">{text}</foreign>' for language, text, _ in SCRIPTS.values()
    )
    outcome = typeset(book_of(TEI.format(f'<p xml:id="p1">Now {passages}.</p>')))
    assert outcome.problems == ()
    with pdfplumber.open(io.BytesIO(outcome.value[0].content)) as pdf:
        letters = [letter for page in pdf.pages for letter in page.chars]
    found: dict[str, set[str]] = defaultdict(set)
    for letter in letters:
        script = unicodedata.name(letter["text"][0], "").partition(" ")[0]
        found[script].add(letter["fontname"].partition("+")[2])
    for script, (_language, _text, face) in SCRIPTS.items():
        assert all(name.startswith((face, "DejaVu")) for name in found[script]), script
        assert any(name.startswith(face) for name in found[script]), script


@pytest.mark.parametrize(
    ("character", "package"),
    [
        ("\u05d0", "pylopdf-fonts-he"),
        ("\u0627", "fontpkg-amiri"),
        ("\u0905", "pylopdf-fonts-hi"),
        ("\u0710", "recensio[fonts]"),
        ("\u6a19", "recensio[fonts]"),
        ("\U00010000", "recensio[fonts]"),
        ("\U00010600", ""),
        ("\U0001d800", ""),
        ("\ue001", ""),
    ],
)
def test_a_package_that_helps_is_named(
    character: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recensio.publish.print.fonts.find_spec", lambda _module: None)
    assert package_for(character) == package


def test_a_package_that_is_there_does_not_help() -> None:
    assert find_spec("fontpkg_amiri")
    assert package_for("\u0627") == ""


def test_a_character_without_a_glyph_is_named_with_its_place() -> None:
    text = '<p xml:id="p1">A <hi>\U0001d800</hi> in a text.</p><p xml:id="p2">\U00010600</p>'
    outcome = typeset(book_of(TEI.format(text)))
    assert outcome.value
    assert codes(outcome.problems) == ["PUB006", "PUB015"]
    missing, unclaimed = outcome.problems
    assert "U+1D800 SIGNWRITING HAND-FIST INDEX" in missing.message
    assert "U+10600 LINEAR A SIGN AB001" in missing.message
    assert missing.location.xpath == "/TEI[1]/text[1]/body[1]/p[1]/hi[1]"
    assert missing.location.xml_id == "p1"
    assert "folder fonts" in missing.hint
    assert "claims no standard" in unclaimed.message


def test_each_package_that_would_help_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("recensio.publish.print.typeset")
    monkeypatch.setattr(module, "installed_fonts", lambda: ())
    monkeypatch.setattr("recensio.publish.print.fonts.find_spec", lambda _module: None)
    text = '<p xml:id="p1">\u0710</p><p xml:id="p2">\u08a0 \u6a19</p>'
    outcome = typeset(book_of(TEI.format(text)))
    named = {(p.location.xml_id, p.hint.split(",")[0]) for p in outcome.problems[:-1]}
    assert named == {("p1", "install recensio[fonts]"), ("p2", "install fontpkg-amiri")}
