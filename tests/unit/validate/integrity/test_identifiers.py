from __future__ import annotations

from pathlib import Path

from recensio.validate.integrity.names import as_name, free, is_name
from tests.support import codes, laid_out, tei
from tests.unit.validate.integrity.editions import checked, found, mend


def test_the_second_of_two_is_given_a_name_of_its_own(tmp_path: Path) -> None:
    problems = found(tmp_path, "<p xml:id='a'/><p xml:id='a'/><p xml:id='a-2'/><p xml:id='a'/>")
    assert codes(problems) == ["LNK001", "LNK001"]
    mend(problems)
    assert not checked(tmp_path)
    text = (tmp_path / "a.xml").read_text(encoding="utf-8")
    assert [f"xml:id='{name}'" in text for name in ("a", "a-2", "a-2-3", "a-2-2")].count(True) >= 2


def test_nothing_is_renamed_while_something_points_at_it(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "<p xml:id='a'/><p xml:id='a'/><ref target='#a'/>")
    assert (problem.code, problem.fix) == ("LNK001", None)


def test_the_place_is_that_of_the_attribute(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "<p xml:id='a'/>\n<p\n  xml:id='a'/>")
    assert (problem.location.line, problem.location.column) == (3, 3)


def test_an_identifier_that_is_no_name_is_mended_with_its_pointers_in_every_file(
    tmp_path: Path,
) -> None:
    problems = found(
        tmp_path,
        "<p xml:id='1a'><ref target='#1a http://x.y'/></p>",
        {"b.xml": tei("<p><ref target='a.xml#1a'/></p>")},
    )
    assert codes(problems) == ["LNK002"]
    mend(problems)
    assert not checked(tmp_path)
    assert "target='a.xml#_1a'" in (tmp_path / "b.xml").read_text(encoding="utf-8")
    assert "target='#_1a http://x.y'" in (tmp_path / "a.xml").read_text(encoding="utf-8")


def test_two_documents_may_use_one_identifier(tmp_path: Path) -> None:
    body = "<p xml:id='a'>{}<ref target='#a'/></p>"
    assert not found(tmp_path, body.format("one"), {"b.xml": tei(body.format("two"))})


def test_an_identifier_of_two_documents_is_ambiguous_for_a_third(tmp_path: Path) -> None:
    files = {"b.xml": tei("<p xml:id='x'>one</p>"), "c.xml": tei("<p xml:id='x'>two</p>")}
    (problem,) = found(tmp_path, "<ref target='#x'/>", files)
    assert problem.code == "LNK004"
    assert Path(problem.location.path).name == "c.xml"
    assert "b.xml" in problem.message


def test_copies_of_an_entry_are_one_entry(tmp_path: Path) -> None:
    files = {name: tei("<p xml:id='x'>one</p>") for name in ("b.xml", "c.xml")}
    assert not found(tmp_path, "<ref target='#x'/>", files)


def test_markup_that_is_quoted_names_nothing(tmp_path: Path) -> None:
    example = "<egXML xmlns='http://www.tei-c.org/ns/Examples'><p xml:id='a' corresp='#b'/></egXML>"
    laid_out(tmp_path, {"a.xml": tei(example + example)})
    assert not checked(tmp_path)


def test_names_are_made_of_what_is_no_name() -> None:
    assert as_name("1 a", ()) == "_1_a"
    assert as_name("a:b", ()) == "a_b"
    assert as_name("a:b", {"a_b"}) == "a_b-2"
    assert as_name("§", ()) == "id"
    assert free("a", ("b",)) == "a"
    assert not is_name("a:b")
