"""What grammars define, with inclusion and combination (RELAX NG, 4.7, 4.11, 4.17, 4.18)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from recensio.validate.relaxng.faults import SchemaFault
from recensio.validate.relaxng.files import Files
from recensio.validate.relaxng.syntax import Node

START: Final = ""
"""The name under which the start of a grammar stands among its definitions."""


@dataclass(frozen=True, slots=True)
class Component:
    """A start or define; `ns` is in force where its file does not say."""

    node: Node
    ns: str

    @property
    def name(self) -> str:
        """What it defines."""
        return START if self.node.name == "start" else self.node.attributes["name"]


@dataclass(frozen=True, slots=True)
class Context:
    """Where a pattern stands: the grammar, the namespace in force, the files that led here."""

    grammar: Grammar | None
    ns: str
    referring: tuple[Path, ...]

    def ns_of(self, node: Node) -> str:
        """The namespace in force at a node (4.9)."""
        return self.ns if node.ns is None else node.ns


@dataclass(slots=True, eq=False)
class Grammar:
    """A grammar as a scope of names; `patterns` holds what is simplified already."""

    at: Context
    components: dict[str, list[Component]]
    patterns: dict[str, int] = field(default_factory=dict)
    unfinished: set[str] = field(default_factory=set)

    def within(self, component: Component) -> Context:
        """Where the patterns of a component stand."""
        return Context(self, component.ns, self.at.referring)

    def combination(self, name: str) -> str:
        """How the components of one name are combined (4.17)."""
        return next(
            (c.node.attributes["combine"] for c in self.components[name] if _combines(c)), "choice"
        )


def grammar(node: Node, at: Context, files: Files) -> Grammar:
    """The scope that a grammar element opens. Raises SchemaFault."""
    components: dict[str, list[Component]] = defaultdict(list)
    for component in _components(node, at.ns, files, (Path(node.place.path).resolve(),)):
        components[component.name].append(component)
    for same in components.values():
        _check_combination(same)
    if START not in components:
        raise node.fault("the grammar has no start", "4.18")
    return Grammar(at, dict(components))


def _components(
    node: Node, ns: str, files: Files, open_files: tuple[Path, ...]
) -> Iterator[Component]:
    for child in node.children:
        if child.name == "div":
            yield from _components(child, ns, files, open_files)
        elif child.name == "include":
            yield from _included(child, ns, files, open_files)
        else:
            yield Component(child, ns)


def _included(
    include: Node, ns: str, files: Files, open_files: tuple[Path, ...]
) -> Iterator[Component]:
    """The components of another grammar, those that the include defines itself replaced (4.7)."""
    target = files.target(include)
    if target.resolve() in open_files:
        raise include.fault(f"{include.attributes['href']} includes itself", "4.7")
    root = files.root(target)
    if root.name != "grammar":
        raise root.fault(f"only a grammar can be included, and this is {root.name}", "4.7")
    inherited = include.ns if include.ns is not None else ns
    theirs = list(_components(root, inherited, files, (*open_files, target.resolve())))
    own = list(_components(include, ns, files, open_files))
    names = {component.name for component in theirs}
    for component in own:
        if component.name not in names:
            what = f"{component.name} is" if component.name else "a start is"
            sentence = f"{what} not defined in {include.attributes['href']}"
            raise component.node.fault(sentence, "4.7")
    replaced = {component.name for component in own}
    yield from (component for component in theirs if component.name not in replaced)
    yield from own


def _combines(component: Component) -> bool:
    return "combine" in component.node.attributes


def _check_combination(same: Sequence[Component]) -> None:
    bare = [component for component in same if not _combines(component)]
    what = f"{same[0].name} is defined" if same[0].name else "start stands"
    if len(bare) > 1:
        raise _twice(bare[1], f"{what} twice without combine")
    ways = {component.node.attributes["combine"] for component in same if _combines(component)}
    if len(ways) > 1:
        raise _twice(same[-1], f"{what} with combine as choice and as interleave")


def _twice(component: Component, sentence: str) -> SchemaFault:
    return component.node.fault(sentence, "4.17")
