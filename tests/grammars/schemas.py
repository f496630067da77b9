"""Small random schemas of every construct of RELAX NG, correct more often than not.

Each construct stands where section 7 allows it, but for a share of `wild` choices; `spoiling`
spoils the written schema besides, as section 3 and 4 forbid it. Whether a schema is correct is left
to the judges.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Final, TypeAlias

from lxml import etree

from tests.grammars.spoiling import annotate, made, spoil
from tests.grammars.vocabulary import (
    ALL,
    AROUND,
    ELSEWHERE,
    FACETS,
    IN_EXCEPT,
    IN_LIST,
    IN_VALUE,
    LOOSE,
    MATTER,
    NAMES,
    SPACES,
    STRINGS,
    STRINGY,
    XSD,
)

Node: TypeAlias = etree._Element


@dataclass(frozen=True, slots=True)
class Where:
    """Where a pattern is to stand: what may stand there, how deep, which names are defined."""

    kinds: tuple[str, ...]
    depth: int
    names: tuple[str, ...] = ()
    outer: tuple[str, ...] = ()
    within: bool = False  # an element, so that a reference may lead to where it comes from


@dataclass(slots=True)
class Schemas:
    """Maker of schemas in a folder."""

    seed: int
    folder: Path
    wild: float = 0.01
    chance: Random = field(init=False)
    files: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)  # noqa: S311

    def one(self, broken: float = 0.25) -> Path:
        """Write one schema, and the files that belong to it."""
        root = self.grammar(Where(MATTER, 3)) if self.odds(0.8) else self.root()
        root.set("datatypeLibrary", XSD)
        if self.odds(0.5):
            root.set("ns", self.chance.choice(SPACES))
        if self.odds(broken):  # and not annotated, for jing breaks down over some such schemas
            for _ in range(self.chance.choice((1, 1, 2))):
                spoil(root, self.chance)
        elif self.odds(0.3):
            annotate(root, self.chance)
        return self.write(root, f"schema{self.seed}.rng")

    def root(self) -> Node:
        """A schema that is no grammar: an element, or a choice of some."""
        where = Where(MATTER, 3, within=True)
        if self.odds(0.7):
            return self.element(where)
        return made("choice", self.element(where), self.element(where))

    def write(self, root: Node, name: str) -> Path:
        etree.ElementTree(root).write(self.folder / name, encoding="utf-8")
        return self.folder / name

    def odds(self, probability: float) -> bool:
        return self.chance.random() < probability

    def pattern(self, where: Where) -> Node:
        """A pattern of a kind that may stand there, or of any."""
        kinds = ALL if self.odds(self.wild) else where.kinds
        kind = self.chance.choice(kinds)
        if where.depth <= 0 and kind in (*AROUND, *ELSEWHERE):
            kind = self.chance.choice([k for k in kinds if k not in (*AROUND, *ELSEWHERE)])
        inner = replace(where, depth=where.depth - 1)
        special = SPECIAL.get(kind)
        if special is not None:
            return special(self, inner)
        if kind in AROUND:
            most = 3 if kind in {"choice", "group", "interleave"} else self.chance.choice((1, 1, 2))
            least = 2 if most == 3 else 1
            number = self.chance.randint(least, max(most, least))
            return made(kind, *(self.pattern(inner) for _ in range(number)))
        return made(kind)

    def element(self, where: Where) -> Node:
        node = self.called("element", attribute=False)
        inner = replace(where, within=True)
        names = list("abcdefg")
        for _ in range(self.chance.choice((0, 0, 1, 1, 2))):
            node.append(self.attribute(inner, names))
        if self.odds(0.25) and where.depth < 2:
            node.append(self.pattern(replace(inner, kinds=STRINGY, depth=1)))
        else:
            kinds = MATTER if where.depth > 0 else ("ref", "text", "empty", "empty", "ref")
            for _ in range(self.chance.choice((1, 1, 2))):
                node.append(self.pattern(replace(inner, kinds=kinds)))
        return node

    def attribute(self, where: Where, names: list[str] | None = None) -> Node:
        value = [self.pattern(replace(where, kinds=IN_VALUE, depth=1))] if self.odds(0.7) else []
        loose = self.odds(0.15)
        if names is None or loose:
            node = self.called("attribute", attribute=True, loose=loose)
        else:
            name = names.pop(self.chance.randrange(len(names)))
            node = made("attribute", name=self.chance.choice(("", "", "p:")) + name)
        if self.odds(0.1) and "name" in node.attrib:
            node.set("ns", self.chance.choice(SPACES))
        node.extend(value)
        if loose:
            return made(self.chance.choice(("oneOrMore", "zeroOrMore")), node)
        if self.odds(0.3):
            return made("optional", node)
        if self.odds(0.15):
            return made("choice", node, made("empty"))
        return node

    def called(self, kind: str, attribute: bool, loose: bool = False) -> Node:
        """An element or attribute with its name or its name class."""
        if self.odds(0.7) and not loose:
            name = self.chance.choice(NAMES[: None if attribute else -1])
            node = made(kind, name=name)
            if self.odds(0.15):
                node.set("ns", self.chance.choice(SPACES))
            return node
        return made(kind, self.names(2, LOOSE if not loose else ("anyName", "nsName")))

    def names(self, depth: int, kinds: tuple[str, ...]) -> Node:
        """A name class."""
        if self.odds(self.wild):
            kinds = LOOSE
        if depth and self.odds(0.25):
            return made("choice", *(self.names(depth - 1, kinds) for _ in range(2)))
        kind = self.chance.choice(kinds)
        node = made(kind)
        if kind == "name":
            node.text = self.chance.choice(NAMES)
        if kind != "anyName" and self.odds(0.5):
            node.set("ns", self.chance.choice(SPACES))
        inner = {"anyName": ("nsName", "name", "name"), "nsName": ("name",)}.get(kind)
        if inner and depth and self.odds(0.5):
            number = self.chance.choice((1, 1, 2))
            node.append(made("except", *(self.names(0, inner) for _ in range(number))))
        return node

    def typed(self, _: Where) -> Node:
        name = self.chance.choice(sorted(FACETS))
        if self.odds(0.15):
            node = made("data", type=self.chance.choice(("string", "token")))
            node.set("datatypeLibrary", "")
        else:
            node = made("data", type=name)
            for facet, text in FACETS[name]:
                if self.odds(0.25):
                    node.append(made("param", name=facet))
                    node[-1].text = text
        if self.odds(0.25) and name not in {"ID", "IDREF"}:
            where = Where(IN_EXCEPT, 1)
            node.append(made("except", self.pattern(where)))
        return node

    def value(self, _: Where) -> Node:
        node = made("value")
        node.text = self.chance.choice(STRINGS)
        if self.odds(0.5):
            node.set("type", self.chance.choice(("string", "token", "integer", "QName", "decimal")))
            if node.get("type") in {"integer", "decimal"}:
                node.text = self.chance.choice(("1", " 01", "+1", "100", "0"))
            if node.get("type") == "QName":
                node.text = self.chance.choice(("a", "p:a", " q:b ", "xml:id"))
                if self.odds(0.5):
                    node.set("ns", self.chance.choice(SPACES))
        if self.odds(0.1):
            node.set("datatypeLibrary", "")
            node.set("type", self.chance.choice(("string", "token")))
        return node

    def words(self, where: Where) -> Node:
        inner = replace(where, kinds=IN_LIST, depth=1)
        return made("list", *(self.pattern(inner) for _ in range(self.chance.choice((1, 2)))))

    def reference(self, where: Where) -> Node:
        names = where.names
        if not names or self.odds(self.wild):
            return made("ref", name="missing") if self.odds(self.wild) else made("empty")
        return made("ref", name=self.chance.choice(names))

    def outer_reference(self, where: Where) -> Node:
        if not where.outer:
            return made("text")
        return made("parentRef", name=self.chance.choice(where.outer))

    def grammar(self, where: Where) -> Node:
        """A grammar whose definitions are elements, or patterns that look only further on."""
        prefix = f"n{self.files}_" if self.odds(0.3) else ""
        names = tuple(f"{prefix}{letter}" for letter in "stuv"[: self.chance.randint(1, 4)])
        outer = where.names if where.within else ()
        inside = Where(MATTER, min(where.depth, 2), names, outer, within=True)
        node = made("grammar")
        start = self.element(inside) if self.odds(0.6) else made("ref", name=names[0])
        node.append(made("start", start))
        if self.odds(0.1):
            self.doubled(node, node[0], self.element(inside))
        for index, name in enumerate(names):
            later = replace(inside, names=names[index + 1 :], within=False)
            safe = index == 0 or self.odds(0.6)
            body = self.element(inside) if safe else self.pattern(later)
            node.append(made("define", body, name=name))
            if self.odds(0.15):
                self.doubled(node, node[-1], self.element(inside))
        node[:] = self.chance.sample(list(node), len(node))
        return self.divided(node)

    def doubled(self, grammar: Node, definition: Node, body: Node) -> None:
        """Define something a second time; most often with what combines both."""
        second = made(etree.QName(definition).localname, body)
        second.attrib.update(dict(definition.attrib))
        kind = self.chance.choice(("choice", "choice", "interleave"))
        for part in (definition, second):
            if not self.odds(0.1):
                part.set("combine", kind)
            if self.odds(self.wild):
                part.set("combine", self.chance.choice(("choice", "interleave", "group")))
        if self.odds(0.2):
            definition.attrib.pop("combine", None)
        grammar.append(second)

    def divided(self, grammar: Node) -> Node:
        """Put some definitions of a grammar into a div, or into a file that is included."""
        where = self.chance.random()
        if where < 0.6 or len(grammar) < 2:
            return grammar
        moved = [part for part in grammar if self.odds(0.5)]
        if where < 0.8:
            grammar.insert(0, made("div", *moved))
            if self.odds(0.3):
                grammar[0].set("ns", self.chance.choice(SPACES))
            return grammar
        other = made("grammar", *map(deepcopy, moved), datatypeLibrary=XSD)
        if self.odds(0.3):
            other.set("ns", self.chance.choice(SPACES))
        include = made("include", href=self.beside(other))
        for part in moved:
            grammar.remove(part)
            if self.odds(0.3):
                include.append(part)
        grammar.insert(0, include)
        return grammar

    def external(self, where: Where) -> Node:
        inner = replace(where, names=(), outer=())
        other = self.element(inner) if self.odds(0.5) else self.grammar(inner)
        other.set("datatypeLibrary", XSD)
        node = made("externalRef", href=self.beside(other))
        if self.odds(0.3):
            node.set("ns", self.chance.choice(SPACES))
        return node

    def beside(self, root: Node) -> str:
        """Write a schema that another refers to; its name."""
        self.files += 1
        if self.odds(0.3):
            annotate(root, self.chance)
        return self.write(root, f"part{self.seed}-{self.files}.rng").name


SPECIAL: Final[dict[str, Callable[[Schemas, Where], Node]]] = {
    "element": Schemas.element,
    "attribute": Schemas.attribute,
    "data": Schemas.typed,
    "value": Schemas.value,
    "list": Schemas.words,
    "ref": Schemas.reference,
    "parentRef": Schemas.outer_reference,
    "grammar": Schemas.grammar,
    "externalRef": Schemas.external,
}
