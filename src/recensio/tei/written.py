"""The elements of a tree beside their tags in the files that they were written in.

A tree is one document after inclusion (XInclude 1.1): elements of other files stand in the place
of xi:include. Tags and elements are walked side by side; where they part, as after an entity that
holds elements, nothing is known.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import unquote

from lxml import etree

from recensio.tei.names import XI_NS, XML_BASE
from recensio.tei.p4 import ROOT_NAMES
from recensio.tei.source import Source, Tag

Written: TypeAlias = tuple[Source, Tag]
_INCLUDE: Final = f"{{{XI_NS}}}include"


class _Parted(Exception):
    """The tags of a file are not those of the elements."""


def written_tags(root: etree._Element, source: Source) -> dict[etree._Element, Written]:
    """Each element of a document with its file and its tag there; empty where they part."""
    try:
        found = dict(_walk(root, source, 0))
    except (_Parted, OSError, ValueError):
        return {}
    own = sum(written[0] is source for written in found.values())
    return found if own == len(source.tags) or _includes(source) else {}


def _walk(
    top: etree._Element, source: Source, position: int
) -> Iterator[tuple[etree._Element, Written]]:
    """The elements at and below `top`, whose own tag is the one at `position` of the file."""
    waiting = [top]
    while waiting:
        element = waiting.pop()
        tag = _at(source, position)
        while _local(tag) == "include" and element.tag != _INCLUDE:
            if element.get(XML_BASE) == _value(source, tag, "href"):
                break
            position = _past(source, position)
            tag = _at(source, position)
        else:
            if _local(tag) != etree.QName(element).localname:
                raise _Parted
            yield element, (source, tag)
            position += 1
            waiting.extend(element.iterchildren("*", reversed=True))
            continue
        yield from _included(element, source, tag)
        position = _after(source, position)


def _included(
    element: etree._Element, source: Source, include: Tag
) -> Iterator[tuple[etree._Element, Written]]:
    href, pointer = (_value(source, include, name) for name in ("href", "xpointer"))
    inner = Source.read(Path(source.path).parent / unquote(href))
    wanted = pointer.removeprefix("element(").removesuffix(")")
    for position, tag in enumerate(inner.tags):
        if not wanted or _value(inner, tag, "xml:id") == wanted:
            yield from _walk(element, inner, position)
            return
    raise _Parted


def _at(source: Source, position: int) -> Tag:
    if position >= len(source.tags):
        raise _Parted
    return source.tags[position]


def _past(source: Source, position: int) -> int:
    """The position after an include that left text or its fallback in its place."""
    include, inside = source.tags[position], position + 1
    text = _value(source, include, "parse") == "text"
    if include.close and not text and _local(_at(source, inside)) == "fallback":
        return inside + 1
    return _after(source, position)


def _after(source: Source, position: int) -> int:
    """The position of the first tag after the element at `position`."""
    end = source.tags[position].element_end
    position += 1
    while position < len(source.tags) and source.tags[position].start < end:
        position += 1
    return position


def _includes(source: Source) -> bool:
    return any(_local(tag) == "include" for tag in source.tags)


def _local(tag: Tag) -> str:
    name = tag.name.rpartition(":")[2]
    return ROOT_NAMES.get(name, name)


def _value(source: Source, tag: Tag, name: str) -> str:
    there = tag.attributes.get(name)
    return html.unescape(source.text[there.value_start : there.value_end]) if there else ""
