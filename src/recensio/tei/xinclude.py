"""XInclude of local files (XInclude 1.1), without the network and without climbing out.

Every included element carries xml:base, so that a problem in it names the file it comes from
(XInclude 1.1, section 4.7.5).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from lxml import etree

from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.tei.content import content_of
from recensio.tei.names import XI_NS, XML_BASE, XML_ID

Parser = Callable[[bytes, str], Outcome[etree._ElementTree | None]]
INCLUDE: Final = f"{{{XI_NS}}}include"
FALLBACK: Final = f"{{{XI_NS}}}fallback"
NO_CHARACTER: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is not a character of XML 1.0 (section 2.2)."""

LIMIT: Final = 100_000_000
"""Bytes that the inclusions of one document may add; files that include each other multiply."""


class Unresolved(Exception):
    """Why an include cannot be followed; `problems` are those of the file that it names."""

    def __init__(self, reason: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(reason)
        self.problems = problems


@dataclass(slots=True)
class _Room:
    """How many bytes may still be included."""

    left: int = LIMIT

    def take(self, content: bytes) -> bytes:
        self.left -= max(len(content), 1_000)
        if self.left < 0:
            raise Unresolved("the document includes too much")
        return content


def expand(
    tree: etree._ElementTree,
    path: Path,
    within: Path,
    parse: Parser,
) -> list[Problem]:
    """Replace each xi:include of `tree` in place by what it names; what cannot be is reported.

    An include that is not resolved gives way to its xi:fallback, else it stays where it is.
    """
    return _Inclusion(within, parse, _Room()).expand(tree.getroot(), path, (path.resolve(),))


@dataclass(frozen=True, slots=True)
class _Inclusion:
    """The inclusions of one document: from where, with which parser, how much at most."""

    within: Path
    parse: Parser
    room: _Room

    def expand(
        self, top: etree._Element, path: Path, open_files: tuple[Path, ...]
    ) -> list[Problem]:
        """Follow the includes at and below `top`, an element of the file `path`."""
        problems: list[Problem] = []
        for include in _includes(top):
            try:
                found = self._included(include, path, open_files)
                _replace(include, found.value)
                problems += found.problems
            except Unresolved as unresolved:
                problems += unresolved.problems
                problems += self._fall_back(include, path, open_files, str(unresolved))
        return problems

    def _included(
        self, include: etree._Element, path: Path, open_files: tuple[Path, ...]
    ) -> Outcome[str | etree._Element]:
        form = include.get("parse", "xml")
        target = _target(include.get("href", ""), path, self.within)
        content = self.room.take(_content(target))
        if form == "text":
            return Outcome(_text(content, include.get("encoding", "utf-8")))
        if form != "xml":
            raise Unresolved(f"parse is {form}, neither xml nor text")
        if target.resolve() in open_files:
            raise Unresolved("it includes itself")
        parsed = self.parse(content, str(target))
        if parsed.value is None:
            raise Unresolved("it cannot be read", parsed.problems)
        element = _pointed_at(parsed.value, include.get("xpointer"))
        element.set(XML_BASE, include.get("href", ""))
        nested = self.expand(element, target, (*open_files, target.resolve()))
        return Outcome(element, (*parsed.problems, *nested))

    def _fall_back(
        self, include: etree._Element, path: Path, open_files: tuple[Path, ...], reason: str
    ) -> list[Problem]:
        fallback, parent = include.find(FALLBACK), include.getparent()
        if fallback is None or parent is None:
            place = Location(str(path), include.sourceline)
            return [problem("SRC009", place, href=include.get("href", ""), reason=reason)]
        problems = self.expand(fallback, path, open_files)
        _put_children(include, parent, fallback)
        return problems


def _includes(top: etree._Element) -> list[etree._Element]:
    """The includes at and below an element, but for those in the fallback of another one."""
    found = []
    for include in top.iter(INCLUDE):
        around = (e for e in include.iterancestors(FALLBACK) if e is not top)
        if next(around, None) is None:
            found.append(include)
    return found


def _target(href: str, path: Path, within: Path) -> Path:
    if "://" in href:
        raise Unresolved("it is not a local file")
    target = path.parent / unquote(href)
    try:
        inside = target.resolve().is_relative_to(within.resolve())
        exists = bool(href) and target.is_file()
    except (OSError, ValueError, RuntimeError):
        raise Unresolved("it is not the name of a file") from None
    if not inside:
        raise Unresolved(f"it lies outside the folder {within}")
    if not exists:
        raise Unresolved("there is no such file")
    return target


def _content(target: Path) -> bytes:
    try:
        return content_of(target)
    except OSError as error:
        raise Unresolved(error.strerror or "it cannot be read") from None


def _text(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding).removeprefix("\ufeff").replace("\r\n", "\n")
    except LookupError:
        raise Unresolved(f"{encoding} is not an encoding") from None
    except UnicodeError:
        raise Unresolved(f"it is not text in {encoding}") from None
    if NO_CHARACTER.search(text):
        raise Unresolved("it holds characters that XML does not allow")
    return text


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
    if not isinstance(content, str):
        content.tail = include.tail
        parent.replace(include, content)
        return
    _put_text(include, parent, content)
    _remove(include, parent)


def _put_children(include: etree._Element, parent: etree._Element, holder: etree._Element) -> None:
    """Put what the holder contains into the place of the include."""
    _put_text(include, parent, holder.text or "")
    for child in list(holder):
        include.addprevious(child)
    _remove(include, parent)


def _put_text(include: etree._Element, parent: etree._Element, text: str) -> None:
    previous = include.getprevious()
    if previous is None:
        parent.text = (parent.text or "") + text
    else:
        previous.tail = (previous.tail or "") + text


def _remove(include: etree._Element, parent: etree._Element) -> None:
    """Take the include away and leave the text that follows it."""
    _put_text(include, parent, include.tail or "")
    include.tail = None
    parent.remove(include)
