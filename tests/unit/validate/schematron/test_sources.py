"""Where rules come from: embedded in other schemas, and taken in from other files."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio import saxon
from recensio.corpus import read_corpus
from recensio.model.failure import CannotGoOn
from recensio.project import open_project
from recensio.validate.schematron import rules, rules_in
from tests.support import codes, laid_out
from tests.unit.validate.schematron.support import SCH, XSL, report, rule, said, schema

TEI = "http://www.tei-c.org/ns/1.0"
DOCUMENT = f'<TEI xmlns="{TEI}"><text><p n="1"/><p/><ab n="2"/></text></TEI>'


def odd(specifications: str) -> str:
    return (
        f'<TEI xmlns="{TEI}" xmlns:sch="{SCH}" xmlns:xsl="{XSL}"><text>'
        f'<schemaSpec ident="s">{specifications}</schemaSpec></text></TEI>'
    )


def constraint(content: str, attributes: str = 'scheme="schematron"') -> str:
    inner = f"<constraint>{content}</constraint>"
    return f'<constraintSpec ident="c" {attributes}>{inner}</constraintSpec>'


def reported(text: str, test: str = "true()") -> str:
    return f'<sch:report test="{test}">{text}</sch:report>'


def in_odd(folder: Path, specifications: str) -> list[str]:
    problems = said(folder, odd(specifications), DOCUMENT, name="schema.odd")
    return [f"{problem.message} {problem.location.xpath}" for problem in problems]


# --- ODD -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ['scheme="schematron"', 'scheme="isoschematron"', ""])
def test_rules_of_an_odd_are_found_by_their_scheme(tmp_path: Path, scheme: str) -> None:
    rules = f'<sch:rule context="tei:ab">{reported("x")}</sch:rule>'
    assert in_odd(tmp_path, constraint(rules, scheme)) == ["x /TEI[1]/text[1]/ab[1]"]


@pytest.mark.parametrize(
    "specification",
    [
        constraint(reported("x"), 'scheme="private"'),
        constraint(reported("x"), 'scheme="schematron" mode="delete"'),
        f'<egXML xmlns="http://www.tei-c.org/ns/Examples"><c>{reported("x")}</c></egXML>',
    ],
)
def test_what_is_no_rule_of_the_odd_is_left_alone(tmp_path: Path, specification: str) -> None:
    assert in_odd(tmp_path, f'<elementSpec ident="p">{specification}</elementSpec>') == []


def test_an_assertion_without_a_rule_is_about_its_element(tmp_path: Path) -> None:
    inner = '<sch:let name="n" value="@n"/>' + reported("n is <sch:value-of select='$n'/>", "$n")
    specification = f'<elementSpec ident="p">{constraint(inner)}</elementSpec>'
    assert in_odd(tmp_path, specification) == ["n is 1 /TEI[1]/text[1]/p[1]"]


def test_an_assertion_of_an_attribute_is_about_the_attribute(tmp_path: Path) -> None:
    inner = constraint(reported("it is <sch:value-of select='.'/>"))
    attribute = f'<attList><attDef ident="n">{inner}'
    rest = "</attDef></attList>"
    element = f'<elementSpec ident="ab">{attribute}{rest}</elementSpec>'
    klass = f'<classSpec ident="att.n">{attribute}{rest}</classSpec>'
    assert in_odd(tmp_path, element) == ["it is 2 /TEI[1]/text[1]/ab[1]"]
    assert in_odd(tmp_path, klass) == [
        "it is 1 /TEI[1]/text[1]/p[1]",
        "it is 2 /TEI[1]/text[1]/ab[1]",
    ]


def test_an_assertion_about_nothing_is_said_to_be_so(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, odd(constraint(reported("x"))), DOCUMENT, name="schema.odd")
    assert problem.code == "TEI053"
    assert "it has no context" in problem.message


def test_the_namespace_of_the_element_is_that_of_its_specification(tmp_path: Path) -> None:
    specification = f'<elementSpec ident="p" ns="urn:x">{constraint(reported("x"))}</elementSpec>'
    assert in_odd(tmp_path, specification) == []


def test_rules_of_one_constraint_are_one_pattern(tmp_path: Path) -> None:
    rules = (
        f'<sch:rule context="tei:p[@n]">{reported("numbered")}</sch:rule>'
        f'<sch:rule context="tei:p">{reported("other")}</sch:rule>'
    )
    others = rules.replace("numbered", "n").replace("other", "rest")
    assert in_odd(tmp_path, constraint(rules) + constraint(others)) == [
        "numbered /TEI[1]/text[1]/p[1]",
        "n /TEI[1]/text[1]/p[1]",
        "other /TEI[1]/text[1]/p[2]",
        "rest /TEI[1]/text[1]/p[2]",
    ]


def test_patterns_prefixes_variables_and_keys_of_an_odd(tmp_path: Path) -> None:
    named = reported("<sch:name path='key(&quot;n&quot;, $two)'/>")
    content = f"""<sch:ns prefix="t" uri="{TEI}"/><sch:let name="two" value="'2'"/>
      <xsl:key name="n" match="t:*" use="@n"/>
      <sch:pattern><sch:rule context="t:text">{named}
      </sch:rule></sch:pattern>"""
    assert in_odd(tmp_path, constraint(content)) == ["ab /TEI[1]/text[1]"]


def test_a_pattern_that_stands_twice_speaks_once(tmp_path: Path) -> None:
    """The TEI names the same pattern anew for each element that inherits it."""
    rules = f'<sch:rule context="tei:ab">{reported("x")}</sch:rule></sch:pattern>'
    patterns = "".join(constraint(f'<sch:pattern id="{name}">{rules}') for name in "abc")
    (problem,) = said(tmp_path, odd(patterns), DOCUMENT, name="schema.odd")
    assert "rule a " in problem.hint


# --- RELAX NG ------------------------------------------------------------------------------------


def grammar(content: str) -> str:
    return (
        f'<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:sch="{SCH}" ns="{TEI}">'
        f'{content}<start><element name="p">{reported("about p")}<empty/></element></start>'
        "</grammar>"
    )


def test_rules_embedded_in_relax_ng(tmp_path: Path) -> None:
    """Patterns, namespaces and variables stand anywhere; assertions are about their element."""
    rules = f"""<sch:ns prefix="t" uri="{TEI}"/><define name="x"><sch:let name="one" value="1"/>
      <element name="ab"><sch:pattern id="y"><sch:rule context="t:ab">{reported("ab", "$one")}
      </sch:rule></sch:pattern><empty/></element></define>"""
    problems = said(tmp_path, grammar(rules), DOCUMENT, name="schema.rng")
    assert [p.message for p in problems] == ["about p", "about p", "ab"]


def test_rules_of_grammars_that_are_included(tmp_path: Path) -> None:
    inner = grammar('<include href="main.rng"/><include href="absent.rng"/>')
    main = grammar('<include href="inner.rng"/>').replace("about p", "outer")
    problems = said(tmp_path, main, DOCUMENT, {"inner.rng": inner}, name="main.rng")
    assert [p.message for p in problems] == ["outer", "about p", "outer", "about p"]
    assert "inner.rng" in problems[1].hint


def test_a_grammar_without_rules_holds_none(tmp_path: Path) -> None:
    plain = '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'
    assert said(tmp_path, plain, DOCUMENT, name="plain.rng") == []
    assert rules_in(tmp_path / "schema" / "plain.rng") is None


# --- Schematron ----------------------------------------------------------------------------------


def test_schematron_1_5_is_read_too(tmp_path: Path) -> None:
    old = f"""<schema xmlns="http://www.ascc.net/xml/schematron"><pattern name="old">
      <rule context="a">{report("<name/>", "b = 10")}</rule></pattern></schema>"""
    (problem,) = said(tmp_path, old, "<a><b>10.0</b></a>")
    assert problem.message == "a"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<schema", "cannot be used"),
        ("<html/>", "it holds no Schematron rule"),
        (schema(""), "it holds no Schematron rule"),
    ],
)
def test_a_file_without_rules_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    with pytest.raises(CannotGoOn, match=reason) as failure:
        said(tmp_path, content, "<a/>")
    assert codes(failure.value.problems) == ["TEI002"]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn) as failure:
        rules_in(tmp_path / "absent.sch")
    assert codes(failure.value.problems) == ["SRC002"]


FILES = {
    "parts/rule.sch": f"""<rule xmlns="{SCH}" abstract="true" id="r">
      <let name="x" value="1"/>{report("taken <value-of select='$x'/>")}</rule>""",
    "parts/pattern.sch": f"""<pattern xmlns="{SCH}"><rule context="a">{report("pattern")}
      <extends href="rule.sch"/></rule></pattern>""",
    "parts/many.sch": f"""<schema xmlns="{SCH}"><ns prefix="x" uri="urn:x"/>
      <pattern id="one"><rule context="a">{report("one")}</rule></pattern>
      <pattern id="two"><rule context="x:b">{report("two")}</rule></pattern></schema>""",
    "loop.sch": f'<schema xmlns="{SCH}"><include href="back.sch"/></schema>',
    "back.sch": f'<schema xmlns="{SCH}"><include href="loop.sch"/></schema>',
}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<include href="parts/pattern.sch"/>', ["pattern", "taken 1"]),
        ('<include href="parts/many.sch"/>', ["one", "two"]),
        ('<include href="parts/many.sch#one"/>', ["one"]),
        ('<extends href="parts/many.sch"/>', ["one", "two"]),
        (rule("a", '<extends href="parts/rule.sch"/>'), ["taken 1"]),
    ],
)
def test_parts_are_taken_from_other_files(
    tmp_path: Path, content: str, expected: list[str]
) -> None:
    problems = said(tmp_path, schema(content), '<a><b xmlns="urn:x"/></a>', FILES)
    assert [problem.message for problem in problems] == expected
    assert "parts" not in problems[0].hint


def test_files_that_include_each_other_are_reported(tmp_path: Path) -> None:
    content = schema('<include href="loop.sch"/>' + rule("a", report("x")))
    lost, other = said(tmp_path, content, "<a/>", FILES)
    assert lost.code == "TEI053"
    assert "loop.sch is not taken in: it includes itself" in lost.message
    assert Path(lost.location.path).name == "back.sch"
    assert other.message == "x"


def test_files_that_multiply_are_stopped(tmp_path: Path) -> None:
    twice = f'<include xmlns="{SCH}" href="NEXT"/>' * 2
    files = {
        f"{n}.sch": f'<schema xmlns="{SCH}">{twice.replace("NEXT", f"{n + 1}.sch")}</schema>'
        for n in range(12)
    }
    problems = said(tmp_path, schema('<include href="0.sch"/>'), "<a/>", files)
    assert any("takes in too many files" in problem.message for problem in problems)


def test_a_link_does_not_lead_outside(tmp_path: Path) -> None:
    laid_out(tmp_path, {"secret.sch": FILES["parts/pattern.sch"], "schema/x.txt": ""})
    (tmp_path / "schema" / "link.sch").symlink_to(tmp_path / "secret.sch")
    content = schema('<include href="link.sch"/>' + rule("a", report("x")))
    lost, _ = said(tmp_path, content, "<a/>")
    assert "it lies outside the folder" in lost.message


# --- documents -----------------------------------------------------------------------------------


def test_a_finding_in_an_included_file_names_that_file(tmp_path: Path) -> None:
    include = '<xi:include href="parts/b.xml" xmlns:xi="http://www.w3.org/2001/XInclude"/>'
    laid_out(tmp_path, {"texts/parts/b.xml": '<b>\n  <c n="1"/></b>'})
    first, second = said(
        tmp_path, schema(rule("c", report("x")) + rule("c/@n", report("y"))), f"<a>{include}</a>"
    )[:2]
    for problem, column in ((first, 3), (second, 6)):
        assert problem.location.path.endswith("parts/b.xml")
        assert (problem.location.line, problem.location.column) == (2, column)


def test_several_processes_say_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    patterns = rule("a", report("<value-of select='@n'/>"), report("x", "xs:date(@n)"))
    laid_out(tmp_path / "texts", {f"{n}.xml": f'<a n="{n}"/>' for n in range(20)})
    laid_out(tmp_path, {"rules.sch": schema(patterns)})
    corpus = read_corpus(open_project([tmp_path / "texts"]), any_xml=True).value
    alone = list(rules(corpus, tmp_path / "rules.sch"))
    monkeypatch.setattr(saxon, "PARALLEL_FROM", 0)
    assert list(rules(corpus, tmp_path / "rules.sch", jobs=2)) == alone
    assert len(alone) == 21
