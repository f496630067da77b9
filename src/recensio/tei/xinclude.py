"""XInclude of local files (XInclude 1.1), without the network and without climbing out.

Every included element carries xml:base, so that a problem in it names the file it comes from
(XInclude 1.1, section 4.7.5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.tei.names import XI_NS, XML_BASE, XML_ID

Parser = Callable[[bytes, str], Outcome[etree._ElementTree | None]]
INCLUDE = f"{{{XI_NS}}}include"
FALLBACK = f"{{{XI_NS}}}fallback"


class Unresolved(Exception):
    """Why an include cannot be followed."""


def expand(
    tree: etree._ElementTree,
    path: Path,
    within: Path,
    parse: Parser,
    open_files: tuple[Path, ...] = (),
) -> list[Problem]:
    """Replace each xi:include of `tree` in place by what it names; what cannot be is reported.

    An include that is not resolved gives way to its xi:fallback, else it stays where it is.
    """
    problems: list[Problem] = []
    for include in list(tree.iter(INCLUDE)):
        try:
            found = _included(include, path, within, parse, (*open_files, path.resolve()))
            problems += found.problems
            _replace(include, found.value)
        except Unresolved as reason:
            problems += _fall_back(include, path, str(reason))
    return problems


def _included(
    include: etree._Element,
    path: Path,
    within: Path,
    parse: Parser,
    open_files: tuple[Path, ...],
) -> Outcome[str | etree._Element]:
    target = _target(include.get("href", ""), path, within)
    if include.get("parse", "xml") == "text":
        return Outcome(target.read_text(encoding=include.get("encoding", "utf-8")))
    if target.resolve() in open_files:
        raise Unresolved("it includes itself")
    parsed = parse(target.read_bytes(), str(target))
    if parsed.value is None:
        raise Unresolved(parsed.problems[0].message)
    nested = expand(parsed.value, target, within, parse, open_files)
    element = _pointed_at(parsed.value, include.get("xpointer"))
    element.set(XML_BASE, include.get("href", ""))
    return Outcome(element, (*parsed.problems, *nested))


def _target(href: str, path: Path, within: Path) -> Path:
    if "://" in href:
        raise Unresolved("it is not a local file")
    target = path.parent / unquote(href)
    if not target.resolve().is_relative_to(within.resolve()):
        raise Unresolved(f"it lies outside {within}")
    if not href or not target.is_file():
        raise Unresolved("there is no such file")
    return target


def _pointed_at(tree: etree._ElementTree, pointer: str | None) -> etree._Element:
    if not pointer:
        return tree.getroot()
    wanted = pointer.removeprefix("element(").removesuffix(")")
    for element in tree.iter("*"):
        if element.get(XML_ID) == wanted:
            return element
    raise Unresolved(f"the file has no element with the xml:id {wanted}")


def _replace(include: etree._Element, content: str | etree._Element) -> None:
    parent = include.getparent()
    if parent is None:
        raise Unresolved("it is the root of its document")
    if isinstance(content, str):
        _put_text(include, parent, content)
        return
    content.tail = include.tail
    parent.replace(include, content)


def _put_text(include: etree._Element, parent: etree._Element, text: str) -> None:
    text += include.tail or ""
    previous = include.getprevious()
    if previous is None:
        parent.text = (parent.text or "") + text
    else:
        previous.tail = (previous.tail or "") + text
    include.tail = None
    parent.remove(include)


def _fall_back(include: etree._Element, path: Path, reason: str) -> Iterator[Problem]:
    fallback = include.find(FALLBACK)
    parent = include.getparent()
    if fallback is None or parent is None:
        place = Location(str(path), include.sourceline)
        yield problem("SRC009", place, href=include.get("href", ""), reason=reason)
        return
    position = parent.index(include)
    _put_text(include, parent, fallback.text or "")
    for offset, child in enumerate(list(fallback)):
        parent.insert(position + offset, child)
