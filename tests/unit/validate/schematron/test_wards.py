"""What the rules of a stranger may do: read the files of their folder, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.corpus import read_corpus
from recensio.project import open_project
from recensio.validate.schematron import rules
from recensio.validate.schematron.wards import address
from tests.support import laid_out, tei
from tests.unit.validate.schematron.support import report, rule, said, schema

LIST = '<list><name xml:id="a">A</name></list>'


def asking(expression: str) -> str:
    return schema(rule("a", report(f'[<value-of select="{expression}"/>]')))


@pytest.mark.parametrize(
    "expression",
    [
        "doc('list.xml')//name",
        "document('list.xml')//name",
        "doc('sub/../list.xml')//name",
        "id('a', doc('list.xml'))",
        "unparsed-text('a.txt')",
    ],
)
def test_files_beside_the_rules_are_read(tmp_path: Path, expression: str) -> None:
    files = {"list.xml": LIST, "a.txt": "A", "sub/b.txt": ""}
    assert [p.message for p in said(tmp_path, asking(expression), "<a/>", files)] == ["[A]"]


@pytest.mark.parametrize(
    "expression",
    [
        "doc('../secret.xml')",
        "doc('SECRET')",
        "document('/etc/hostname')",
        "doc('%2E%2E/secret.xml')",
        "doc('link.xml')",
        "doc('entity.xml')",
        "doc('http://127.0.0.1:9/a.xml')",
        "unparsed-text('SECRET')",
        "unparsed-text-lines('../secret.xml')",
        "json-doc('SECRET')",
        "collection('.')",
        "uri-collection('..')",
        "function-lookup(QName('http://www.w3.org/2005/xpath-functions', 'doc'), 1)('SECRET')",
        "parse-xml('&lt;!DOCTYPE a [&lt;!ENTITY x SYSTEM &quot;SECRET&quot;>]>'"
        " || '&lt;a>&amp;x;&lt;/a>')",
        "Q{{java:java.lang.System}}getenv('HOME')",
        "transform(map {{ 'stylesheet-location': 'SECRET' }})",
    ],
)
def test_nothing_else_is_read(tmp_path: Path, expression: str) -> None:
    secret = laid_out(tmp_path, {"secret.xml": "<a>hidden</a>"}) / "secret.xml"
    entity = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'
    laid_out(tmp_path, {"schema/entity.xml": entity})
    (tmp_path / "schema" / "link.xml").symlink_to(secret)
    asked = expression.replace("SECRET", secret.as_uri()).replace("{{", "{").replace("}}", "}")
    problems = said(tmp_path, asking(asked), "<a/>")
    assert "hidden" not in "".join(problem.message for problem in problems)
    assert [problem.code for problem in problems] == ["TEI053"]


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    for name in ("A", "B"):
        files = {"list.xml": LIST.replace(">A<", f">{name}<")}
        (problem,) = said(tmp_path, asking("doc('list.xml')//name"), "<a/>", files)
        assert problem.message == f"[{name}]"


@pytest.mark.parametrize("asked", ["doc('/secret.xml')", "unparsed-text('absent.txt')"])
def test_what_may_not_be_read_is_said(tmp_path: Path, asked: str) -> None:
    (problem,) = said(tmp_path, asking(asked), "<a/>")
    assert problem.message.startswith("the rule rules.sch:1 cannot be run: ")
    assert problem.message.endswith(
        "is not there or may not be read; only files below the folder of the schema may"
    )


def test_the_environment_is_not_seen(tmp_path: Path) -> None:
    expression = "environment-variable('HOME'), available-environment-variables()"
    assert [p.message for p in said(tmp_path, asking(expression), "<a/>")] == ["[]"]


def test_nothing_is_written(tmp_path: Path) -> None:
    target = tmp_path / "written.xml"
    content = f"""<xsl:function name="f:w" xmlns:f="urn:f"><xsl:result-document
      href="{target.as_uri()}"><x/></xsl:result-document></xsl:function>
      <ns prefix="f" uri="urn:f"/>{rule("a", report("x", "f:w()"), report("y"))}"""
    problems = said(tmp_path, schema(content), "<a/>")
    assert not target.exists()
    assert problems[-1].message == "y"
    assert {problem.code for problem in problems[:-1]} == {"TEI053"}


def test_rules_of_an_edition_read_its_files(tmp_path: Path) -> None:
    """A schema in the folder of the edition may look at the registers of the edition."""
    test = "doc('../registers/list.xml')//name[@xml:id = substring(current()/@ref, 2)]"
    patterns = '<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>' + rule(
        "t:persName", f'<assert test="{test}">nobody</assert>'
    )
    laid_out(
        tmp_path,
        {
            "edition.toml": '[files]\ntexts = ["a.xml"]\n',
            "a.xml": tei("<p><persName ref='#a'/><persName ref='#b'/></p>"),
            "schema/rules.sch": schema(patterns),
            "registers/list.xml": LIST,
        },
    )
    corpus = read_corpus(open_project([tmp_path])).value
    (problem,) = rules(corpus, tmp_path / "schema" / "rules.sch")
    assert problem.message == "nobody"
    assert problem.location.xpath == "/TEI[1]/text[1]/body[1]/p[1]/persName[2]"


def test_rules_know_the_name_of_the_file(tmp_path: Path) -> None:
    expression = "tokenize(document-uri(/), '/')[last()], tokenize(base-uri(), '/')[last()]"
    assert [p.message for p in said(tmp_path, asking(expression), "<a/>")] == [
        "[text.xml text.xml]"
    ]


def test_an_address_is_one_path(tmp_path: Path) -> None:
    assert address(tmp_path / "a b#.xml").startswith("recensio:/")
    assert address(tmp_path / "a b#.xml").endswith("/a%20b%23.xml")


def test_a_pattern_may_be_about_other_documents(tmp_path: Path) -> None:
    patterns = f"""<pattern id="p" documents="('list.xml', a/@list)"><rule context="name">
      {report("name <value-of select='.'/>")}</rule></pattern>{rule("a", report("here"))}"""
    laid_out(tmp_path, {"texts/near.xml": LIST.replace(">A<", ">B<")})
    files = {"list.xml": LIST}
    problems = said(tmp_path, schema(patterns), '<a list="near.xml"/>', files)
    assert {(problem.code, Path(problem.location.path).name) for problem in problems} == {
        ("TEI050", "text.xml"),
        ("TEI050", "list.xml"),
        ("TEI053", "rules.sch"),
    }


def test_the_documents_of_a_pattern_are_warded_too(tmp_path: Path) -> None:
    patterns = f"""<pattern id="p" documents="'/etc/hostname'"><rule context="/">
      {report("x")}</rule></pattern>{rule("a", report("here"))}"""
    here, lost = said(tmp_path, schema(patterns), "<a/>")
    assert here.message == "here"
    assert lost.code == "TEI053"
    assert "the rule p (rules.sch:1)" in lost.message
    assert "may not be read" in lost.message


def test_the_wards_of_one_schema_are_not_those_of_another(tmp_path: Path) -> None:
    files = {"list.xml": LIST}
    for name in ("one", "two"):
        (problem,) = said(tmp_path / name, asking("doc('list.xml')//name"), "<a/>", files)
        assert problem.message == "[A]"
    there = (tmp_path / "one" / "schema" / "list.xml").as_posix()
    (problem,) = said(tmp_path / "two", asking(f"doc('{there}')//name"), "<a/>", files)
    assert problem.code == "TEI053"
