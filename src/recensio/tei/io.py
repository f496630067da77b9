"""The one parser and the one serialiser of TEI.

Nothing is fetched: external DTDs and entities are never loaded. Identifiers that are used twice
or are no names do not stop reading (`collect_ids=False`); `validate` reports them.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from lxml import etree

from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.remembered import memory, remembered
from recensio.tei.content import content_of
from recensio.tei.entities import Declarations, report_lost, settle, settle_attributes
from recensio.tei.names import TEI_NS, tei
from recensio.tei.p4 import is_p4, lacks_namespace, upgrade
from recensio.tei.xinclude import expand

ROOTS = (tei("TEI"), tei("teiCorpus"))

_LOOKING_ELSEWHERE: Final = re.compile(rb"""2001/XInclude|xml:base\s*=\s*["'](?![a-z]+://)""")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A well-formed TEI file: its tree after inclusion, and the sha256 of the file."""

    tree: etree._ElementTree
    digest: str


def read(
    path: Path, within: Path | None = None, xinclude: bool = True, any_xml: bool = False
) -> Outcome[Parsed | None]:
    """Read the TEI file `path`; no value if it cannot be read or is not TEI, never an exception.

    Local xi:include is expanded unless `xinclude` is false; included files must lie below
    `within`, by default the folder of the file. With `any_xml` the root may be any element.
    """
    try:
        content = content_of(path)
    except OSError:
        return Outcome(None, (problem("SRC002", Location(str(path)), path=path),))
    if memory() is not None and _LOOKING_ELSEWHERE.search(content.replace(b"\0", b"")):
        # What becomes of the tree depends on other files, so it may not be that of the last time.
        outcome = _accept(content, str(path), any_xml)
    else:
        outcome = remembered(_accept)(content, str(path), any_xml)
    if outcome.value is None or not xinclude:
        return outcome
    problems = expand(outcome.value.tree, path, within or path.parent, parse)
    return outcome.plus(*problems)


def _accept(content: bytes, path: str, any_xml: bool) -> Outcome[Parsed | None]:
    """The file by itself, before anything is included."""
    outcome = parse(content, path)
    tree = outcome.value
    if tree is None:
        return Outcome(None, outcome.problems)
    problems = outcome.problems
    if not any_xml:
        problems += tuple(_accept_as_tei(tree, path))
    if not any_xml and tree.getroot().tag not in ROOTS:
        return Outcome(None, problems)
    return Outcome(Parsed(tree, hashlib.sha256(content).hexdigest()), problems)


def parse(content: bytes, path: str) -> Outcome[etree._ElementTree | None]:
    """Parse any XML; a file that is not well-formed is a problem with line and column."""
    unreadable = _unreadable(content, path)
    if unreadable:
        return Outcome(None, (unreadable,))
    expanding, keeping = _parser("internal"), _parser(False)
    try:
        tree = _tree(content, expanding, keeping)
    except etree.XMLSyntaxError:
        log = keeping.error_log or expanding.error_log
        return Outcome(None, (_ill_formed(log, path),))
    settled = settle(tree, path)
    return Outcome(tree, (*settled, *report_lost(keeping.error_log, settled, path)))


def _tree(
    content: bytes, expanding: etree.XMLParser, keeping: etree.XMLParser
) -> etree._ElementTree:
    """The tree, its entities expanded by libxml2 if the file itself declares them all."""
    try:
        return etree.fromstring(content, expanding).getroottree()
    except etree.XMLSyntaxError as error:
        if "ntity" not in (error.msg or ""):
            raise
        tree = etree.fromstring(content, keeping).getroottree()
        settle_attributes(tree)
        return tree


def _parser(entities: Literal["internal", False]) -> etree.XMLParser:
    """A parser that keeps white space, comments and instructions and reaches for nothing."""
    parser = etree.XMLParser(
        collect_ids=False,
        resolve_entities=entities,
        load_dtd=False,
        no_network=True,
        remove_blank_text=False,
    )
    # collect_ids=False makes lxml ask for external DTDs all the same, so they are answered here.
    parser.resolvers.add(Declarations(html=entities is False))
    return parser


def serialise(tree: etree._ElementTree) -> bytes:
    """The tree as UTF-8 with an XML declaration; no character of its text is changed."""
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True) + b"\n"


def _unreadable(content: bytes, path: str) -> Problem | None:
    if not content.strip():
        return problem("SRC003", Location(path))
    if b"\0" in content[:4096] and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return problem("SRC004", Location(path), reason="it holds zero bytes")
    return None


def _ill_formed(log: etree._ListErrorLog, path: str) -> Problem:
    # libxml2 first lists a DTD that it was told not to load; the fatal entry is the reason.
    fatal = next((entry for entry in log if entry.level_name == "FATAL"), log.last_error)
    if fatal is None:
        return problem("SRC001", Location(path), reason="it holds no element")
    place = Location(path, fatal.line or None, fatal.column or None)
    return problem("SRC001", place, reason=fatal.message.strip())


def _accept_as_tei(tree: etree._ElementTree, path: str) -> list[Problem]:
    root = tree.getroot()
    if is_p4(root) or lacks_namespace(root):
        code = "TEI060" if is_p4(root) else "TEI061"
        upgrade(root)
        return [problem(code, Location(path, root.sourceline))]
    if root.tag in ROOTS:
        return []
    name = root.tag.replace(f"{{{TEI_NS}}}", "") if isinstance(root.tag, str) else str(root.tag)
    return [problem("SRC005", Location(path, root.sourceline), root=name)]
