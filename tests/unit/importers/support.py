"""Short ways to import a text and to look at what became of it."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from recensio.importers.conservation import conservation
from recensio.importers.importer import Imported, import_source
from recensio.importers.profile import Profile, References
from recensio.model.problem import Problem

MARKDOWN = Profile(siglum="T", markup="markdown")
HTML = Profile(siglum="T", markup="html", references=(References.SUPERSCRIPT, References.BRACKET))
PLAIN = Profile(siglum="T", markup="plain")
NS = {"t": "http://www.tei-c.org/ns/1.0"}


def imported(text: str, profile: Profile = MARKDOWN) -> Imported:
    """The import of a text, which has been proved to conserve it."""
    return outcome_of(text, profile)[0]


def outcome_of(text: str, profile: Profile = MARKDOWN) -> tuple[Imported, tuple[Problem, ...]]:
    outcome = import_source(text.encode(), profile, name="book.md")
    assert outcome.value is not None
    assert conservation(text.removeprefix("\ufeff"), outcome.value).value
    return outcome.value, outcome.problems


def body(text: str, profile: Profile = MARKDOWN) -> str:
    """The TEI of a text below body, without namespace and without the breaks between elements."""
    return below(imported(text, profile), "body")


def plain(text: str) -> str:
    """The TEI of a page of HTML below body without identifiers."""
    return without_identifiers(body(text, HTML))


def without_identifiers(written: str) -> str:
    return re.sub(r' xml:id="[^"]*"', "", written)


def below(result: Imported, name: str) -> str:
    """The TEI below an element of the text."""
    element = result.tree.find(f".//t:{name}", NS)
    assert element is not None
    inside = "".join(etree.tostring(child, encoding="unicode") for child in element)
    return inside.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "").replace(">\n<", "><").strip()


def with_rules(profile: Profile, **rules: object) -> Profile:
    return replace(profile, **rules)  # type: ignore[arg-type]  # the tests name what they set


def found(problems: tuple[Problem, ...]) -> list[tuple[str, int | None]]:
    """Code and line of each problem."""
    return [(problem.code, problem.location.line) for problem in problems]
