"""The XML of a schema as nodes, held to the full syntax (RELAX NG, sections 3 and 4.1 to 4.2).

Annotations are left out, white space around names is taken off, and whatever the syntax does not
allow is refused with its place, so that later steps need not look.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin
from xml.parsers import expat

from recensio.validate.relaxng.faults import Place, SchemaFault
from recensio.validate.relaxng.vocabulary import BASE, HOLDING_TEXT, PATTERNS, RNG, SPACE, XML


@dataclass(slots=True, eq=False)
class Node:
    """An element of a schema: what the syntax knows of it, and what it inherits.

    `ns` and `library` are those in force here (sections 4.3 and 4.9), `ns` none where no element
    of this file says; `prefixes` are the namespaces declared here, `base` is the address that
    relative ones start from.
    """

    name: str
    attributes: Mapping[str, str]
    place: Place
    ns: str | None
    library: str
    prefixes: Mapping[str, str]
    base: str
    children: list[Node] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    @property
    def content(self) -> str:
        """The text of the element."""
        return "".join(self.text)

    def fault(self, sentence: str, section: str) -> SchemaFault:
        """A fault at this place."""
        return SchemaFault(sentence, section, self.place)


def read(path: Path, content: bytes) -> Node:
    """The root of a schema. Raises SchemaFault if it is not well-formed or no RELAX NG at all.

    The caller holds it to the syntax with `full_syntax.check`.
    """
    reader = _Reader(path)
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        place = Place(str(path), error.lineno, error.offset + 1)
        reason = expat.ErrorString(error.code)
        raise SchemaFault(f"the schema is not well-formed XML: {reason}", "3", place) from None
    except (ValueError, LookupError) as error:
        raise SchemaFault(str(error), "3", Place(str(path), 1, 1)) from None
    root = reader.root
    if root is None or root.name not in PATTERNS:
        place = root.place if root else Place(str(path), 1, 1)
        found = f"its root is {root.name}" if root else "its root is of another namespace"
        sentence = f"this is no RELAX NG schema in XML syntax: {found}"
        raise SchemaFault(sentence, "3", place)
    return root


class _Reader:
    """What expat reports, as nodes; foreign elements are passed over with all they hold."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.root: Node | None = None
        self._open: list[Node] = []
        self._foreign = 0
        self._prefixes: dict[str, str] = {"xml": XML}
        self._shadowed: list[tuple[str, str | None]] = []
        self.parser = expat.ParserCreate(namespace_separator="\n")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartNamespaceDeclHandler = self._declare
        self.parser.EndNamespaceDeclHandler = self._undeclare

    @property
    def _place(self) -> Place:
        parser = self.parser
        return Place(str(self.path), parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._shadowed.append((prefix or "", self._prefixes.get(prefix or "")))
        self._prefixes = {**self._prefixes, prefix or "": uri or ""}

    def _undeclare(self, prefix: str | None) -> None:
        name, uri = self._shadowed.pop()
        prefixes = {key: value for key, value in self._prefixes.items() if key != name}
        self._prefixes = prefixes if uri is None else {**prefixes, name: uri}

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        uri, _, local = name.rpartition("\n")
        if self._foreign or uri != RNG:
            if self._open and not self._foreign and self._open[-1].name in HOLDING_TEXT:
                holder = self._open[-1].name
                raise SchemaFault(f"{holder} holds text, not the element {local}", "3", self._place)
            self._foreign += 1
            return
        node = self._node(local, attributes)
        if self._open:
            self._open[-1].children.append(node)
        elif self.root is None:
            self.root = node
        self._open.append(node)

    def _node(self, name: str, attributes: Mapping[str, str]) -> Node:
        parent = self._open[-1] if self._open else None
        base = parent.base if parent else self.path.resolve().as_uri()
        own = {
            key: value.strip(SPACE) if key in ("name", "type", "combine") else value
            for key, value in attributes.items()
            if "\n" not in key or key.startswith(f"{RNG}\n")
        }
        return Node(
            name=name,
            attributes=own,
            place=self._place,
            ns=own.get("ns", parent.ns if parent else None),
            library=own.get("datatypeLibrary", parent.library if parent else ""),
            prefixes=self._prefixes,
            base=urljoin(base, attributes[BASE]) if BASE in attributes else base,
        )

    def _end(self, _name: str) -> None:
        if self._foreign:
            self._foreign -= 1
            return
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._foreign or not self._open:
            return
        node = self._open[-1]
        if node.name in HOLDING_TEXT:
            node.text.append(text)
        elif text.strip(SPACE):
            raise SchemaFault(f"text stands in {node.name}: {text.strip()[:30]}", "3", node.place)
