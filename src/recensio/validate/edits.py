"""Fixes: what an editor would change in the text of a file to mend a problem.

Every function takes the place from the tags as they are written and returns a Fix, or None where
the tag is not known. Names of attributes are given as they are written, such as "xml:id"; values
are given as they are meant, and escaped here; `xml` is markup.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from recensio.model.problem import Edit, Fix
from recensio.tei.locate import Locator
from recensio.tei.source import Attribute, Source, Tag

_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)
_QUOTES: Final = {'"': "&quot;", "'": "&apos;"}
_STEP: Final = "  "
_WHITE: Final = " \t\r\n"
"""White space of XML (section 2.3); a no-break space is text."""

_REST_OF_LINE: Final = re.compile(r"[ \t]*(?:\r\n|\r|\n)")


def set_value(
    locator: Locator, element: etree._Element, attribute: str, value: str, title: str
) -> Fix | None:
    """Give an attribute that is there another value."""
    found = _attribute(locator, element, attribute)
    if found is None:
        return None
    source, there = found
    quote = source.text[there.value_start - 1]
    return _fix(source, title, (there.value_start, there.value_end, _escaped(value, quote)))


def rename_attribute(
    locator: Locator, element: etree._Element, attribute: str, new: str, title: str
) -> Fix | None:
    """Give an attribute another name; its value stays."""
    found = _attribute(locator, element, attribute)
    if found is None or new in _names(locator, element):
        return None
    source, there = found
    return _fix(source, title, (there.start, there.start + len(attribute), new))


def remove_attribute(
    locator: Locator, element: etree._Element, attribute: str, title: str
) -> Fix | None:
    """Take an attribute away, and the white space before it."""
    found = _attribute(locator, element, attribute)
    if found is None:
        return None
    source, there = found
    return _fix(source, title, (_after_text(source.text, there.start), there.end, ""))


def add_attribute(
    locator: Locator, element: etree._Element, attribute: str, value: str, title: str
) -> Fix | None:
    """Add an attribute after those that are there; none if it is there already."""
    written = locator.written(element)
    if written is None or attribute in _names(locator, element):
        return None
    source, tag = written
    last = max((each.end for each in tag.attributes.values()), default=_name_end(tag))
    return _fix(source, title, (last, last, f' {attribute}="{_escaped(value)}"'))


def rename_element(locator: Locator, element: etree._Element, name: str, title: str) -> Fix | None:
    """Give an element another name in both its tags; its prefix stays if `name` has none."""
    written = locator.written(element)
    if written is None:
        return None
    source, tag = written
    prefix, colon, _ = tag.name.rpartition(":")
    new = name if ":" in name else f"{prefix}{colon}{name}"
    edits = [(tag.start + 1, _name_end(tag), new)]
    if tag.close:
        start = tag.close[0] + len("</")
        edits.append((start, start + len(tag.name), new))
    return _fix(source, title, *edits)


def remove_element(locator: Locator, element: etree._Element, title: str) -> Fix | None:
    """Take an element away with all it holds, and its lines if it stands on lines of its own."""
    written = locator.written(element)
    if written is None:
        return None
    source, tag = written
    start, end = tag.start, tag.element_end
    begins, rest = _line_start(source.text, start), _next_line(source.text, end)
    if begins is not None and rest is not None:
        start, end = begins, rest
    return _fix(source, title, (start, end, ""))


def unwrap_element(locator: Locator, element: etree._Element, title: str) -> Fix | None:
    """Take the tags of an element away; what it holds stays."""
    written = locator.written(element)
    if written is None:
        return None
    source, tag = written
    edits = [(tag.start, tag.end, "")]
    if tag.close:
        edits.append((*tag.close, ""))
    return _fix(source, title, *edits)


def insert_before(locator: Locator, element: etree._Element, xml: str, title: str) -> Fix | None:
    """Put markup before an element, on a line of its own if the element begins its line."""
    written = locator.written(element)
    if written is None:
        return None
    source, tag = written
    indent = _indent(source, tag) or ""
    return _fix(source, title, (tag.start, tag.start, _laid_out(xml, indent) + indent))


def insert_after(locator: Locator, element: etree._Element, xml: str, title: str) -> Fix | None:
    """Put markup after an element, on a line of its own if the element has its lines."""
    written = locator.written(element)
    if written is None:
        return None
    source, tag = written
    end = tag.element_end
    indent = (_indent(source, tag) or "") if _next_line(source.text, end) is not None else ""
    return _fix(source, title, (end, end, indent + _laid_out(xml, indent)))


def append_inside(locator: Locator, element: etree._Element, xml: str, title: str) -> Fix | None:
    """Put markup at the end of what an element holds, laid out as its other children are."""
    written = locator.written(element)
    if written is None:
        return None
    source, tag = written
    if tag.close is None:
        before = _after_text(source.text, tag.end - len("/>"))
        return _fix(source, title, (before, tag.end, f">{xml}</{tag.name}>"))
    at = max(_after_text(source.text, tag.close[0]), tag.end)
    indent = _indent_inside(locator, element, source, tag)
    return _fix(source, title, (at, at, indent + _laid_out(xml, indent)))


def _attribute(
    locator: Locator, element: etree._Element, attribute: str
) -> tuple[Source, Attribute] | None:
    written = locator.written(element)
    there = written[1].attributes.get(attribute) if written else None
    return (written[0], there) if written and there else None


def _names(locator: Locator, element: etree._Element) -> frozenset[str]:
    written = locator.written(element)
    return frozenset(written[1].attributes) if written else frozenset()


def _fix(source: Source, title: str, *edits: tuple[int, int, str]) -> Fix:
    return Fix(title, tuple(Edit(source.path, *edit) for edit in edits))


def _escaped(value: str, quote: str = '"') -> str:
    """The value of an attribute as it may stand between these quotes (XML 1.0, section 2.3)."""
    return value.translate(_ESCAPES).replace(quote, _QUOTES[quote])


def _name_end(tag: Tag) -> int:
    return tag.start + len("<") + len(tag.name)


def _after_text(text: str, at: int) -> int:
    """Where the white space before an offset begins."""
    while at and text[at - 1] in _WHITE:
        at -= 1
    return at


def _line_start(text: str, start: int) -> int | None:
    """Where the line of an offset begins, if there is but white space before it."""
    begins = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return begins if begins and not text[begins:start].strip(_WHITE) else None


def _next_line(text: str, end: int) -> int | None:
    """Where the next line begins, if there is but white space before it."""
    found = _REST_OF_LINE.match(text, end)
    return found.end() if found else None


def _indent(source: Source, tag: Tag) -> str | None:
    """The line end and the white space before a tag that begins its line."""
    begins = _line_start(source.text, tag.start)
    return None if begins is None else source.newline + source.text[begins : tag.start]


def _indent_inside(locator: Locator, element: etree._Element, source: Source, tag: Tag) -> str:
    """What stands before each child: a line end and white space, or nothing."""
    last = next(element.iterchildren("*", reversed=True), None)
    written = locator.written(last) if last is not None else None
    if written:
        return _indent(source, written[1]) or ""
    own = _indent(source, tag)
    content = source.text[tag.end : tag.close[0]] if tag.close else ""
    open_lines = not content.strip(_WHITE) and ("\n" in content or "\r" in content)
    return own + _STEP if own is not None and open_lines else ""


def _laid_out(xml: str, indent: str) -> str:
    """Markup of several lines, each with the indent."""
    return xml.replace("\n", indent or "\n")
