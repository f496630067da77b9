"""XInclude: local files below the edition, in order, with their own places; nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from recensio.model.problem import Outcome
from recensio.tei import xinclude
from recensio.tei.io import Parsed, read
from recensio.tei.locate import Locator
from tests.support import NS, Element, codes, laid_out, tei, the

INCLUDE = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" {} />'
FALLBACK = (
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" {}>'
    "<xi:fallback>{}</xi:fallback></xi:include>"
)
PART = f'<p xmlns="{NS["t"]}">part <hi xml:id="here">with a name</hi></p>'


def include(href: str, more: str = "") -> str:
    return INCLUDE.format(f'href="{href}" {more}')


def div(content: str) -> str:
    return f'<div xmlns="{NS["t"]}">{content}</div>'


def read_main(
    folder: Path, body: str, files: Mapping[str, str] = MappingProxyType({})
) -> Outcome[Parsed | None]:
    laid_out(folder, {"main.xml": tei(body), **files})
    return read(folder / "main.xml", folder)


def body(outcome: Outcome[Parsed | None]) -> Element:
    assert outcome.value is not None
    return the(outcome.value.tree.find(".//t:body", NS))


def text(outcome: Outcome[Parsed | None]) -> str:
    return "".join(body(outcome).itertext())


def reason(outcome: Outcome[Parsed | None]) -> str:
    (problem,) = outcome.problems
    assert problem.code == "SRC009"
    return problem.message.partition("resolved: ")[2]


def test_a_file_is_included_in_its_place(tmp_path: Path) -> None:
    outcome = read_main(tmp_path, f"a{include('part.xml')}b", {"part.xml": PART})
    assert not outcome.problems
    assert text(outcome) == "apart with a nameb"


def test_an_element_is_included_by_its_identifier(tmp_path: Path) -> None:
    for pointer in ("here", "element(here)"):
        part = include("part.xml", f'xpointer="{pointer}"')
        outcome = read_main(tmp_path, f"a {part} b", {"part.xml": PART})
        assert text(outcome) == "a with a name b"


def test_text_is_included_as_text(tmp_path: Path) -> None:
    files = {"words.txt": "\ufeff<p> & all\r\nthat"}
    words = include("words.txt", 'parse="text"')
    outcome = read_main(tmp_path, f"<p>a{words}b</p>", files)
    assert text(outcome) == "a<p> & all\nthatb"


def test_text_is_included_in_its_encoding(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes("мир".encode("koi8-r"))
    words = include("words.txt", 'parse="text" encoding="koi8-r"')
    assert text(read_main(tmp_path, words)) == "мир"


def test_an_include_may_be_left_as_it_stands(tmp_path: Path) -> None:
    laid_out(tmp_path, {"main.xml": tei(include("part.xml")), "part.xml": PART})
    outcome = read(tmp_path / "main.xml", tmp_path, xinclude=False)
    assert body(outcome).find("xi:include", NS) is not None


def test_included_files_include_others_relative_to_themselves(tmp_path: Path) -> None:
    files = {
        "parts/one.xml": f'<div xmlns="{NS["t"]}">1{include("two.xml")}</div>',
        "parts/two.xml": PART,
    }
    assert text(read_main(tmp_path, include("parts/one.xml"), files)) == "1part with a name"


# --- what cannot be included ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ('href="absent.xml"', "there is no such file"),
        ('href=""', "there is no such file"),
        ('href="."', "there is no such file"),
        ('href="../outside.xml"', "it lies outside"),
        ('href="/etc/hostname" parse="text"', "it lies outside"),
        ('href="%2e%2e/outside.xml"', "it lies outside"),
        ('href="http://example.org/part.xml"', "it is not a local file"),
        ('href="file:///etc/hostname"', "it is not a local file"),
        ('href="%00"', "it is not the name of a file"),
        (f'href="{"x" * 300}"', "it is not the name of a file"),
        ('href="part.xml" parse="html"', "parse is html"),
        ('href="part.xml" xpointer="elsewhere"', "no element with the xml:id elsewhere"),
        ('href="part.xml" parse="text" encoding="klingon"', "klingon is not an encoding"),
        ('href="latin.txt" parse="text"', "it is not text in utf-8"),
        ('href="binary.txt" parse="text"', "characters that XML does not allow"),
        ('href="main.xml"', "it includes itself"),
    ],
)
def test_what_cannot_be_included_is_reported_and_stays(
    tmp_path: Path, attributes: str, words: str
) -> None:
    folder = tmp_path / "edition"
    laid_out(tmp_path, {"outside.xml": PART, "edition/part.xml": PART})
    (folder / "latin.txt").write_bytes(b"caf\xe9")
    (folder / "binary.txt").write_bytes(b"a\0b")
    outcome = read_main(folder, f"<p>a{INCLUDE.format(attributes)}b</p>")
    assert words in reason(outcome)
    assert text(outcome) == "ab"
    assert body(outcome).find("t:p/xi:include", NS) is not None


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.xml").write_text(PART)
    (tmp_path / "edition").mkdir()
    (tmp_path / "edition" / "link.xml").symlink_to(tmp_path / "outside.xml")
    outcome = read_main(tmp_path / "edition", include("link.xml"))
    assert "it lies outside" in reason(outcome)


def test_an_ill_formed_part_is_named_with_its_own_place(tmp_path: Path) -> None:
    outcome = read_main(tmp_path, include("bad.xml"), {"bad.xml": "<p>\n<hi></p>"})
    assert codes(outcome.problems) == ["SRC001", "SRC009"]
    place = outcome.problems[0].location
    assert (Path(place.path).name, place.line) == ("bad.xml", 2)


def test_a_circle_of_files_ends(tmp_path: Path) -> None:
    files = {
        "one.xml": f'<div xmlns="{NS["t"]}">1{include("two.xml")}</div>',
        "two.xml": f'<div xmlns="{NS["t"]}">2{include("one.xml")}</div>',
    }
    outcome = read_main(tmp_path, include("one.xml"), files)
    assert reason(outcome) == "it includes itself"
    assert text(outcome) == "12"


def test_files_that_multiply_are_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xinclude, "LIMIT", 50_000)
    monkeypatch.setattr(xinclude._Room.__init__, "__defaults__", (50_000,))
    files = {
        f"{n}.xml": f'<div xmlns="{NS["t"]}">{include(f"{n + 1}.xml") * 10}</div>' for n in range(6)
    }
    outcome = read_main(tmp_path, include("0.xml"), {**files, "6.xml": PART})
    assert {p.message.partition("resolved: ")[2] for p in outcome.problems} == {
        "the document includes too much"
    }


# --- fallback ------------------------------------------------------------------------------------


def test_a_fallback_takes_the_place_in_order(tmp_path: Path) -> None:
    fallback = FALLBACK.format('href="absent.xml"', "one <hi>two</hi> three")
    outcome = read_main(tmp_path, f"<p>a {fallback} b</p>")
    assert not outcome.problems
    assert text(outcome) == "a one two three b"


def test_an_include_in_a_fallback_is_followed_only_when_it_is_needed(tmp_path: Path) -> None:
    inner = include("part.xml")
    needed = FALLBACK.format('href="absent.xml"', inner)
    assert text(read_main(tmp_path, needed, {"part.xml": PART})) == "part with a name"
    idle = FALLBACK.format('href="part.xml"', include("absent.xml"))
    outcome = read_main(tmp_path, idle, {"part.xml": PART})
    assert not outcome.problems
    assert text(outcome) == "part with a name"


# --- where included elements stand ---------------------------------------------------------------


def test_an_included_element_names_its_own_file_and_line(tmp_path: Path) -> None:
    files = {"a part.xml": div("\n\n<p>here</p>")}
    outcome = read_main(tmp_path, include("a%20part.xml"), files)
    assert outcome.value is not None
    locator = Locator(outcome.value.tree, str(tmp_path / "main.xml"))
    place = locator.location(the(body(outcome).find(".//t:p", NS)), column=True)
    assert (Path(place.path).name, place.line) == ("a part.xml", 3)
    assert place.xpath == "/TEI[1]/text[1]/body[1]/div[1]/p[1]"
