"""Which schema a document is held to: one that is given, else those that it names itself.

A document names schemas in `<?xml-model?>` before its root (W3C note "Associating Schemas with
XML documents"). Only local files are read; an address on the network counts as not given.
"""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.tei.content import encoding_of, head_of

GRAMMAR: Final = "http://relaxng.org/ns/structure/1.0"
RULES: Final = "http://purl.oclc.org/dsdl/schematron"
KINDS: Final[Mapping[str, str]] = {".rng": GRAMMAR, ".sch": RULES}
"""What an instruction without schematypens means, by the ending of its address."""

PROLOG: Final = 16_384
"""Bytes of a file in which its schemas are looked for."""

_SKIPPED: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_ROOT: Final = re.compile(r"<[^!?]")
_MODEL: Final = re.compile(r"<\?xml-model\s+(.*?)\?>", re.DOTALL)
_FACT: Final = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class Choice:
    """The schemas of one document: a RELAX NG grammar, and files with Schematron rules.

    Each file of rules stands with the phase that is asked for, or "". `remote` is an address on
    the network that the document names, which is never fetched.
    """

    grammar: Path | None = None
    rules: tuple[tuple[Path, str], ...] = ()
    remote: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def schema(self) -> Path | None:
        """The grammar, else the file of rules."""
        return self.grammar or next((file for file, _phase in self.rules), None)


def choice_of(path: Path, given: Path | None) -> Choice:
    """The schemas that the document `path` is held to; those it names only if none is given.

    Raises CannotGoOn if the one that is given is no file.
    """
    return chosen(given) if given else named_in(path)


def chosen(schema: Path) -> Choice:
    """A schema that is given: a grammar with the rules beside it or in it, or rules alone.

    Raises CannotGoOn if there is no such file.
    """
    if not schema.is_file():
        raise CannotGoOn(problem("SRC002", Location(str(schema)), path=schema))
    if schema.suffix.lower() in (".sch", ".odd", ".xsd"):
        return Choice(rules=((schema, ""),))
    beside = schema.with_suffix(".sch")
    return Choice(schema, ((beside if beside.is_file() else schema, ""),))


def named_in(path: Path) -> Choice:
    """The schemas that a document names itself; none for a file that cannot be read."""
    try:
        head = head_of(path, PROLOG)
        text = head.decode(encoding_of(head), "ignore")
    except (OSError, LookupError, ValueError):
        return Choice()
    if "<?xml-model" not in text:
        return Choice()
    grammars: list[Path] = []
    rules: list[tuple[Path, str]] = []
    remote, problems = "", []
    for line, facts in _models(text):
        kind, target = _kind(facts), _local(facts["href"], path)
        if kind and target is None:
            remote = remote or facts["href"]
        elif kind and not os.path.isfile(target or ""):  # noqa: PTH113 - never raises
            problems.append(problem("SRC032", Location(str(path), line), href=facts["href"]))
        elif kind == GRAMMAR and target:
            grammars.append(target)
        elif kind == RULES and target:
            rules.append((target, facts.get("phase", "")))
    return Choice(grammars[0] if grammars else None, tuple(rules), remote, tuple(problems))


def one_schema(choices: Iterable[Choice]) -> Path | None:
    """The schema of all documents, if it is one and the same."""
    found = {choice.schema for choice in choices}
    return found.pop() if len(found) == 1 else None


def _models(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Line and pseudo-attributes of every instruction of the prolog that names an address."""
    # Imported here, since it takes long to load and few documents name their schemas.
    import html

    # A comment gives way to as many lines.
    text = _SKIPPED.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    root = _ROOT.search(text)
    for found in _MODEL.finditer(text, 0, root.start() if root else len(text)):
        facts = {
            name: html.unescape(double or single)
            for name, double, single in _FACT.findall(found[1])
        }
        if facts.get("href", "").strip():
            yield text.count("\n", 0, found.start()) + 1, facts


def _kind(facts: Mapping[str, str]) -> str:
    """GRAMMAR or RULES; empty for what we cannot use, such as the compact syntax or a DTD."""
    ending = _ending(facts["href"])
    if ending == ".rnc" or "compact" in facts.get("type", ""):
        return ""
    kind = facts.get("schematypens") or KINDS.get(ending, "")
    return kind if kind in (GRAMMAR, RULES) else ""


def _ending(href: str) -> str:
    name = re.split("[?#]", href)[0].rpartition("/")[2]
    return "." + name.rpartition(".")[2].lower()


def _local(href: str, path: Path) -> Path | None:
    """The file behind an address; none if it lies elsewhere."""
    try:
        address = urlsplit(href)
    except ValueError:
        return None
    if address.scheme not in ("", "file") or address.netloc not in ("", "localhost"):
        return None
    return path.parent / unquote(address.path)
