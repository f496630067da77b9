"""The lines of the source, kept through a serialisation of the tree.

A transcript or an included file has elements that come from other lines than those of the
serialised document, in which names are marked; problems must name the former.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from lxml import etree

from recensio.model.problem import Problem


class SourceLines:
    """From a line of the serialised tree to the line of the source; tags add no lines."""

    def __init__(self, source: etree._ElementTree, serialised: etree._ElementTree) -> None:
        elements = zip(serialised.getroot().iter("*"), source.getroot().iter("*"), strict=True)
        pairs = [(there.sourceline or 1, here.sourceline) for there, here in elements]
        self._serialised = [line for line, _ in pairs]
        self._source = [line for _, line in pairs]

    def give(self, tree: etree._ElementTree) -> None:
        """Give every element of the marked tree the line of the source."""
        for element in tree.getroot().iter("*"):
            line = self._at(element.sourceline or 1)
            if line:
                element.sourceline = line  # type: ignore[misc]  # lxml lets it be set

    def corrected(self, problem: Problem) -> Problem:
        """The problem with the line of the source; its column would be of another file."""
        line = self._at(problem.location.line or 1)
        if line == problem.location.line:
            return problem
        return replace(problem, location=replace(problem.location, line=line, column=None))

    def _at(self, line: int) -> int | None:
        position = bisect_right(self._serialised, line) - 1
        return self._source[position] if position >= 0 else None
