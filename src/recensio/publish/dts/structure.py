"""How a document says that it is cited: citeStructure, or patterns of CTS (TEI Guidelines, 17.2.5).

A cRefPattern of the form #xpath(/tei:TEI/tei:text/tei:body/tei:div[@n='$1']/tei:l[@n='$2']), as
Canonical Text Services use it, says the same as a citeStructure in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.tei.names import NS, XML_ID, tei
from recensio.tei.text import text_of

TITLES: Final = (
    "dc:title",
    "http://purl.org/dc/terms/title",
    "http://purl.org/dc/elements/1.1/title",
)
PATTERN: Final = re.compile(r"#xpath\((.*)\)\s*")
STEP: Final = re.compile(r"\[\s*@(\w+)\s*=\s*(?:'\$(\d)'|\"\$(\d)\")\s*\]")


@dataclass(frozen=True, slots=True)
class CiteStructure:
    """A level of references: what is cited, where it stands, what names it (att.citeStructurePart).

    `title` is the path of what it is called, "" without; `delim` stands before its name.
    """

    unit: str
    match: str
    use: str
    delim: str = ""
    title: str = ""
    parts: tuple[CiteStructure, ...] = ()


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way of citing a document; `name` is empty for one that is not named."""

    name: str
    description: str
    structures: tuple[CiteStructure, ...]
    is_default: bool = False


def schemes(root: etree._Element) -> list[Scheme]:
    """The ways of citing that the header declares, the default first."""
    declared = root.iterfind("tei:teiHeader/tei:encodingDesc/tei:refsDecl", NS)
    found = [scheme for refs in declared for scheme in _scheme(refs)]
    default = next((each for each in found if each.is_default), found[0] if found else None)
    return sorted(found, key=lambda each: each is not default)


def _scheme(refs: etree._Element) -> Iterator[Scheme]:
    structures = tuple(_structure(each) for each in refs.iterchildren(tei("citeStructure")))
    structures = structures or tuple(_of_patterns(list(refs.iterchildren(tei("cRefPattern")))))
    if structures:
        prose = " ".join(text_of(paragraph) for paragraph in refs.iterchildren(tei("p")))
        name = refs.get("n") or refs.get(XML_ID) or ""
        yield Scheme(name, prose, structures, refs.get("default") == "true")


def _structure(element: etree._Element) -> CiteStructure:
    titles = (
        each.get("use", "")
        for each in element.iterchildren(tei("citeData"))
        if each.get("property") in TITLES
    )
    return CiteStructure(
        unit=element.get("unit") or "unit",
        match=element.get("match", ""),
        use=element.get("use", ""),
        delim=element.get("delim", ""),
        title=next(titles, ""),
        parts=tuple(_structure(each) for each in element.iterchildren(tei("citeStructure"))),
    )


def _of_patterns(patterns: Sequence[etree._Element]) -> Iterator[CiteStructure]:
    """The levels of the pattern that goes deepest; the others lead to its upper levels."""
    told = [(_steps(each.get("replacementPattern", "")), each.get("n", "")) for each in patterns]
    told = [(steps, unit) for steps, unit in told if steps]
    if told:
        deepest = max((steps for steps, _ in told), key=len)
        units = {len(steps): unit for steps, unit in reversed(told)}
        yield _nested(deepest, units, 1)


def _steps(pattern: str) -> list[tuple[str, str]]:
    """The path of each level, relative to the one above, and the attribute that names it."""
    found = PATTERN.fullmatch(pattern)
    path = found[1] if found else ""
    steps, start = [], 0
    for place in STEP.finditer(path):
        steps.append((path[start : place.start()] + f"[@{place[1]}]", f"@{place[1]}"))
        start = place.end()
    # What follows the last number would narrow the path; so it is not understood.
    return steps if not path[start:].strip() else []


def _nested(steps: Sequence[tuple[str, str]], units: dict[int, str], level: int) -> CiteStructure:
    (path, use), *rest = steps
    match = path if level == 1 else _relative(path)
    parts = (_nested(rest, units, level + 1),) if rest else ()
    return CiteStructure(units.get(level) or "unit", match, use, "." * (level > 1), "", parts)


def _relative(path: str) -> str:
    return f".{path}" if path.startswith("/") else path
