"""Random Schematron rules on random documents find what the rules of lxml find (XSLT 1.0)."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, isoschematron

from recensio.saxon import run_text
from recensio.validate.schematron.places import Places
from recensio.validate.schematron.schema import Rules
from recensio.validate.schematron.stylesheet import stylesheet_of
from tests.support import Element

SCH: Final = "http://purl.oclc.org/dsdl/schematron"
SVRL: Final = "{http://purl.oclc.org/dsdl/svrl}"
NAMES: Final = ("a", "b", "x:a")

contexts = st.sampled_from(
    ["a", "b", "x:a", "*", "a/b", "a//b", "a | x:a", "*[@n]", "b[1]", "b[last()]", "/*",
     "a[@n = '2']", "x:*", "b[not(*)]", "a[b] | b[a]", "*[@n > 1]", "//b", "a[count(b) = 1]"]
)  # fmt: skip
tests = st.sampled_from(
    ["true()", "false()", "@n", "not(@n)", "@n > 1", "@n = ../@n", "b", "count(*) = 2", "a and b",
     "string-length(.) > 1", "normalize-space()", "preceding-sibling::*", "ancestor::b", ". = 'u'",
     "@n + 1 = 3", "*[1][self::a]", "name() = 'a'", "$limit = @n", "$own",
     "contains(., 'u')", "*/@n < @n", "sum(*/@n) > 2", "id('n')", "current()/@n"]
)  # fmt: skip


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    """An element with numbered and unnumbered elements of two namespaces in it."""
    name = draw(st.sampled_from(NAMES))
    number = draw(st.sampled_from(["", " n='1'", " n='2'"]))
    inner = draw(st.lists(elements(depth - 1), max_size=3)) if depth else []
    text = draw(st.sampled_from(["", " ", "u", "<!--c-->", "<?p i?>"]))
    return f"<{name}{number}>{text}{''.join(inner)}</{name}>"


@st.composite
def schemas(draw: st.DrawFn) -> str:
    """A schema of a few patterns; every assertion has an identifier."""
    written, number = [], 0
    for _ in range(draw(st.integers(1, 3))):
        written.append("<pattern>")
        for _ in range(draw(st.integers(1, 3))):
            written.append(
                f"<rule context={quoteattr(draw(contexts))}><let name='own' value='@n'/>"
            )
            for _ in range(draw(st.integers(1, 2))):
                kind, number = draw(st.sampled_from(["assert", "report"])), number + 1
                written.append(
                    f"<{kind} id='i{number}' test={quoteattr(draw(tests))}>"
                    f"<value-of select='@i'/></{kind}>"
                )
            written.append("</rule>")
        written.append("</pattern>")
    return (
        f'<schema xmlns="{SCH}"><ns prefix="x" uri="urn:x"/><let name="limit" value="1"/>'
        f"{''.join(written)}</schema>"
    )


def numbered(written: str) -> Element:
    """The document, each element with a number of its own, by which findings are compared."""
    document = etree.fromstring(f'<root xmlns:x="urn:x" n="1">{written}</root>')
    for number, element in enumerate(document.iter("*")):
        element.set("i", str(number))
    return document


def by_us(schema: str, document: Element) -> list[tuple[str, str]]:
    stylesheet = stylesheet_of(Rules(Path("rules.sch"), schema, (), "1.0"))
    assert not stylesheet.problems
    output = run_text(stylesheet.text, etree.tostring(document, encoding="unicode")).output
    found = etree.fromstring(output.encode())
    assert not found.findall("failure")
    places = Places(document.getroottree(), "")
    for problem in found:
        # What the rule is about is where it is said to be.
        element = places.element(problem.get("location", ""))
        assert element is not None
        assert element.get("i") == problem.text
    return sorted((problem.get("rule", ""), problem.text or "") for problem in found)


def by_lxml(schema: str, document: Element) -> list[tuple[str, str]]:
    validator = isoschematron.Schematron(etree.fromstring(schema), store_report=True)
    validator.validate(document)
    report = validator.validation_report
    assert report is not None
    findings = report.iter(f"{SVRL}failed-assert", f"{SVRL}successful-report")
    return sorted((str(f.get("id")), f.findtext(f"{SVRL}text") or "") for f in findings)


@given(schemas(), elements())
def test_we_find_what_lxml_finds(schema: str, written: str) -> None:
    document = numbered(written)
    assert by_us(schema, document) == by_lxml(schema, document)
