"""What is checked: schema, rules, identifiers, pointers, sigla, apparatus."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from recensio.corpus import read_corpus
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Problem
from recensio.project import open_project
from recensio.validate import Check, validate
from tests.support import codes, corpus_at, laid_out, tei

GRAMMAR = """<element name="poem" xmlns="http://relaxng.org/ns/structure/1.0">
<oneOrMore><element name="line"><text/></element></oneOrMore></element>"""
RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
<pattern><rule context="t:p">
<assert id="full" test="normalize-space()">A paragraph has words.</assert>
<report id="long" role="warning" test="string-length(.) gt 20">A paragraph is short.</report>
</rule></pattern></schema>"""
ANY = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start>
<define name="any"><element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/>
<ref name="any"/></choice></zeroOrMore></element></define></grammar>"""

METHOD = (
    '<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/>'
    "</encodingDesc>"
)
NO_BLINK = """<anyName><except><name ns="http://www.tei-c.org/ns/1.0">blink</name>
<name ns="u">blink</name></except></anyName>"""


def found(
    folder: Path, body: str, files: Mapping[str, str] = MappingProxyType({})
) -> list[Problem]:
    document = tei(body, header=METHOD)
    return list(validate(corpus_at(folder, {"a.xml": document, **files}), None))


def positive(folder: Path, body: str) -> list[Problem]:
    settings = '[files]\ntexts = ["a.xml"]\n[apparatus]\nkind = "positive"\n'
    return found(folder, body, {"edition.toml": settings})


def test_a_good_document_has_no_problems(tmp_path: Path) -> None:
    body = (
        "<listWit><witness xml:id='A'/></listWit><p xml:id='p.1'>x<ref target='#p.1'>y</ref>"
        "<app><lem wit='#A'>z</lem><rdg type='conjecture'>y</rdg></app><persName ref='#A'/><ptr target='http://a.b/#c'/></p>"
    )
    assert not found(tmp_path, body)


# --- schema --------------------------------------------------------------------------------------

TYPED = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"
datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><ref name="any"/></start>
<define name="any"><element><anyName><except><name ns="http://www.tei-c.org/ns/1.0">p</name>
<name ns="http://www.tei-c.org/ns/1.0">date</name></except></anyName><zeroOrMore><attribute>
<anyName><except><name>xml:id</name></except></anyName></attribute></zeroOrMore><ref name="inside"/>
</element></define><define name="inside"><zeroOrMore><choice><text/><ref name="any"/>
<element name="p" ns="http://www.tei-c.org/ns/1.0"><optional><attribute name="xml:id">
<data type="ID"/></attribute></optional><ref name="inside"/></element>
<element name="date" ns="http://www.tei-c.org/ns/1.0"><attribute name="when"><data type="date"/>
</attribute><text/></element></choice></zeroOrMore></define></grammar>"""


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (frozenset(Check), {"TEI006", "LNK001"}),
        (frozenset({Check.SCHEMA}), {"TEI006", "TEI011"}),
        (frozenset({Check.INTEGRITY}), {"TEI073", "LNK001"}),
    ],
)
def test_what_two_checks_find_is_told_once(
    tmp_path: Path, only: frozenset[Check], expected: set[str]
) -> None:
    body = "<p xml:id='a'/><p xml:id='a'><date when='1932-02-30'>x</date></p>"
    corpus = corpus_at(tmp_path, {"a.xml": tei(body, header=METHOD), "t.rng": TYPED})
    problems = list(validate(corpus, tmp_path / "t.rng", only))
    assert {problem.code for problem in problems} == expected
    assert len(problems) == len(expected)


def test_any_xml_is_held_to_any_schema(tmp_path: Path) -> None:
    laid_out(tmp_path, {"poem.rng": GRAMMAR, "poems/a.xml": "<poem>\n  <verse/>\n</poem>"})
    project = open_project([tmp_path / "poems"])
    corpus = read_corpus(project, any_xml=True).value
    problems = list(validate(corpus, tmp_path / "poem.rng", frozenset({Check.SCHEMA})))
    assert {problem.code for problem in problems} == {"TEI003"}
    assert (problems[0].location.line, problems[0].location.column) == (2, 3)
    assert problems[0].location.xpath == "/poem[1]/verse[1]"


@pytest.mark.parametrize(
    "document",
    [
        "<TEI.2><text>\n  <blink/></text></TEI.2>",
        "<t:TEI xmlns:t='http://www.tei-c.org/ns/1.0'><t:text>\n  <t:blink/></t:text></t:TEI>",
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text>\n  <x:blink xmlns:x='u'/></text></TEI>",
    ],
)
def test_elements_are_found_whatever_their_prefix(tmp_path: Path, document: str) -> None:
    laid_out(tmp_path, {"any.rng": ANY.replace("<anyName/>", NO_BLINK, 1)})
    corpus = corpus_at(tmp_path / "texts", {"a.xml": document})
    problems = list(validate(corpus, tmp_path / "any.rng", frozenset({Check.SCHEMA})))
    assert {problem.code for problem in problems} == {"TEI003"}
    assert all(problem.location.xpath for problem in problems)


@pytest.mark.parametrize(
    ("name", "content"),
    [("absent.rng", None), ("broken.rng", "<grammar"), ("wrong.rng", "<html/>")],
)
def test_a_schema_that_cannot_be_used_stops_the_run(
    tmp_path: Path, name: str, content: str | None
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    corpus = corpus_at(tmp_path / "texts", {"a.xml": tei()})
    with pytest.raises(CannotGoOn) as failure:
        list(validate(corpus, tmp_path / name))
    assert failure.value.exit_code == 2
    assert codes(failure.value.problems) == ["SRC002" if content is None else "TEI002"]


def test_rules_beside_the_schema_are_checked(tmp_path: Path) -> None:
    laid_out(tmp_path, {"any.rng": ANY, "any.sch": RULES})
    body = f"<p>\n</p><p>{'long ' * 5}</p>"
    corpus = corpus_at(tmp_path / "texts", {"a.xml": tei(body)})
    broken, advice = validate(corpus, tmp_path / "any.rng")
    assert (broken.code, broken.message) == ("TEI050", "A paragraph has words.")
    assert broken.hint == "see the rule full (any.sch:4)"
    assert broken.location.xpath == "/TEI[1]/text[1]/body[1]/p[1]"
    assert broken.location.column is not None
    assert (advice.code, advice.message) == ("TEI051", "A paragraph is short.")


def test_rules_that_cannot_be_used_stop_the_run(tmp_path: Path) -> None:
    laid_out(tmp_path, {"any.rng": ANY, "any.sch": RULES.replace("xslt2", "stx")})
    corpus = corpus_at(tmp_path / "texts", {"a.xml": tei()})
    with pytest.raises(CannotGoOn, match="cannot be used"):
        list(validate(corpus, tmp_path / "any.rng"))


@pytest.mark.parametrize("check", list(Check))
def test_each_check_can_be_asked_for_alone(tmp_path: Path, check: Check) -> None:
    laid_out(tmp_path, {"any.rng": GRAMMAR, "any.sch": RULES})
    body = "<p xml:id='1'/><app/>"
    corpus = corpus_at(tmp_path / "texts", {"a.xml": tei(body)})
    problems = list(validate(corpus, tmp_path / "any.rng", frozenset({check})))
    expected = {"schema": "TEI001", "schematron": "TEI050", "integrity": "LNK002"}
    assert set(codes(problems)) == {expected.get(check.value, "APP001")}


# --- integrity -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["1a", "a b", "a:b", "", "-a", ".a", "a/b", "a+b"])
def test_identifiers_are_names(tmp_path: Path, name: str) -> None:
    assert codes(found(tmp_path, f"<p xml:id='{name}'/>")) == ["LNK002"]


@pytest.mark.parametrize("name", ["a", "_1", "Ἰλιάς", "é-1.2", "a·b"])
def test_names_of_every_script_are_names(tmp_path: Path, name: str) -> None:
    assert not found(tmp_path, f"<p xml:id='{name}'/>")


def test_an_identifier_used_twice_names_the_first_place(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "<p xml:id='a'/>\n<p xml:id='a'/>")
    assert problem.message == "the xml:id a is used twice; it stands first in line 1"
    assert problem.location.line == 2


def test_pointers_lead_somewhere_in_the_edition(tmp_path: Path) -> None:
    body = "<p><ref target='#here #there http://a.b #'/><seg corresp='#nowhere'/></p>"
    problems = found(tmp_path, body, {"b.xml": tei("<p xml:id='here'/>")})
    assert [problem.message.partition(",")[0] for problem in problems] == [
        "@target points to #there",
        "@corresp points to #nowhere",
    ]


def test_names_refer_to_entries_of_the_registers(tmp_path: Path) -> None:
    body = "<p><persName ref='#a #b'/><placeName ref='geo:1'/></p>"
    register = tei("<listPerson><person xml:id='a'/></listPerson>")
    (problem,) = [e for e in found(tmp_path, body, {"b.xml": register}) if e.code != "REG003"]
    assert (problem.code, problem.message.split(",")[0]) == ("REG001", "persName refers to #b")


def test_sigla_are_declared_where_anything_is_declared(tmp_path: Path) -> None:
    body = "<p><app><lem wit='#A #X'>x</lem><rdg wit='Y'>y</rdg></app></p>"
    (once,) = found(tmp_path / "one", body)
    assert (once.code, once.severity) == ("WIT001", "info")
    problems = found(tmp_path / "two", f"<listWit><witness xml:id='A'/></listWit>{body}")
    assert codes(problems) == ["WIT001", "WIT001"]
    assert problems[0].message == "the siglum #X is not declared as a witness"
    assert problems[0].hint.endswith("write one of: #A")


# --- apparatus -----------------------------------------------------------------------------------

WITNESSES = (
    "<listWit><witness xml:id='A'/><listWit xml:id='g'><witness xml:id='B'/>"
    "<witness xml:id='C'/></listWit></listWit>"
)


def test_an_entry_says_something(tmp_path: Path) -> None:
    body = "<p><app/><app><note>n</note></app><app><rdg/></app></p>"
    assert codes(found(tmp_path, body)) == ["APP001", "APP006"]


def test_a_positive_apparatus_names_every_witness(tmp_path: Path) -> None:
    body = f"{WITNESSES}<p><app><lem wit='#A'>x</lem><rdg wit='#B'>y</rdg></app></p>"
    (problem,) = positive(tmp_path, body)
    assert (problem.code, problem.message) == ("APP002", "the entry does not say what C has")


def test_a_group_speaks_for_its_members(tmp_path: Path) -> None:
    body = f"{WITNESSES}<p><app><lem wit='#A'>x</lem><rdg wit='#g'>y</rdg></app></p>"
    assert not positive(tmp_path, body)


def test_without_a_declaration_no_witness_is_called_silent(tmp_path: Path) -> None:
    body = f"{WITNESSES}<p><app><lem wit='#A'>x</lem><rdg wit='#B'>y</rdg></app></p>"
    assert not found(tmp_path, body)
