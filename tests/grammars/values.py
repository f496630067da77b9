"""Strings that are values of a datatype (XML Schema 1.0, part 2; RELAX NG built-in types).

A string is made from the type, or from its pattern, and kept if its lexical space and its facets
allow it. `identifiers` gives each ID once; an IDREF is one that was given before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from random import Random
from typing import Final, TypeAlias

from tests.grammars.expressions import ALPHABET, strings
from tests.grammars.patterns import Choice, Datatype, Name, Pattern, Value

Maker: TypeAlias = Callable[[Random], str]
TRIES: Final = 60
WORDS: Final = (
    *("lemma", "x", "A1", "é", "Ивановъ", "ײַ", "中文", "a-b", "10", "0", "#a", "<&>", "'\"", "]]>"),
    *("e\u0301", "1932-05", "true", "a:b", "𝄞", "\u00a0", "%", "..", "http://example.org/?a=b#c"),
)
SPACES: Final = (" ", " ", "\n", "\t ", "  ")
NAMES: Final = ("a", "lem", "rdg-1", "_", "x.y", "Ж", "n10", "Ångström", "xy_z")
LANGUAGES: Final = ("en", "ru-Latn", "grc", "x-old", "de-1901", "zh-Hant-TW")
ADDRESSES: Final = (
    *("", "#a", "a", "a.xml#b", "http://example.org/a?b=c&d=e#f", "urn:x:y", "../a/b.png"),
    *("mailto:a@example.org", "a%20b", "//example.org", "#", "?q", "é.html"),
)
ZONES: Final = ("", "", "Z", "+03:00", "-11:30", "+14:00")
INTEGERS: Final = {
    "integer": (-(10**20), 10**20),
    "nonPositiveInteger": (-(10**20), 0),
    "negativeInteger": (-(10**20), -1),
    "nonNegativeInteger": (0, 10**20),
    "positiveInteger": (1, 10**20),
    "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-128, 127),
    "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 255),
}


def sample(*choices: str) -> Maker:
    return lambda chance: chance.choice(choices)


def running_text(chance: Random) -> str:
    """Words, white space, or nothing."""
    words = [chance.choice(WORDS) for _ in range(chance.choice((0, 1, 1, 2, 5)))]
    return "".join(word + chance.choice((*SPACES, "")) for word in words)


def normalized(chance: Random) -> str:
    return running_text(chance).replace("\n", " ").replace("\t", " ")


def token(chance: Random) -> str:
    return " ".join(running_text(chance).split())


def integer(low: int, high: int) -> Maker:
    def maker(chance: Random) -> str:
        near = [n for n in (low, high, 0, 1, -1, 7, 12, 40) if low <= n <= high]
        number = chance.choice([*near, chance.randint(low, high)])
        sign = "+" if number >= 0 and chance.random() < 0.1 else ""
        zeros = "00" if number >= 0 and chance.random() < 0.1 else ""
        return f"{sign}{zeros}{number}"

    return maker


def decimal(chance: Random) -> str:
    whole = chance.choice(("0", "-1", "+12", "007", "", "3"))
    part = chance.choice(("", ".", ".5", ".250")) if whole else ".75"
    return whole + part


def floating(chance: Random) -> str:
    return chance.choice(("INF", "-INF", "NaN", "1E4", "-.5e-3", decimal(chance)))


def year(chance: Random) -> str:
    return chance.choice(
        ("1932", "0044", "-0043", "2000", "12026", f"{chance.randint(1, 9999):04}")
    )


def month(chance: Random) -> str:
    return f"{chance.randint(1, 12):02}"


def day(chance: Random) -> str:
    return f"{chance.randint(1, 28):02}"


def clock(chance: Random) -> str:
    return chance.choice(("00:00:00", "23:59:59.999", "12:30:00.0", "06:05:04"))


def duration(chance: Random) -> str:
    days = "".join(f"{chance.randint(0, 40)}{unit}" for unit in "YMD" if chance.random() < 0.5)
    hours = "".join(f"{chance.randint(0, 70)}{unit}" for unit in "HMS" if chance.random() < 0.4)
    days = days if days or hours else "1Y"
    return chance.choice(("", "", "-")) + "P" + days + ("T" + hours if hours else "")


def several(one: Maker) -> Maker:
    def maker(chance: Random) -> str:
        return " ".join(one(chance) for _ in range(chance.randint(1, 3)))

    return maker


def dated(form: str) -> Maker:
    """A date or time from its form, with a zone or without: Y, M, D, t."""
    makers = {"Y": year, "M": month, "D": day, "t": clock}

    def maker(chance: Random) -> str:
        return "".join(makers.get(c, sample(c))(chance) for c in form) + chance.choice(ZONES)

    return maker


TYPES: Final[dict[str, Maker]] = {
    "string": running_text,
    "normalizedString": normalized,
    "token": token,
    "language": sample(*LANGUAGES),
    "Name": sample(*NAMES, "a:b", ":"),
    "NCName": sample(*NAMES),
    "NMTOKEN": sample(*NAMES, "1", "-a", "a:b:c", "."),
    "NMTOKENS": several(sample(*NAMES, "1", "-a")),
    "QName": sample(*NAMES),
    "boolean": sample("true", "false", "0", "1"),
    "decimal": decimal,
    "float": floating,
    "double": floating,
    "duration": duration,
    "dateTime": dated("Y-M-DTt"),
    "time": dated("t"),
    "date": dated("Y-M-D"),
    "gYearMonth": dated("Y-M"),
    "gYear": dated("Y"),
    "gMonthDay": dated("--M-D"),
    "gDay": dated("---D"),
    "gMonth": dated("--M"),
    "hexBinary": sample("", "0f", "DEADbeef"),
    "base64Binary": sample("", "YQ==", "YWI=", "YWJj", "YW Jj"),
    "anyURI": sample(*ADDRESSES),
    **{name: integer(low, high) for name, (low, high) in INTEGERS.items()},
}
# What a string that was made from a pattern must look like, all white space collapsed.
LEXICAL: Final = {
    "Name": r"[^\W\d][\w.\-:]*",
    "NCName": r"[^\W\d][\w.\-]*",
    "NMTOKEN": r"[\w.\-:]+",
    "anyURI": r"([a-z][a-z0-9]*:(?=\w))?(?!//)[\w./?=&;@!$,~*'()\-]*(#[\w./?\-]*)?",
    "language": r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*",
    "boolean": r"true|false|0|1",
    "decimal": r"[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)",
    **dict.fromkeys(INTEGERS, r"[+\-]?[0-9]+"),
    "gYear": r"-?(?!0000)[0-9]{4}",
}


@dataclass(slots=True)
class Values:
    """Maker of values for one document."""

    chance: Random
    prefixes: dict[str, str]
    identifiers: list[str] = field(default_factory=list)

    def like(self, value: Value) -> str:
        """A string that is equal to a value, by its type."""
        if value.name is not None:
            return self.prefixed(value.name)
        if value.type == "string" or (value.library and value.type != "token"):
            return value.text
        return self.spaced(" ".join(value.text.split()))

    def prefixed(self, name: Name) -> str:
        return f"{self.prefixes[name.ns]}:{name.local}" if name.ns else name.local

    def of(self, wanted: Datatype) -> str:
        """A value of a datatype; if none is found in good time, one that is likely to be."""
        for _ in range(TRIES):
            text = self.candidate(wanted)
            if fits(text, wanted) and not excluded(text, wanted.excluded):
                break
        return text if wanted.type == "string" or not wanted.library else self.spaced(text)

    def candidate(self, wanted: Datatype) -> str:
        if wanted.type in {"ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES"}:
            return self.identifier(wanted.type)
        facets = dict(wanted.parameters)
        if "pattern" in facets:
            return strings(facets["pattern"])(self.chance)
        bounds = [text for name, text in wanted.parameters if name.endswith("clusive")]
        if bounds and self.chance.random() < 0.3:
            return self.chance.choice(bounds).strip()
        length = next((int(facets[name]) for name in LENGTHS if name in facets), None)
        if length is not None and wanted.type in STRINGS and self.chance.random() < 0.8:
            return self.chance.choice(("a", "é", "Ж", "𝄞"[:1])) * length
        return TYPES.get(wanted.type, running_text)(self.chance)

    def identifier(self, kind: str) -> str:
        if kind != "ID" and self.identifiers:
            return self.chance.choice(self.identifiers)
        self.identifiers.append(f"{self.chance.choice(NAMES)}.{len(self.identifiers)}")
        return self.identifiers[-1]

    def spaced(self, text: str) -> str:
        """The same value where white space is collapsed: with some around and within."""
        if self.chance.random() < 0.8 or not text:
            return text
        return self.chance.choice(SPACES) + text + self.chance.choice(SPACES)


LENGTHS: Final = ("length", "minLength", "maxLength")
STRINGS: Final = frozenset({"string", "normalizedString", "token", "NCName", "Name", "NMTOKEN"})


def fits(text: str, wanted: Datatype) -> bool:
    """Whether lexical space and facets allow a string, so far as it is told here."""
    if wanted.library and wanted.type not in {"string", "normalizedString"}:
        if text != text.strip():
            return False
        if not re.fullmatch(LEXICAL.get(wanted.type, r"[^\t\n]*"), text) or "  " in text:
            return False
    return all(allows(name, facet.strip(), text) for name, facet in wanted.parameters)


def allows(name: str, facet: str, text: str) -> bool:
    """Whether one facet allows a string."""
    match name:
        case "length":
            allowed = len(text) == int(facet)
        case "minLength":
            allowed = len(text) >= int(facet)
        case "maxLength":
            allowed = len(text) <= int(facet)
        case "totalDigits":
            allowed = len(re.sub(r"[^\d]", "", text).strip("0")) <= int(facet)
        case "fractionDigits":
            allowed = len(text.partition(".")[2].rstrip("0")) <= int(facet)
        case "minInclusive" | "maxInclusive" | "minExclusive" | "maxExclusive":
            allowed = within(name, number(facet), number(text))
        case _:
            allowed = True
    return allowed


def within(name: str, bound: Decimal | None, found: Decimal | None) -> bool:
    if bound is None or found is None or found.is_nan():
        return bound is None
    if found == bound:
        return name.endswith("Inclusive")
    return (found > bound) == name.startswith("min")


def number(text: str) -> Decimal | None:
    """A number, or nothing where the type is one of dates or names."""
    try:
        return Decimal(text.replace("INF", "Infinity"))
    except InvalidOperation:
        return None


def excluded(text: str, exception: Pattern | None) -> bool:
    """Whether an exception has a string, so far as it is told here: by the words of its values."""
    match exception:
        case Choice(branches):
            return any(excluded(text, branch) for branch in branches)
        case Value():
            return text.split() == exception.text.split()
        case _:
            return False


assert set("Ж中é") <= set(ALPHABET)
