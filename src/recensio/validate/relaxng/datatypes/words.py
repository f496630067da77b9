"""What a value of a type is, in plain English, for the messages that an editor reads."""

from __future__ import annotations

from typing import Final

from recensio.validate.relaxng.datatypes.interface import Facets

_NAME = "letters, digits, full stop, hyphen, underscore; no space"
_TYPES: Final = {
    "anyAtomicType": "text",
    "string": "text",
    "normalizedString": "text",
    "token": "text",
    "language": "a language tag such as en or de-1901",
    "Name": f"an XML name ({_NAME})",
    "NCName": f"an XML name ({_NAME})",
    "NMTOKEN": f"a word of name characters ({_NAME})",
    "NMTOKENS": f"words of name characters ({_NAME}), with spaces between them",
    "ID": f"an identifier: an XML name ({_NAME}) that stands once in the document",
    "IDREF": "the identifier of an element of this document",
    "IDREFS": "identifiers of elements of this document, with spaces between them",
    "ENTITY": "the name of an unparsed entity",
    "ENTITIES": "names of unparsed entities, with spaces between them",
    "QName": "an XML name, with or without a prefix that is declared",
    "NOTATION": "the name of a notation, with or without a prefix that is declared",
    "boolean": "true, false, 1 or 0",
    "decimal": "a number such as 12 or 12.5",
    "integer": "a whole number",
    "nonNegativeInteger": "a whole number from 0 up",
    "positiveInteger": "a whole number from 1 up",
    "nonPositiveInteger": "a whole number from 0 down",
    "negativeInteger": "a whole number from -1 down",
    "byte": "a whole number from -128 to 127",
    "short": "a whole number from -32768 to 32767",
    "int": "a whole number from -2147483648 to 2147483647",
    "long": "a whole number from -9223372036854775808 to 9223372036854775807",
    "unsignedByte": "a whole number from 0 to 255",
    "unsignedShort": "a whole number from 0 to 65535",
    "unsignedInt": "a whole number from 0 to 4294967295",
    "unsignedLong": "a whole number from 0 to 18446744073709551615",
    "float": "a number such as 12, 12.5 or 1.25E1",
    "double": "a number such as 12, 12.5 or 1.25E1",
    "duration": "a duration such as P1Y6M or PT2H30M",
    "dateTime": "a date with time such as 1934-01-26T14:30:00",
    "date": "a date such as 1934-01-26",
    "time": "a time such as 14:30:00",
    "gYearMonth": "a month such as 1934-01",
    "gYear": "a year such as 1934",
    "gMonthDay": "a day of any year such as --01-26",
    "gMonth": "a month of any year such as --01",
    "gDay": "a day of any month such as ---26",
    "hexBinary": "pairs of hexadecimal digits such as 0A3F",
    "base64Binary": "octets in base64 such as UXVpZA==",
    "anyURI": "a URI",
}
_PATTERNS: Final = {
    r"\S+": "text without spaces",
    r"\S*": "text without spaces",
    r"[^\p{C}\p{Z}]+": "a word (no spaces)",
    r"(\p{L}|\p{N}|\p{P}|\p{S})+": "a word (no spaces)",
    r"#(\p{L}|\p{N}|\p{P}|\p{S})+": 'a "#" and a word (no spaces)',
    ".+": "text that is not empty",
}
_REGULAR: Final = ("pattern", "automaton")
_BOUNDS: Final = {
    "minInclusive": "from {} up",
    "maxInclusive": "up to {}",
    "minExclusive": "above {}",
    "maxExclusive": "below {}",
    "totalDigits": "of at most {} digits",
    "fractionDigits": "with at most {} digits after the point",
    "length": "{} long",
    "minLength": "at least {} long",
    "maxLength": "at most {} long",
}


def words(library: str, name: str, facets: Facets) -> str:
    """What a value is, to follow "must be": "a URI", "a number such as 12 or 12.5, from 0 up"."""
    patterns = [str(facet[-1]) for facet in facets if facet[0] in _REGULAR]
    limits = [_limit(str(facet[0]), facet[1]) for facet in facets if facet[0] not in _REGULAR]
    kind = _TYPES[name]
    if kind == "text" and patterns and patterns[0] in _PATTERNS:
        kind = _PATTERNS[patterns.pop(0)]
    forms = [f"that matches the pattern {pattern}" for pattern in patterns]
    return " ".join([", ".join([kind, *limits]), " and ".join(forms)]).rstrip()


def _limit(name: str, limit: object) -> str:
    return _BOUNDS[name].format(limit)
