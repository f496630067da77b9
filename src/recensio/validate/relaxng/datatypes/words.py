"""What a value of a type is, in plain English, for the messages that an editor reads."""

from __future__ import annotations

from typing import Final

from recensio.validate.relaxng.datatypes.interface import Facets
from recensio.validate.relaxng.datatypes.numbers import BOUNDS

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
    "NMTOKENS": f"words of name characters ({_NAME})",
    "ID": f"an identifier: an XML name ({_NAME}) that stands once in the document",
    "IDREF": "the identifier of an element of this document",
    "IDREFS": "identifiers of elements of this document, with spaces between them",
    "ENTITY": "the name of an unparsed entity",
    "ENTITIES": "names of unparsed entities, with spaces between them",
    "QName": "an XML name, with or without a prefix that is declared",
    "NOTATION": "the name of a notation, with or without a prefix that is declared",
    "boolean": "true, false, 1 or 0",
    "decimal": "a number such as 12 or 12.5",
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
# Patterns of the TEI schemas that have a meaning which they do not show.
_PATTERNS: Final = {
    r"\S+": "text without spaces",
    r"\S*": "text without spaces",
    ".+": "text that is not empty",
    r"[^\p{C}\p{Z}]+": "a word (no spaces)",
    r"#(\p{L}|\p{N}|\p{P}|\p{S})+": 'a "#" and then a word (no spaces)',
    r"(\-?[\d]+/\-?[\d]+)": "a fraction such as 1/2",
    r"(-?[0-9]+(\.[0-9]+)?,-?[0-9]+(\.[0-9]+)?)": "two numbers with a comma, such as 10,20.5",
    r"[0-9.,DHMPRSTWYZ/:+\-]+": "a date, time or period by ISO 8601 such as 1934-W04 or R5/P1D",
    r"(19[789][0-9]|[2-9][0-9]{3}).*": "a date from 1970 on",
    r"\d+(\.\d+){0,2}": "a version such as 4.7.0",
    r"[\d]+(\.[\d]+){0,2}": "a version such as 4.7.0",
    r"[\d]+[a-z]*[\d]*(\.[\d]+[a-z]*[\d]*){0,3}": "a version such as 4.7.0 or 1.9.1a",
    r"\d+[a-z]*\d*(\.\d+[a-z]*\d*){0,3}": "a version such as 4.7.0 or 1.9.1a",
    r"[a-z][a-z0-9\+\.\-]*": "a prefix: a small letter, then small letters, digits, +, . or -",
    r"[a-z][a-z0-9+.\-]*": "a prefix: a small letter, then small letters, digits, +, . or -",
    r"[^/\s]+:\S*": "a URI that begins with a scheme or prefix, such as https:",
}
_UNITS: Final = r"[\-+]?\d+(\.\d+)?(%|"
_ENDS: Final = {
    "nonNegativeInteger": ("0", ""),
    "positiveInteger": ("1", ""),
    "nonPositiveInteger": ("", "0"),
    "negativeInteger": ("", "-1"),
    **BOUNDS,
}
_LIMITS: Final = {
    "minExclusive": "above {}",
    "maxExclusive": "below {}",
    "totalDigits": "of {} digits at most",
    "fractionDigits": "with {} digits after the point at most",
    "length": "of {} {}",
    "minLength": "of {} {} at least",
    "maxLength": "of {} {} at most",
}
_COUNTED: Final = dict.fromkeys(("NMTOKENS", "IDREFS", "ENTITIES"), "words") | dict.fromkeys(
    ("hexBinary", "base64Binary"), "octets"
)


def words(name: str, facets: Facets) -> str:
    """What a value of a type is, to follow "must be": "a URI", "a number from 0 to 1"."""
    patterns = [facet[-1] for facet in facets if facet[0] in {"pattern", "automaton"}]
    kind = _meaning(name, patterns) or _TYPES.get(name, "a whole number")
    low, high = _ends(name, facets)
    limits = [_between(low, high)] if low or high else []
    unit = _COUNTED.get(name, "characters")
    limits += [_LIMITS[f[0]].format(f[1], unit) for f in facets if f[0] in _LIMITS]
    limits += [f'that matches the pattern "{pattern}"' for pattern in patterns]
    if low or high:  # which are examples enough
        kind = kind.partition(" such as")[0]
    joint = ", " if limits and (" such as " in kind or "(" in kind) else " "
    return joint.join([kind, " and ".join(limits)]).rstrip()


def _meaning(name: str, patterns: list[str]) -> str | None:
    """What a pattern of TEI means; it is then taken from the list."""
    if not patterns or not (_TYPES.get(name) == "text" or name == "anyURI"):
        return None
    if patterns[0].startswith(_UNITS):
        patterns.pop(0)
        return "a measure such as 12.5cm or 80%"
    return _PATTERNS[patterns.pop(0)] if patterns[0] in _PATTERNS else None


def _ends(name: str, facets: Facets) -> tuple[str, str]:
    """The smallest and the largest value, "" where nothing is said."""
    low, high = _ENDS.get(name, ("", ""))
    for kind, limit in ((facet[0], facet[1]) for facet in facets):
        low = limit.strip() if kind == "minInclusive" else low
        high = limit.strip() if kind == "maxInclusive" else high
    return low, high


def _between(low: str, high: str) -> str:
    if low and high:
        return f"from {low} to {high}"
    return f"from {low} up" if low else f"up to {high}"
