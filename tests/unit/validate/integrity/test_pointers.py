"""Pointers: what resolves, what does not, and what is the habit of an edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import codes, laid_out, tei
from tests.unit.validate.integrity.editions import checked, found, mend, register, said

PREFIX = (
    "<encodingDesc><listPrefixDef><prefixDef ident='psn' matchPattern='([a-z]+)'"
    " replacementPattern='{}$1'/></listPrefixDef></encodingDesc>"
)


@pytest.mark.parametrize(
    "pointer",
    [
        "#here",
        "#%68ere",
        "#there",
        "b.xml#there",
        "./b.xml",
        "sub/c.xml#far",
        "#",
        "https://a.b/c#d",
        "urn:cts:greekLit:tlg0012",
        "doi:10.1/2",
        "mailto:a@b.c",
        "tag:a.b,2012:c",
        "/learning",
        "#xpath(//p[1])",
        "#string-range(here,0,1)",
        "notes.txt",
        "#here #there  https://a.b",
    ],
)
def test_what_leads_somewhere_is_no_fault(tmp_path: Path, pointer: str) -> None:
    files = {
        "b.xml": tei("<p xml:id='there'/>"),
        "sub/c.xml": tei("<p xml:id='far'><ref target='../b.xml#there'/></p>"),
        "notes.txt": "notes",
    }
    assert not found(tmp_path, f"<p xml:id='here'><ref target='{pointer}'/></p>", files)


@pytest.mark.parametrize(
    ("pointer", "code"),
    [
        ("#nowhere", "LNK003"),
        ("b.xml#nowhere", "LNK003"),
        ("c.xml#there", "LNK005"),
        ("psm:anna", "LNK006"),
        ("place/b.xml", "LNK005"),
    ],
)
def test_what_leads_nowhere_is(tmp_path: Path, pointer: str, code: str) -> None:
    body = f"<p><ref target='{pointer}'/><ref target='b.xml#there'/></p>"
    assert codes(found(tmp_path, body, {"b.xml": tei("<p xml:id='there'/>")})) == [code]


def test_the_pointers_of_an_attribute_are_judged_one_by_one(tmp_path: Path) -> None:
    body = "<p xml:id='alpha'><ref\n target='#alpha #alhpa #beta'/></p>"
    one, other = found(tmp_path, body)
    assert (one.location.line, one.location.column) == (2, 2)
    assert one.expected == ("#alpha",)
    assert one.fix is not None
    assert one.fix.edits[0].text == "#alpha #alpha #beta"
    assert (other.code, other.fix) == ("LNK003", None)


def test_a_file_of_the_folder_is_read_though_it_is_not_of_the_edition(tmp_path: Path) -> None:
    settings = '[files]\ntexts = ["a.xml"]\n'
    files = {"edition.toml": settings, "b.xml": tei("<p xml:id='there'/>")}
    body = "<p><ref target='b.xml#there'/><ref target='b.xml#nowhere'/></p>"
    assert said(found(tmp_path, body, files)) == [
        "LNK003 @target points to b.xml#nowhere, which is not in the edition"
    ]


def test_a_file_outside_the_folder_is_not_opened(tmp_path: Path) -> None:
    laid_out(tmp_path, {"out.xml": tei("<p/>")})
    assert not found(tmp_path / "in", "<ref target='../out.xml#nowhere'/>")
    assert codes(found(tmp_path / "in", "<ref target='../gone.xml#x'/>")) == ["LNK005"]


def test_an_ill_formed_file_is_not_judged(tmp_path: Path) -> None:
    settings = '[files]\ntexts = ["a.xml"]\n'
    files = {"edition.toml": settings, "b.xml": "<p"}
    assert not found(tmp_path, "<ref target='b.xml#x'/>", files)


def test_the_base_of_an_element_is_the_folder_of_its_pointers(tmp_path: Path) -> None:
    files = {"sub/b.xml": tei("<p xml:id='there'/>")}
    body = "<div xml:base='sub/'><p><ref target='b.xml#there'/></p></div>"
    assert not found(tmp_path, body, files)
    body = "<div xml:base='https://a.b/'><p><ref target='c.xml#there'/><ref target='d'/></p></div>"
    assert not found(tmp_path, body, files)


def test_a_public_address_as_base_does_not_hide_a_wrong_pointer(tmp_path: Path) -> None:
    body = "<div xml:base='https://a.b/c.xml' xml:id='a'><p><ref target='#a #gone'/></p></div>"
    assert codes(found(tmp_path, body)) == ["LNK003"]


# --- prefixes ------------------------------------------------------------------------------------


def with_prefix(body: str, replacement: str = "#") -> str:
    return tei(body, header=PREFIX.format(replacement))


def test_a_prefix_leads_where_its_prefix_def_says(tmp_path: Path) -> None:
    text = with_prefix(
        "<p><persName ref='psn:anna'/><persName ref='psn:berta'>Berta</persName></p>", "b.xml#"
    )
    laid_out(tmp_path, {"a.xml": text, "b.xml": register("anna")})
    (problem,) = checked(tmp_path)
    assert problem.message == "persName refers to psn:berta, which no register holds"
    assert problem.fix is not None
    mend([problem])
    assert not checked(tmp_path)


def test_one_of_several_prefix_defs_is_enough(tmp_path: Path) -> None:
    one = PREFIX.format("#gone_")
    two = (
        PREFIX.format("#").replace("<encodingDesc><listPrefixDef>", "").replace("[a-z]+", "[a-z]*")
    )
    header = one.replace("</listPrefixDef></encodingDesc>", two)
    text = tei("<persName ref='psn:anna'/>", header=header)
    laid_out(tmp_path, {"a.xml": text, "b.xml": register("anna")})
    assert not checked(tmp_path)


def test_what_the_pattern_does_not_match_is_said(tmp_path: Path) -> None:
    laid_out(tmp_path, {"a.xml": with_prefix("<p corresp='psn:A1' xml:id='a'/>")})
    (problem,) = checked(tmp_path)
    assert problem.message == (
        "@corresp holds psn:A1, but the prefixDef of psn takes only what matches ([a-z]+)"
    )


def test_a_pattern_that_cannot_be_read_judges_nothing(tmp_path: Path) -> None:
    text = with_prefix("<p corresp='psn:A1'/>").replace("([a-z]+)", "([a-z")
    laid_out(tmp_path, {"a.xml": text})
    assert not checked(tmp_path)


def test_a_slip_in_a_prefix_is_mended(tmp_path: Path) -> None:
    text = with_prefix("<p><persName ref='psn:anna'/><persName ref='PSN:anna'/></p>")
    laid_out(tmp_path, {"a.xml": text, "b.xml": register("anna")})
    (problem,) = checked(tmp_path)
    assert (problem.code, problem.expected) == ("LNK006", ("psn:",))
    mend([problem])
    assert not checked(tmp_path)


def test_an_undeclared_prefix_is_said_once(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "<p><term ref='bib:a'/><term ref='bib:b'/></p>")
    assert (problem.code, problem.severity.value) == ("LNK006", "info")
    assert "so 2 times" in problem.message


# --- habits --------------------------------------------------------------------------------------


def test_pointers_into_a_register_that_is_not_there_are_one_remark(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "<p><persName ref='#p1'/><persName ref='#p2'/></p>")
    assert (problem.code, problem.severity.value) == ("LNK010", "info")


def test_a_missing_entry_of_a_register_that_is_there_is_a_fault(tmp_path: Path) -> None:
    body = "<p><persName ref='#anna'/><persName ref='#berta'>Berta <hi>B.</hi></persName></p>"
    problems = found(tmp_path, body, {"b.xml": register("anna")})
    assert codes(problems) == ["REG001"]
    mend(problems)
    assert not checked(tmp_path)
    text = (tmp_path / "b.xml").read_text(encoding="utf-8")
    assert '<person xml:id="berta"><persName>Berta B.</persName></person></listPerson>' in text


def test_an_entry_is_added_once_for_all_its_mentions(tmp_path: Path) -> None:
    body = "<p><persName ref='#anna'/>" + "<persName ref='#berta'>Berta</persName>" * 3 + "</p>"
    problems = found(tmp_path, body, {"b.xml": register("anna")})
    assert codes(problems) == ["REG001"] * 3
    assert [problem.fix is not None for problem in problems] == [True, False, False]


def test_a_slip_in_a_name_is_mended_rather_than_given_an_entry(tmp_path: Path) -> None:
    body = "<p><persName ref='#ryutin_m'/><persName ref='#ruytin_m'/></p>"
    problems = found(tmp_path, body, {"b.xml": register("ryutin_m", "stalin")})
    assert [p.expected for p in problems if p.code == "REG001"] == [("#ryutin_m",)]
    mend(problems)
    assert codes(checked(tmp_path)) == ["REG003"]


@pytest.mark.parametrize(("known", "written"), [("pmb2121", "pmb2122"), ("G1", "N1"), ("A", "B")])
def test_names_that_differ_in_a_number_or_a_letter_are_no_slips(
    tmp_path: Path, known: str, written: str
) -> None:
    body = f"<p xml:id='{known}'><ref target='#{known}'/><ref target='#{written}'/></p>"
    (problem,) = found(tmp_path, body)
    assert (problem.expected, problem.fix) == ((), None)


def test_a_forgotten_number_sign_is_added(tmp_path: Path) -> None:
    body = "<p xml:id='one'><ref target='#one'/><ref target='#one'/><ref target='one'/></p>"
    problems = found(tmp_path, body)
    assert codes(problems) == ["LNK011"]
    mend(problems)
    assert not checked(tmp_path)


def test_words_in_place_of_pointers_are_one_remark(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "<p ana='a'/><p ana='b'/><p ana='a'/>")
    assert problem.code == "LNK012"
    assert "(3)" in problem.message


def test_a_name_that_many_pointers_miss_is_said_once(tmp_path: Path) -> None:
    body = "<p xml:id='a'>" + "<ref target='#a'/>" * 90 + "<ref target='#gone'/>" * 12 + "</p>"
    (problem,) = found(tmp_path, body)
    assert problem.message.endswith("(so 12 times)")


def test_pictures_are_kept_elsewhere(tmp_path: Path) -> None:
    body = "<p><graphic url='a.jpg'/><graphic url='b.jpg'/></p><pb facs='DLA_0001'/>"
    assert codes(found(tmp_path, body)) == ["LNK010"]


def test_a_slip_in_the_name_of_a_file_is_mended(tmp_path: Path) -> None:
    body = "<p><ref target='leter.xml#x'/></p>"
    problems = found(tmp_path, body, {"letter.xml": tei("<p xml:id='x'/>")})
    assert codes(problems) == ["LNK005"]
    mend(problems)
    assert not checked(tmp_path)


# --- kinds ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pointer", "target", "wrong"),
    [
        ("<add hand='#x'/>", "<p xml:id='x'/>", True),
        ("<add hand='#x'/>", "<handNote xml:id='x'/>", False),
        ("<sp who='#x'/>", "<place xml:id='x'/>", True),
        ("<sp who='#x'/>", "<personGrp xml:id='x'/>", False),
        ("<note resp='#x'/>", "<date xml:id='x'/>", True),
        ("<note resp='#x'/>", "<editor xml:id='x'/>", False),
        ("<persName ref='#x'/>", "<place xml:id='x'/>", True),
        ("<placeName ref='#x'/>", "<person xml:id='x'/>", True),
        ("<rs type='person' ref='#x'/>", "<place xml:id='x'/>", True),
        ("<rs ref='#x'/>", "<place xml:id='x'/>", False),
        ("<hi rendition='#x'/>", "<person xml:id='x'/>", True),
    ],
)
def test_pointers_lead_to_what_they_can_mean(
    tmp_path: Path, pointer: str, target: str, wrong: bool
) -> None:
    problems = found(tmp_path, f"<p>{pointer}{target}</p>")
    assert codes(problems) == (["LNK008"] if wrong else [])


def test_what_an_edition_always_does_is_not_wrong(tmp_path: Path) -> None:
    assert not found(tmp_path, "<p xml:id='x'>" + "<add hand='#x'/>" * 3 + "</p>")


def test_a_pointer_out_of_its_document_is_said_where_others_stay_inside(tmp_path: Path) -> None:
    inside = "<p xml:id='a'>" + "<ref target='#a'/>" * 60
    files = {"b.xml": tei("<p xml:id='b'/>")}
    (problem,) = found(tmp_path, f"{inside}<ref target='#b'/></p>", files)
    assert problem.code == "LNK013"
    assert problem.hint.endswith("write b.xml#b")


def test_words_below_a_public_address_are_addresses(tmp_path: Path) -> None:
    body = "<div xml:base='https://a.b/' xml:id='a'><ref target='a'/><ref target='c'/>{}</div>"
    assert not found(tmp_path, body.format(""))
    (problem,) = found(tmp_path, body.format("<ref target='#a'/>" * 20))
    assert (problem.code, problem.expected) == ("LNK011", ("#a",))
