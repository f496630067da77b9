"""The datatypes: which texts are values, which values are equal, which params are good."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence

import pytest

from recensio.validate.relaxng.datatypes import (
    BUILT_IN,
    XML_SCHEMA,
    Datatype,
    DatatypeError,
    compile_datatype,
    datatype,
)

Params = Sequence[tuple[str, str]]


class Prefixes:
    """A document that declares some prefixes and one unparsed entity."""

    def __init__(self, **prefixes: str) -> None:
        self.prefixes = prefixes

    def resolve(self, prefix: str) -> str | None:
        return self.prefixes.get(prefix or "default")

    def is_unparsed_entity(self, name: str) -> bool:
        return name == "picture"


def of(name: str, *params: tuple[str, str], library: str = XML_SCHEMA) -> Datatype:
    """A type, its facets carried through JSON as the cache does."""
    facets = compile_datatype(library, name, params)
    return datatype(library, name, json.loads(json.dumps(facets)))


VALUES = {
    "string": "|a| a\tb", "token": "| a  b", "language": "en|en-US|de-1996|x-abcdefgh",
    "Name": "a:b|:|_a.b-c", "NCName": "a|é|a\u00b7| a ", "NMTOKEN": "1|-a:b", "ID": "a1",
    "NMTOKENS": "1|1 2\n3", "IDREFS": "a b| a",
    "boolean": "true|false|1|0| true ", "decimal": "1|-1.5|+.5|5.|00",
    "integer": "-0|+7|99999999999999999999999", "byte": "127|-128|+0012", "unsignedByte": "255|-0",
    "long": "-9223372036854775808", "unsignedLong": "18446744073709551615",
    "nonNegativeInteger": "0|-0", "positiveInteger": "+01", "nonPositiveInteger": "-3|+0",
    "negativeInteger": "-1", "float": "1e400|INF|-INF|NaN|.5E-3", "double": "5.|-0",
    "duration": "P1Y|-P1D|PT.5S|P1Y2M3DT4H5M6.7S|PT1.S|P1YT1S",
    "dateTime": "2000-02-29T23:59:59Z|-0001-01-01T00:00:60.5+14:00|12000-01-01T00:00:00.-13:00",
    "date": "2000-02-29|1600-02-29Z|-0005-02-29|12004-02-29|292278994-08-17| 1934-01-26\n",
    "time": "23:59:59.999|00:00:00Z", "gYearMonth": "1934-12|-0044-03Z", "gYear": "0001|12000",
    "gMonthDay": "--02-29|--12-31Z", "gDay": "---31", "gMonth": "--12|--01Z",
    "hexBinary": "|0aF0| 00 ", "base64Binary": "|AAA=|AA==|QUJD RA= =",
    "anyURI": "|#a|a b|é|http://[::1]:80/|http://a:b:c/|urn:x:[|%41|../a?b#c|///|{}|a/b:c|?[]",
}  # fmt: skip
NO_VALUES = {
    "language": "|abcdefghi|en_US|en-|1a", "Name": "1a|-a|a b||\u0132|\U00010000",
    "NCName": "a:b|1|\u00b7a|a\u00a0", "NMTOKEN": "a/b||a b", "NMTOKENS": " |a/b c",
    "ID": "a:b|1", "IDREFS": "|a 1", "ENTITY": "a", "boolean": "TRUE|yes|",
    "decimal": "1e1|.||+|\u0661", "integer": "1.0|1.|1 1", "byte": "128|-129",
    "unsignedByte": "256|-1", "long": "9223372036854775808", "unsignedLong": "-1",
    "nonNegativeInteger": "-1", "positiveInteger": "0|-1", "nonPositiveInteger": "+1",
    "negativeInteger": "-0", "float": "+INF|1f|Infinity|1e|0x1p3", "double": "nan|1e5.5",
    "duration": "P|PT|P1M1Y|P1YT|P1.5Y|+P1D|P1W|p1d",
    "dateTime": "2000-01-01|2000-01-01T24:00:00|2000-01-01T00:00:00+14:01|2000-01-01T0:00:00",
    "date": "1900-02-29|2000-04-31|0000-01-01|-0004-02-29|02000-01-01|2000-1-1|+2000-01-01"
    "|292278994-08-18|2000-01-01-13:01|9999999999-01-01",
    "time": "24:00:00|12:60:00|12:00:61|1:00:00", "gYearMonth": "1934-13|1934-1",
    "gYear": "0000|999|02000", "gMonthDay": "--02-30|-02-01", "gDay": "---32|---1",
    "gMonth": "--12--|--13", "hexBinary": "0|0g|00 00", "base64Binary": "A===|AAB=|AB==|=|A-A_",
    "anyURI": "%|%zz|a#b#c|:|1:a|a:|http://|//|http:#a|a[b]|http://[::1|http://[1:2]/|[",
}  # fmt: skip


@pytest.mark.parametrize("name", VALUES, ids="xsd:{}".format)  # "long" alone is a mark
def test_values(name: str) -> None:
    refused = [text for text in VALUES[name].split("|") if not of(name).allows(text)]
    assert refused == []


@pytest.mark.parametrize("name", NO_VALUES, ids="xsd:{}".format)  # "long" alone is a mark
def test_texts_that_are_no_values(name: str) -> None:
    allowed = [text for text in NO_VALUES[name].split("|") if of(name).allows(text)]
    assert allowed == []
    assert all(of(name).value(text) is None for text in NO_VALUES[name].split("|"))


# Type, and groups of texts: those of one group are equal to each other and to no other.
EQUAL: list[tuple[str, list[list[str]]]] = [
    ("decimal", [["1", "1.0", "+01."], ["-1"], ["10"], ["0", "-0.0"]]),
    ("integer", [["7", "+07"], ["-7"]]),
    ("float", [["1e400", "INF"], ["NaN"], ["0", "-0"], ["16777217", "16777216"]]),
    # Rounded to a double first, the second would be 1.
    ("float", [["1", "1.00000005960464477539"], ["1.00000005960464477540"]]),
    ("double", [["0.1", "1e-1"], ["16777217"], ["16777216"]]),
    ("boolean", [["1", "true"], ["0", "false"]]),
    ("hexBinary", [["0a", "0A"], ["0b"]]),
    ("base64Binary", [["AAA=", "A A A ="], ["AAAA"]]),
    ("date", [["2000-01-01Z", "2000-01-01+00:00"], ["2000-01-01"], ["2000-01-01+01:00"]]),
    ("date", [["2000-01-01+13:00", "1999-12-31-11:00"], ["1999-12-31Z"]]),
    ("dateTime", [["2000-01-01T00:00:00Z", "1999-12-31T23:00:00.000-01:00"],
     ["1999-12-31T23:59:60Z"]]),
    ("dateTime", [["2000-01-01T00:00:00.0009", "2000-01-01T00:00:00"], ["2000-01-01T00:00:01"]]),
    ("gYear", [["-0001"], ["0001"]]),
    ("duration", [["P1Y", "P1Y0M", "P01Y"], ["P12M"], ["-P1Y"]]),
    ("duration", [["P0D", "-P0Y", "PT0.0S"], ["PT.5S", "PT0.50S"]]),
    ("token", [["a b", " a\n b"], ["ab"]]),
    ("normalizedString", [["a\tb", "a b"], ["a  b"]]),
    ("string", [["a"], [" a"]]),
    ("NMTOKENS", [["a b", "a  b"], ["b a"]]),
    ("anyURI", [["http://a"], ["HTTP://a"], ["http://a/"], ["é"], ["%C3%A9"]]),
]  # fmt: skip


@pytest.mark.parametrize("case", EQUAL, ids=lambda case: case[0])
def test_equal_values(case: tuple[str, list[list[str]]]) -> None:
    name, groups = case
    values = [{of(name).value(text) for text in group} for group in groups]
    assert all(len(group) == 1 and None not in group for group in values)
    assert len(set.union(*values)) == len(groups)


# Type, params, values, other texts.
FACETS: list[tuple[str, Params, list[str], list[str]]] = [
    ("string", [("length", "2")], ["ab", "a\U00010000"], ["a", "\U00010000", "abc"]),
    ("token", [("length", "3")], [" a  b "], ["ab"]),
    ("NMTOKENS", [("minLength", "2")], ["a b"], ["ab"]),
    ("hexBinary", [("maxLength", "1")], ["0a"], ["0a0a"]),
    ("base64Binary", [("length", "2")], ["AAA="], ["AAAA"]),
    ("string", [("maxLength", "99999999999999999999")], ["a"], []),
    ("string", [("pattern", "a.*"), ("pattern", ".*b")], ["ab"], ["a", "b"]),
    ("normalizedString", [("pattern", "a b")], ["a\tb"], ["a  b"]),
    ("integer", [("pattern", "..")], [" 12 "], ["1 ", "012"]),
    ("decimal", [("totalDigits", "3")], ["0.0123", "00123", "0.000"], ["1234", "1.230"]),
    ("decimal", [("fractionDigits", "1")], ["1", "1.1"], ["1.10"]),
    ("decimal", [("minExclusive", "-2"), ("maxInclusive", "10")], ["-1.9", "10.0"], ["-2", "11"]),
    ("integer", [("maxInclusive", "5")], ["-9" + "9" * 5000], ["9" * 5000]),
    ("byte", [("minInclusive", "100")], ["127"], ["99", "128"]),
    ("float", [("minInclusive", "0")], ["-0", "INF"], ["NaN", "-1e-40"]),
    ("float", [("maxInclusive", "NaN")], ["NaN"], ["0"]),
    ("date", [("minInclusive", "2000-01-01Z")], ["2000-01-02", "2000-01-01-01:00"],
     ["2000-01-01", "2000-01-01+01:00"]),
    ("dateTime", [("maxExclusive", "2000-01-02T12:00:00Z")], ["2000-01-01T21:59:59"],
     ["2000-01-01T22:00:00"]),
    ("duration", [("minInclusive", "P1M")], ["P1M", "P32D"], ["P31D", "P28D"]),
    ("duration", [("maxExclusive", "P1Y")], ["P364D", "-P9Y"], ["P365D", "P12M"]),
    ("gMonthDay", [("minInclusive", "--02-28")], ["--02-29"], ["--01-31"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "params", "good", "bad"), FACETS)
def test_facets(name: str, params: Params, good: list[str], bad: list[str]) -> None:
    kind = of(name, *params)
    assert [text for text in good if not kind.allows(text)] == []
    assert [text for text in bad if kind.allows(text)] == []


REFUSED: list[tuple[str, str, Params, str]] = [
    ("urn:none", "string", [], 'no datatype library "urn:none"'),
    (XML_SCHEMA, "String", [], 'no datatype "String"'),
    (XML_SCHEMA, "anySimpleType", [], 'no datatype "anySimpleType"'),
    (BUILT_IN, "integer", [], 'no datatype "integer" in RELAX NG itself'),
    (BUILT_IN, "token", [("length", "1")], "takes no params"),
    (XML_SCHEMA, "string", [("enumeration", "a")], "value elements"),
    (XML_SCHEMA, "string", [("whiteSpace", "collapse")], "white space"),
    (XML_SCHEMA, "string", [("size", "1")], 'no param "size"'),
    (XML_SCHEMA, "boolean", [("length", "1")], "no length"),
    (XML_SCHEMA, "date", [("length", "10")], "no length"),
    (XML_SCHEMA, "QName", [("minLength", "1")], "no length"),
    (XML_SCHEMA, "string", [("minInclusive", "a")], "no order"),
    (XML_SCHEMA, "float", [("totalDigits", "2")], "no digits"),
    (XML_SCHEMA, "string", [("length", "-1")], "a whole number from 0 up"),
    (XML_SCHEMA, "string", [("length", "1.0")], "a whole number from 0 up"),
    (XML_SCHEMA, "decimal", [("totalDigits", "0")], "a whole number from 1 up"),
    (XML_SCHEMA, "byte", [("maxInclusive", "200")], '"200", which is no value'),
    (XML_SCHEMA, "date", [("minInclusive", "2000")], "no value of the datatype"),
    (XML_SCHEMA, "decimal", [("minInclusive", "3"), ("maxInclusive", "2")], "params before it"),
    (XML_SCHEMA, "string", [("pattern", "[a")], "no regular expression"),
]


@pytest.mark.parametrize(("library", "name", "params", "reason"), REFUSED)
def test_what_a_schema_may_not_ask(library: str, name: str, params: Params, reason: str) -> None:
    with pytest.raises(DatatypeError) as refusal:
        compile_datatype(library, name, params)
    assert reason in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_the_library_of_relax_ng_itself() -> None:
    assert of("token", library=BUILT_IN).value(" a  b") == "a b"
    assert of("string", library=BUILT_IN).value(" a  b") == " a  b"


def test_names_depend_on_prefixes() -> None:
    document, other = Prefixes(p="urn:p", q="urn:p"), Prefixes(p="urn:o", default="urn:p")
    kind = of("QName")
    assert kind.uses_context
    assert kind.value("p:a", document) == kind.value(" q:a ", document) == kind.value("a", other)
    assert kind.value("p:a", other) != kind.value("p:a", document)
    assert kind.value("a", document) == ("", "a")
    assert kind.allows("xml:a", document)
    assert not any(kind.allows(text, document) for text in ("o:a", ":a", "p:", "p :a", "a:b:c"))


def test_entities_depend_on_the_document() -> None:
    assert of("ENTITY").allows("picture", Prefixes())
    assert not of("ENTITY").allows("text", Prefixes())
    assert of("ENTITIES").allows("picture picture", Prefixes())
    assert not of("ENTITIES").allows("picture text", Prefixes())
    assert not of("ENTITY").allows("picture")


def test_what_types_say_of_identifiers() -> None:
    found = {name: of(name).id_type for name in ("ID", "IDREF", "IDREFS", "NCName", "ENTITY")}
    assert found == {"ID": "ID", "IDREF": "IDREF", "IDREFS": "IDREFS", "NCName": "", "ENTITY": ""}


SAYINGS: list[tuple[str, Params, str]] = [
    ("date", [], "a date such as 1934-01-26"),
    ("positiveInteger", [], "a whole number from 1 up"),
    ("positiveInteger", [("maxInclusive", "5")], "a whole number from 1 to 5"),
    ("double", [("minInclusive", "0"), ("maxInclusive", "1")], "a number from 0 to 1"),
    ("token", [("pattern", r"[^\p{C}\p{Z}]+")], "a word (no spaces)"),
    ("token", [("pattern", "[a-c]+")], 'text that matches the pattern "[a-c]+"'),
    ("string", [("minLength", "2")], "text of 2 characters at least"),
    ("anyURI", [], "a URI"),
]


@pytest.mark.parametrize(("name", "params", "words"), SAYINGS)
def test_what_types_say_to_an_editor(name: str, params: Params, words: str) -> None:
    assert of(name, *params).says() == words


def test_every_type_says_something() -> None:
    assert all(
        of(name).says() for name in {**VALUES, **NO_VALUES, "QName": "", "anyAtomicType": ""}
    )


def test_types_can_be_compared_and_kept() -> None:
    params = ("pattern", "(a|b)*c")
    assert of("token", params) == of("token", params)
    assert len({of("token", params), of("token", params), of("token")}) == 2


def test_regular_expressions_are_not_read_again() -> None:
    """What comes from the cache must not load the reader of patterns."""
    facets = compile_datatype(XML_SCHEMA, "token", [("pattern", r"\p{L}+"), ("pattern", "(a|b)*c")])
    code = (
        "import json, sys; from recensio.validate.relaxng.datatypes import datatype;"
        f"kind = datatype({XML_SCHEMA!r}, 'token', json.loads({json.dumps(facets)!r}));"
        "assert kind.allows('abc') and not kind.allows('ab'); kind.says();"
        "assert not any('regex' in name for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
