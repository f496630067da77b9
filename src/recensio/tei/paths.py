"""The element at a place of a file, found without a tree: its absolute path and identifier."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import cached_property

from recensio.tei.source import Source, Tag


class Paths:
    """The paths of the elements of one file; one pass when first asked, then look-ups."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def at(self, offset: int) -> tuple[str | None, str | None]:
        """Path and xml:id of the innermost element around a character, its tags included.

        The path is written as /TEI[1]/text[1]; nothing for a place outside the root.
        """
        number = self._around(offset)
        if number < 0:
            return None, None
        return self._path(number), self._identifier(self._source.tags[number])

    def start(self, offset: int) -> int:
        """Where the start tag of the innermost element around a character begins."""
        number = self._around(offset)
        return self._source.tags[number].start if number >= 0 else offset

    def _around(self, offset: int) -> int:
        """The position among the tags of the innermost element around a character, -1 for none."""
        number = bisect_right(self._starts, offset) - 1
        while number >= 0 and self._source.tags[number].element_end <= offset:
            number = self._parents[number]
        return number

    def _path(self, number: int) -> str:
        steps = []
        while number >= 0:
            steps.append(self._steps[number])
            number = self._parents[number]
        return "".join(reversed(steps))

    def _identifier(self, tag: Tag) -> str | None:
        there = tag.attributes.get("xml:id")
        return self._source.text[there.value_start : there.value_end] if there else None

    @cached_property
    def _starts(self) -> list[int]:
        return [tag.start for tag in self._source.tags]

    @cached_property
    def _parents(self) -> list[int]:
        """The position of the parent of each element among the tags; -1 for the root."""
        parents, opened = [], [-1]
        for number, tag in enumerate(self._source.tags):
            while opened[-1] >= 0 and self._source.tags[opened[-1]].element_end <= tag.start:
                opened.pop()
            parents.append(opened[-1])
            opened.append(number)
        return parents

    @cached_property
    def _steps(self) -> list[str]:
        """The last step of the path of each element."""
        counters: dict[tuple[int, str], int] = defaultdict(int)
        steps = []
        for tag, parent in zip(self._source.tags, self._parents, strict=True):
            name = tag.name.rpartition(":")[2]
            counters[parent, name] += 1
            steps.append(f"/{name}[{counters[parent, name]}]")
        return steps
