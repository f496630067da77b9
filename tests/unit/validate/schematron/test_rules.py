"""The constructs of ISO Schematron, each on a document of a line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from recensio.model.failure import CannotGoOn
from recensio.validate.schematron import guard
from tests.support import codes, laid_out
from tests.unit.validate.schematron.support import found, messages, report, rule, said, schema

# --- patterns and rules --------------------------------------------------------------------------


def test_the_first_rule_of_a_pattern_hides_the_others_of_its_pattern_only() -> None:
    patterns = f"""
      <pattern><rule context="b[@n]">{report("first")}</rule>
        <rule context="b | *">{report("second")}</rule></pattern>
      <pattern><rule context="b">{report("other")}</rule></pattern>"""
    assert messages(patterns, '<a><b n="1"/><b/></a>') == [
        "second", "first", "other", "second", "other",
    ]  # fmt: skip


def test_a_rule_of_several_branches_speaks_once() -> None:
    assert messages(rule("b | *[@n] | a/b", report("one")), '<a><b n="1"/></a>') == ["one"]


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ("/", ["/:"]),
        ("/a", ["/a[1]:a"]),
        ("/ | /a | @n", ["/:", "/a[1]:a", "/a[1]:n"]),
        ("@n", ["/a[1]:n"]),
        ("@*", ["/a[1]:n", "/a[1]/b[1]:xml:id"]),
        ("b/@xml:id", ["/a[1]/b[1]:xml:id"]),
        ("attribute(n)", ["/a[1]:n"]),
        ("a[@n = '1']/text()", ["/a[1]:"]),
        ("comment()", ["/a[1]:"]),
        ("processing-instruction('p')", ["/a[1]/b[1]:p"]),
        ("node()", ["/a[1]:a", "/a[1]:", "/a[1]:", "/a[1]/b[1]:b", "/a[1]/b[1]:p"]),
        ("*[contains(., '[')] | b[@*]", ["/a[1]/b[1]:b"]),
        ("descendant::b", ["/a[1]/b[1]:b"]),
    ],
)
def test_any_node_can_be_the_context(context: str, expected: list[str]) -> None:
    problems = found(
        rule(context, report("<name/>")), '<a n="1">x<!--y--><b xml:id="i"><?p q?></b></a>'
    )
    assert [f"{problem.location.xpath}:{problem.message}" for problem in problems] == expected


def test_abstract_rules_are_extended() -> None:
    patterns = f"""<pattern>
      <rule abstract="true" id="base"><let name="x" value="@n + 1"/>
        {report("base <value-of select='$x'/>")}</rule>
      <rule abstract="true" id="more"><extends rule="base"/>{report("more")}</rule>
      <rule context="b">{report("own")}<extends rule="more"/></rule></pattern>"""
    assert messages(patterns, '<a><b n="1"/></a>') == ["own", "base 2", "more"]


def test_abstract_patterns_are_filled_in() -> None:
    patterns = f"""
      <pattern abstract="true" id="table"><rule context="$table">
        {report("<value-of select='$row'/> of <name path='$table-cell'/>", "$row and not($rows)")}
        <extends rule="local"/></rule>
        <rule abstract="true" id="local">
          {report("local <value-of select='$row'/>")}</rule></pattern>
      <pattern is-a="table" id="t">
        <param name="table" value="t"/><param name="row" value="count(r)"/>
        <param name="rows" value="r[3]"/><param name="table-cell" value="r[1]/c"/></pattern>
      <pattern is-a="table"><param name="table" value="u"/><param name="row" value="0"/>
        <param name="rows" value="1"/><param name="table-cell" value="x"/></pattern>"""
    problems = found(patterns, "<a><t><r><c/></r><r/></t><u/></a>")
    assert [p.message for p in problems] == ["2 of c", "local 2", "local 0"]
    assert "rule t (" in problems[0].hint
    assert "rule table (" in problems[2].hint


@pytest.mark.parametrize(
    ("patterns", "reason"),
    [
        ('<pattern is-a="none"/>', "there is no abstract pattern none"),
        (rule("a", '<extends rule="none"/>'), "there is no rule none to extend"),
        (
            '<pattern><rule abstract="true" id="x"><extends rule="x"/></rule>'
            '<rule context="a"><extends rule="x"/></rule></pattern>',
            "the rule x extends itself",
        ),
        ('<include href="absent.sch"/>', "absent.sch is not taken in: there is no such file"),
        ('<include href="http://a.b/c.sch"/>', "it is not a local file"),
        ('<include href="rules.sch"/>', "it includes itself"),
        ('<include href="../../outside.sch"/>', "it lies outside the folder"),
        ('<xsl:include href="x.xsl"/>', "xsl:include is not run in a schema"),
        ('<xsl:template match="/"/>', "xsl:template is not run in a schema"),
        ('<phase id="p"><active pattern="none"/></phase>', "there is no pattern none to make"),
    ],
)
def test_what_a_schema_does_not_have_is_said_and_the_rest_runs(patterns: str, reason: str) -> None:
    lost, other = found(patterns + rule("a", report("other")), "<a/>")
    assert lost.code == "TEI053"
    assert reason in lost.message
    assert lost.location.line == 1
    assert other.message == "other"


# --- what is said --------------------------------------------------------------------------------


def test_messages_hold_values_names_and_marked_words_in_one_line() -> None:
    text = """ A  <name/> in\n <name path=".."/>: <value-of select="b/@n"/>
      <emph>really <dir value="ltr"><span class="x">now</span></dir></emph>{x}<!-- no -->
      <other xmlns="urn:o">too</other>"""
    expected = "A a in : 1 2 really now{x} too"
    assert messages(rule("a", report(text)), '<a><b n="1"/><b n="2"/></a>') == [expected]


def test_diagnostics_and_properties_are_added() -> None:
    patterns = f"""{
        rule(
            "a",
            "<let name='x' value='1'/>",
            report("Wrong.", attributes="diagnostics='d e' properties='p'"),
        )
    }
      <diagnostics><diagnostic id="e">E.</diagnostic><diagnostic id="d">D is
        <value-of select="$x"/>.</diagnostic></diagnostics>
      <properties><property id="p">P.</property></properties>"""
    assert messages(patterns, "<a/>") == ["Wrong. E. D is 1. P."]


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ("", "TEI050"),
        ('role="ERROR"', "TEI050"),
        ('role="fatal"', "TEI050"),
        ('role="warning"', "TEI051"),
        ('role="Warn"', "TEI051"),
        ('flag="warning"', "TEI051"),
        ('role="author" flag="warning"', "TEI051"),
        ('severity="info" role="error"', "TEI052"),
        ('role="nonfatal"', "TEI052"),
        ('role="information"', "TEI052"),
        ('role="{sequence}"', "TEI050"),
    ],
)
def test_how_grave_it_is(attributes: str, code: str) -> None:
    assert codes(found(rule("a", report("x", attributes=attributes)), "<a/>")) == [code]
    assert codes(found(rule("a", report("x"), attributes=attributes), "<a/>")) == [code]


def test_the_hint_names_the_rule_and_what_to_see() -> None:
    patterns = f"""<pattern id="p"><rule context="a">
      {report("x", attributes='id="own" see="http://a.b/c"')}{report("y")}</rule></pattern>
      {rule("a", report("z"))}"""
    hints = [problem.hint for problem in found(patterns, "<a/>")]
    assert hints == [
        "see the rule own (rules.sch:2), http://a.b/c",
        "see the rule p (rules.sch:2)",
        "see the rule rules.sch:3",
    ]


# --- where ---------------------------------------------------------------------------------------


def places(patterns: str, document: str) -> list[tuple[int | None, int | None]]:
    located = (problem.location for problem in found(patterns, document))
    return [(place.line, place.column) for place in located]


DOCUMENT = """<a xmlns:x="urn:x">
  <b x:n='1'
     m="2"/><b>  word<c/> more<!-- no --> end</b>
  <x:b/><b/></a>"""


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ("b", [(2, 3), (3, 13), (4, 9)]),
        ("x:b", [(4, 3)]),
        ("@m", [(3, 6)]),
        ("@x:n", [(2, 6)]),
        ("b/text()[1]", [(3, 18)]),
        ("b/text()[preceding-sibling::node()[1][self::c]]", [(3, 27)]),
        ("/", [(1, None)]),
    ],
)
def test_what_is_found_has_line_and_column(context: str, expected: list[tuple[int, int]]) -> None:
    patterns = '<ns prefix="x" uri="urn:x"/>' + rule(context, report("x"))
    assert places(patterns, DOCUMENT) == expected


def test_the_subject_is_the_place_unless_there_is_none() -> None:
    patterns = rule(
        "a",
        report("rule"),
        report("own", attributes='subject="@x:n"'),
        report("missing", attributes='subject="z"'),
        attributes='subject="b[2]"',
    )
    patterns = '<ns prefix="x" uri="urn:x"/>' + patterns
    assert places(patterns, DOCUMENT) == [(3, 13), (1, 1), (1, 1)]


# --- variables and phases ------------------------------------------------------------------------


def test_variables_of_any_scope_know_one_another() -> None:
    patterns = f"""<let name="all" value="count(//b)"/><let name="twice" value="$all * $two"/>
      <let name="two" value="2"/>
      <pattern><let name="limit" value="$twice + 1"/><let name="above" value="$limit + 1"/>
        <rule context="b[$limit = 5]"><let name="x" value="$above"/><let name="y" value="$x + @n"/>
          {report("<value-of select='$all, $limit, $y'/>")}</rule></pattern>
      <pattern><let name="limit" value="9"/>{rule("a", report("<value-of select='$limit'/>"))[9:]}
      <pattern><let name="only" value="//b[2]"/><rule context="b[. is $only]">
        {report("second")}</rule></pattern>"""
    document = '<a><b n="1"/><b n="2"/></a>'
    # A name that two patterns share is not known to the contexts of rules, only in the rules.
    shared = patterns.replace("b[$limit = 5]", "b")
    assert messages(shared, document) == ["9", "2 5 7", "2 5 8", "second"]


def test_a_variable_may_hold_elements() -> None:
    patterns = f"""<let name="codes"><codes xmlns=""><code n="{{1}}">ok</code></codes></let>
      {rule("b", report("<value-of select='$codes/codes/code/@n'/>", "@n = $codes//code"))}"""
    assert messages(patterns, '<a><b n="ok"/><b n="no"/></a>') == ["{1}"]


PHASES = f"""<phase id="draft"><let name="who" value="'draft'"/><active pattern="one"/></phase>
  <phase id="final"><let name="who" value="'final'"/><active pattern="one"/><active pattern="two"/>
  </phase>
  <pattern id="one"><rule context="a">{report("one")}</rule></pattern>
  <pattern id="two"><rule context="a">{report("two")}</rule></pattern>"""


@pytest.mark.parametrize(
    ("phase", "default", "expected"),
    [
        ("", "", ["one", "two"]),
        ("draft", "", ["one"]),
        ("final", "", ["one", "two"]),
        ("", 'defaultPhase="draft"', ["one"]),
        ("#DEFAULT", 'defaultPhase="draft"', ["one"]),
        ("#ALL", 'defaultPhase="draft"', ["one", "two"]),
        ("final", 'defaultPhase="draft"', ["one", "two"]),
    ],
)
def test_only_the_patterns_of_the_phase_run(phase: str, default: str, expected: list[str]) -> None:
    assert messages(PHASES, "<a/>", phase=phase, attributes=default) == expected


def test_variables_of_the_phase_are_known() -> None:
    patterns = PHASES.replace(">one<", "><value-of select='$who'/><")
    assert messages(patterns, "<a/>", phase="draft") == ["draft"]


def test_a_phase_that_is_not_there_is_refused() -> None:
    with pytest.raises(CannotGoOn, match="there is no phase x, only draft, final"):
        found(PHASES, "<a/>", phase="x")


# --- query languages -----------------------------------------------------------------------------


@pytest.mark.parametrize("binding", ["xslt", "XSLT1", "exslt", "xpath"])
def test_old_rules_are_read_as_xpath_1(binding: str) -> None:
    patterns = rule("a", report("<value-of select='b'/>", "@n &lt; @m"))
    assert messages(patterns, '<a n="9" m="10"><b>1</b><b>2</b></a>', binding=binding) == ["1"]
    assert messages(patterns, '<a n="10" m="9"/>', binding=binding) == []


@pytest.mark.parametrize("binding", ["xslt2", "xslt3", "xpath2", "XPath3"])
def test_new_rules_are_read_as_xpath_3(binding: str) -> None:
    patterns = rule("a", report("<value-of select='b'/>", "@n &lt; @m"))
    assert messages(patterns, '<a n="10" m="9"><b>1</b><b>2</b></a>', binding=binding) == ["1 2"]


def test_a_query_language_that_is_none_of_ours_is_refused() -> None:
    with pytest.raises(CannotGoOn, match='queryBinding "stx" is not known') as failure:
        found(rule("a", report("x")), "<a/>", binding="stx")
    assert codes(failure.value.problems) == ["TEI002"]


def test_keys_and_functions_come_along() -> None:
    patterns = f"""<ns prefix="f" uri="urn:f"/><xsl:key name="by-n" match="b" use="@n"/>
      <xsl:function name="f:even" xmlns:f="urn:f"><xsl:param name="n"/>
        <xsl:sequence select="$n mod 2 = 0"/></xsl:function>
      {
        rule(
            "b",
            report("even", "f:even(xs:integer(@n))"),
            report("twice", "count(key('by-n', @n)) gt 1"),
        )
    }"""
    assert messages(patterns, '<a><b n="2"/><b n="1"/><b n="1"/></a>') == [
        "even", "twice", "twice",
    ]  # fmt: skip


# --- rules that cannot be run --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (report("x", "1 +"), "Unexpected token"),
        (report("x", "$none"), "Variable $none has not been declared"),
        (report("x", "f:none(.)"), "f"),
        (report("<value-of select='a['/>"), "Unexpected token"),
        (report("x", attributes='subject="a["'), "Unexpected token"),
    ],
)
def test_a_test_that_is_no_xpath_stops_no_other(wrong: str, reason: str) -> None:
    patterns = f"""{rule("a", "<let name='l' value='1'/>", wrong, report("same rule", "$l"))}
    {rule("a", report("other"))}"""
    lost, *others = found(patterns, "<a/>")
    assert lost.code == "TEI053"
    assert reason in lost.message
    assert lost.location.path.endswith("rules.sch")
    assert [problem.message for problem in others] == ["same rule", "other"]


def test_a_context_that_is_no_pattern_stops_no_other() -> None:
    patterns = rule("a[", report("x")) + rule("ancestor::b", report("x")) + rule("a", report("y"))
    assert codes(found(patterns, "<a/>")) == ["TEI053", "TEI053", "TEI050"]


def test_a_variable_that_is_no_xpath_is_said_once() -> None:
    patterns = f"""<let name="g" value="(("/>
    {rule("a", "<let name='l' value=']'/>", report("x", "$l"), report("z", "$g"), report("y"))}"""
    problems = found(patterns, "<a/>")
    assert codes(problems) == ["TEI053", "TEI053", "TEI050"]
    assert problems[-1].message == "y"


def test_a_test_that_fails_on_a_document_is_said_once_and_stops_no_other() -> None:
    patterns = rule("b", report("x", "string-length(c) gt 0"), report("y"))
    document = "<a><b><c/><c/></b><b><c>1</c></b><b><c/><c/></b></a>"
    failed, *others = found(patterns, document)
    assert failed.code == "TEI053"
    assert "A sequence of more than one item" in failed.message
    assert [problem.message for problem in others] == ["y", "x", "y", "y"]


@pytest.mark.parametrize(
    "patterns",
    [
        '<let name="v" value="xs:date(name(/*))"/>' + rule("a", report("x", "$v"), report("y")),
        '<pattern><let name="v" value="xs:date(name(/*))"/><rule context="a">'
        + report("x", "$v")
        + report("y")
        + "</rule></pattern>",
    ],
)
def test_a_variable_that_fails_stops_only_what_reads_it(patterns: str) -> None:
    problems = found(patterns, "<a/>")
    assert codes(problems) == ["TEI053", "TEI053", "TEI050"]
    assert "Invalid date" in problems[0].message
    assert problems[-1].message == "y"


def test_a_variable_of_a_rule_that_fails_stops_that_rule() -> None:
    patterns = rule("a", "<let name='v' value='xs:date(name())'/>", report("x", "$v = 1"))
    problems = found(patterns + rule("a", report("other")), "<a/>")
    assert codes(problems) == ["TEI053", "TEI050"]


def test_a_context_that_fails_on_a_document_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    patterns = rule("b[xs:integer(@n) = 1]", report("x")) + rule("b", report("y"))
    problems = found(patterns, '<a><b n="x"/><b n="z"/><b n="1"/></a>')
    assert codes(problems) == ["TEI053", "TEI050", "TEI050", "TEI050", "TEI050"]
    assert "An error occurred matching pattern" in problems[0].message
    assert capfd.readouterr().err == ""


ENDLESS = """<ns prefix="f" uri="urn:f"/><xsl:function name="f:r" xmlns:f="urn:f">
  <xsl:param name="n"/><xsl:sequence select="1 + f:r($n + 1)"/></xsl:function>"""


@pytest.mark.parametrize(
    ("patterns", "reason"),
    [
        (ENDLESS + rule("a", report("x", "f:r(1) gt 1")), "Too many nested function calls"),
        (
            '<let name="p" value="$q"/><let name="q" value="$p"/>' + rule("a", report("x", "$p")),
            "Circular",
        ),
    ],
)
def test_what_ends_the_whole_run_stops_only_its_pattern(
    patterns: str, reason: str, capfd: pytest.CaptureFixture[str]
) -> None:
    failed, other = found(patterns + rule("a", report("other")), "<a/>")
    assert failed.code == "TEI053"
    assert reason in failed.message
    assert other.message == "other"
    assert capfd.readouterr().err == ""


LOOP = """<ns prefix="f" uri="urn:f"/><xsl:function name="f:r" xmlns:f="urn:f">
  <xsl:param name="n"/><xsl:sequence select="if ($n lt 0) then 0 else f:r($n + 1)"/>
  </xsl:function>"""


def test_a_rule_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And only once: it does not run on the documents that follow."""
    monkeypatch.setattr(guard, "SECONDS", 3.0)
    patterns = LOOP + rule("a", report("x", "f:r(1) gt 1")) + rule("a", report("other"))
    laid_out(tmp_path, {"texts/second.xml": "<a/>", "texts/third.xml": "<a/>"})
    begun = time.monotonic()
    failed, *others = said(tmp_path, schema(patterns), "<a/>")
    assert time.monotonic() - begun < 15
    assert failed.message == "the rule rules.sch:3 cannot be run: it takes more than 3 seconds"
    assert [problem.message for problem in others] == ["other"] * 3


def test_a_rule_may_visit_what_its_context_names() -> None:
    patterns = rule("a", report("<name/> <value-of select='@n'/>"), attributes='visit-each="b/@n"')
    problems = found(patterns.replace("@n'", ".'"), '<a><b n="1"/><b n="2"/></a>')
    assert [p.message for p in problems] == ["n 1", "n 2"]
    assert [p.location.column for p in problems] == [7, 17]
