"""What a Schematron schema takes from other files: include, and extends with @href.

Only local files of one folder are read (ISO/IEC 19757-3, include and extends). Everything else
is reported and the rest of the schema goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from lxml import etree

from recensio.model.problem import Problem
from recensio.tei.names import XML_ID
from recensio.validate.schematron.faults import fault, place
from recensio.validate.schematron.names import AT, RNG_NS, local_name, sch

LIMIT: Final = 1_000
"""Files that one schema may take in; files that include each other multiply."""


class Unresolved(Exception):
    """Why a file is not taken in."""


@dataclass(slots=True)
class Inclusion:
    """Takes files below `home` in; `read` parses one. `problems` say what was not taken in."""

    home: Path
    read: Callable[[Path], etree._Element]
    problems: list[Problem] = field(default_factory=list)
    left: int = LIMIT

    def expand(self, top: etree._Element, open_files: tuple[str, ...]) -> None:
        """Replace every inclusion at and below `top`; `open_files` are those it stands in."""
        for element in list(top.iter(sch("include"), sch("extends"))):
            if element.get("href") is not None and element is not top:
                self._replace(element, open_files)

    def grammars(self, root: etree._Element, path: Path) -> Iterator[etree._Element]:
        """The RELAX NG grammars that a grammar includes, and those that they include, each once."""
        seen, waiting = {path.resolve()}, [(root, path)]
        while waiting:
            grammar, base = waiting.pop()
            for element in grammar.iter(f"{{{RNG_NS}}}include", f"{{{RNG_NS}}}externalRef"):
                try:
                    target = self._target(element.get("href", ""), base)
                    if target.resolve() not in seen:
                        seen.add(target.resolve())
                        waiting.append((self._read(target), target))
                        yield waiting[-1][0]
                except Unresolved:
                    # The engine of RELAX NG says so; the rules that can be read are enough here.
                    continue

    def _replace(self, element: etree._Element, open_files: tuple[str, ...]) -> None:
        at, href = element.get(AT, ""), element.get("href", "")
        try:
            found = self._found(href, Path(place(at)[0]), open_files)
            # What is extended, and a schema that is included, gives its content only.
            content = element.tag == sch("extends") or found.tag == sch("schema")
            for part in list(found) if content else [found]:
                part.tail = None
                element.addprevious(part)
        except Unresolved as unresolved:
            reason = f"{href} is not taken in: {unresolved}"
            self.problems.append(fault(at, local_name(element), reason))
        parent = element.getparent()
        if parent is not None:
            element.tail = None
            parent.remove(element)

    def _found(self, href: str, base: Path, open_files: tuple[str, ...]) -> etree._Element:
        """The element that a reference names, with all that it includes itself."""
        name, _, identifier = href.partition("#")
        target = self._target(name, base) if name else base
        mark = f"{target.resolve()}#{identifier}"
        if mark in open_files:
            raise Unresolved("it includes itself")
        found = _identified(self._read(target), identifier)
        self.expand(found, (*open_files, mark))
        return found

    def _read(self, target: Path) -> etree._Element:
        self.left -= 1
        if self.left < 0:
            raise Unresolved("the schema takes in too many files")
        try:
            return self.read(target)
        except OSError as error:
            raise Unresolved(error.strerror or "it cannot be read") from None
        except ValueError as error:
            raise Unresolved(str(error)) from None

    def _target(self, href: str, base: Path) -> Path:
        """The file that a reference names. Raises Unresolved if it is none that may be read."""
        if "://" in href:
            raise Unresolved("it is not a local file")
        target = base.parent / unquote(href)
        try:
            inside = target.resolve().is_relative_to(self.home.resolve())
            exists = bool(href) and target.is_file()
        except (OSError, ValueError, RuntimeError):
            raise Unresolved("it is not the name of a file") from None
        if not inside:
            raise Unresolved(f"it lies outside the folder {self.home}")
        if not exists:
            raise Unresolved("there is no such file")
        return target


def _identified(root: etree._Element, identifier: str) -> etree._Element:
    if not identifier:
        return root
    for element in root.iter("*"):
        if identifier in (element.get("id"), element.get(XML_ID)):
            return element
    raise Unresolved(f"no element has the id {identifier}")
