"""What random schemas are made of: names, values, facets, and which patterns stand where."""

from __future__ import annotations

from typing import Final

RNG_NS: Final = "http://relaxng.org/ns/structure/1.0"
XSD: Final = "http://www.w3.org/2001/XMLSchema-datatypes"
PREFIXES: Final = {None: RNG_NS, "p": "urn:p", "q": "urn:q", "x": "urn:x"}
NAMES: Final = ("a", "b", "c", "d", "p:a", "q:b", " a ", "xml:lang")
SPACES: Final = ("", "urn:p", "urn:q", "urn:x")
STRINGS: Final = ("", " ", "1", "01", "a b", " a  b ", "x", "1.0", "p:a", "a")
FACETS: Final = {
    "string": (("length", "2"), ("maxLength", "3"), ("pattern", "[a-c]+|x"), ("minLength", "1")),
    "token": (("pattern", "a b|\\d"), ("minLength", "2"), ("length", "1")),
    "integer": (("minInclusive", "0"), ("maxExclusive", "10"), ("totalDigits", "2")),
    "decimal": (("fractionDigits", "1"), ("minExclusive", "-1.5"), ("maxInclusive", "2.5")),
    "date": (("minInclusive", "1932-01-01"), ("maxExclusive", "2000-01-01")),
    "NCName": (("maxLength", "2"), ("pattern", "[\\i-[:]][\\c-[:]]*")),
    "anyURI": (("minLength", "1"), ("pattern", "\\S+")),
    "boolean": (("pattern", "true|1"),),
    "NMTOKENS": (("length", "2"), ("minLength", "1")),
    "hexBinary": (("length", "1"),),
    "double": (("minInclusive", "0"), ("maxInclusive", "INF")),
    "normalizedString": (("maxLength", "2"),),
    "gYearMonth": (),
    "time": (),
    "dateTime": (("minExclusive", "1932-01-01T00:00:00Z"),),
    "duration": (("minInclusive", "P1D"),),
    "language": (("pattern", "[a-z]{2}"),),
    "Name": (),
    "QName": (),
    "ID": (),
    "IDREF": (),
}

STRUCTURE: Final = ("element",) * 6 + ("ref",) * 5 + ("choice", "group", "interleave", "empty")
REPEATED: Final = ("optional", "zeroOrMore", "oneOrMore", "mixed", "text", "text")
ELSEWHERE: Final = ("grammar", "externalRef", "parentRef")
MATTER: Final = (*STRUCTURE, *REPEATED, *ELSEWHERE)
STRINGY: Final = ("data", "data", "value", "value", "list")
IN_VALUE: Final = (*STRINGY, "choice", "text", "empty", "optional")
IN_LIST: Final = (
    "data",
    "value",
    "value",
    "choice",
    "group",
    "oneOrMore",
    "zeroOrMore",
    "optional",
)
IN_EXCEPT: Final = ("data", "value", "value", "choice")
ALL: Final = (*MATTER, *IN_VALUE, "attribute", "notAllowed")
AROUND: Final = ("choice", "group", "interleave", "optional", "zeroOrMore", "oneOrMore", "mixed")
FORMS: Final = tuple(dict.fromkeys((*ALL, "start", "define", "div", "include", "except", "param")))
LOOSE: Final = ("anyName", "nsName", "name")
BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
BASES: Final = ("", "a", "x.rng")
ATTRIBUTES: Final = (
    *("name", "type", "ns", "datatypeLibrary", "combine", "unknown"),
    *(f"{{{RNG_NS}}}name", "{urn:x}name", BASE),
)
TEXTS: Final = (
    *(
        "",
        "a",
        " a ",
        "1a",
        "a b",
        "a:b",
        "p:a",
        "r:a",
        ":a",
        "a:",
        "xmlns",
        "choice",
        "interleave",
    ),
    *("http://www.w3.org/2000/xmlns", XSD, "x.rng", "x.rng#a", "relative", "urn:p", "urn:p#f"),
    *("string", "token", "integer", "ID", "é", "%", "http://a b", " choice ", "interleave"),
)
