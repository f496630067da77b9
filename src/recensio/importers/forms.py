"""The forms of markup: what begins at a line of Markdown, of a wiki, of plain text.

A recogniser is a function of the lines and an index; it returns the blocks that begin there and
the index of the next line, or nothing. To add a form write one and put it into FORMS.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from recensio.importers.blocks import Block, Dropped, Kind, Mark
from recensio.importers.inline import RAISED, digits
from recensio.importers.source import Line

Found = tuple[list[Block], int]
Recogniser = Callable[[Sequence[Line], int], Found | None]

HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
WIKI_HEADING: Final = re.compile(r"(={1,6})[ \t]*(?=[^=\s])")
TAGGED_HEADING: Final = re.compile(
    r"\s*(?P<open><[hH](?P<level>[1-6])(?:\s[^<>]*)?>)\s*(?P<text>\S.*?)\s*(?P<close></[hH](?P=level)>)\s*"
)
UNDERLINE: Final = re.compile(r"(=+|-{2,})[ \t]*$")
FENCE: Final = re.compile(r"[ \t]*(`{3,}|~{3,})")
RULE: Final = re.compile(r"[ \t]*([-*_])[ \t]*(?:\1[ \t]*)*$")
EXTRACT: Final = re.compile(r" {0,3}> ?")
ITEM: Final = re.compile(r"([ \t]*)([-*+•][ \t]+)(?=\S)")
ORDERED: Final = re.compile(r"[ \t]*(?=\d{1,9}[.)][ \t]+\S)")
METADATA: Final = re.compile(r"---[ \t]*\n\w[\w-]*:")
FOOTNOTE: Final = re.compile(r"[ \t]*\[\^[^\s\[\]^]{1,60}\]:")
ENDNOTE: Final = re.compile(r"[ \t]*\[\d{1,4}\][ \t]+\S")
NUMBERED: Final = re.compile(
    r"[ \t]*(?:(?P<listed>\d{1,3})[.)][ \t]|\[(?P<bracketed>\d{1,3})\][.:]?[ \t]"
    rf"|(?P<power>{RAISED})|(?P<bare>\d{{1,3}})[ \t]+(?=[^\W\d_a-z]))[ \t]*(?=\S)"
)
NEAR: Final = 12
"""In how many lines the neighbour of a numbered line is looked for."""

LONGEST_HEADING: Final = 120


def trimmed(first: Line, last: Line) -> tuple[int, int]:
    """The span from the first to the last character that is no white space."""
    start = first.start + len(first.text) - len(first.text.lstrip())
    return start, last.start + len(last.text.rstrip())


def indentation(line: Line) -> int:
    """The number of characters before the text of a line."""
    return len(line.text) - len(line.text.lstrip())


def blank(lines: Sequence[Line], index: int) -> Found | None:
    """A line without text: no block."""
    return ([], index + 1) if lines[index].blank else None


def metadata(lines: Sequence[Line], index: int) -> Found | None:
    """A block of metadata between two lines of dashes at the head of a file, which is no text."""
    if index or not METADATA.match("\n".join(line.text for line in lines[:2])):
        return None
    ends = (after for after in range(2, len(lines)) if lines[after].text.rstrip() == "---")
    last = next(ends, None)
    if last is None:
        return None
    block = Block(Kind.BOILERPLATE, lines[0].number, lines[0].start, lines[last].end)
    return [block], last + 1


def heading(lines: Sequence[Line], index: int) -> Found | None:
    """A heading after one to six #."""
    return _heading(lines[index], HEADING, "#", index)


def wiki_heading(lines: Sequence[Line], index: int) -> Found | None:
    """A heading between equal numbers of =."""
    line = lines[index]
    match = WIKI_HEADING.match(line.text)
    closed = match and line.text.rstrip().endswith(match[1], match.end())
    return _heading(line, WIKI_HEADING, "=", index) if closed else None


def _heading(line: Line, pattern: re.Pattern[str], mark: str, index: int) -> Found | None:
    match = pattern.match(line.text)
    if not match:
        return None
    text = line.text.rstrip()
    bare = text.rstrip(mark)
    # A # that closes a heading stands apart from its last word, as in C# it does not.
    closed = mark == "=" or bare != bare.rstrip() or len(bare) <= match.end()
    start = line.start + match.end()
    end = max(start, line.start + len(bare.rstrip() if closed else text))
    marks = (
        Dropped(line.start, start, Mark.HEADING),
        Dropped(end, line.start + len(text), Mark.HEADING),
    )
    dropped = tuple(span for span in marks if span.start < span.end)
    return [Block(Kind.HEADING, line.number, start, end, dropped, len(match[1]))], index + 1


def tagged_heading(lines: Sequence[Line], index: int) -> Found | None:
    """A heading between tags, as HTML has them, in one line."""
    line = lines[index]
    match = TAGGED_HEADING.fullmatch(line.text)
    if not match:
        return None
    start, end = (line.start + at for at in match.span("text"))
    tags = [match.span("open"), match.span("close")]
    dropped = tuple(Dropped(line.start + a, line.start + b, Mark.TAG) for a, b in tags)
    return [Block(Kind.HEADING, line.number, start, end, dropped, int(match["level"]))], index + 1


def underlined(lines: Sequence[Line], index: int) -> Found | None:
    """A heading of one line with a line of = or - under it."""
    line, below = lines[index], lines[index + 1 : index + 2]
    first = index == 0 or lines[index - 1].blank or RULE.match(lines[index - 1].text)
    if not first or not below or not (match := UNDERLINE.match(below[0].text)):
        return None
    if len(line.text) > LONGEST_HEADING or RULE.match(line.text) or ITEM.match(line.text):
        return None
    dropped = (Dropped(below[0].start, below[0].end, Mark.HEADING),)
    level = 1 if match[1].startswith("=") else 2
    block = Block(Kind.HEADING, line.number, *trimmed(line, line), dropped, level)
    return [block], index + 2


def rule(lines: Sequence[Line], index: int) -> Found | None:
    """A rule of three marks or more; one or two are an empty list item."""
    line = lines[index]
    match = RULE.match(line.text)
    if not match:
        return None
    start, end = trimmed(line, line)
    kind = Kind.RULE if line.text.count(match[1]) >= 3 else Kind.EMPTY
    return [Block(kind, line.number, end, end, (Dropped(start, end, Mark.RULE),))], index + 1


def fence(lines: Sequence[Line], index: int) -> Found | None:
    """Verbatim text between two fences; without the second it goes on to the end."""
    opening = FENCE.match(lines[index].text)
    if not opening:
        return None
    after = index + 1
    while after < len(lines) and not lines[after].text.lstrip().startswith(opening[1]):
        after += 1
    ends = [lines[index], *lines[after : after + 1]]
    dropped = tuple(Dropped(line.start, line.end, Mark.FENCE) for line in ends)
    inside = [line for line in lines[index + 1 : after] if not line.blank]
    if not inside:
        end = lines[index].end
        return [Block(Kind.EMPTY, lines[index].number, end, end, dropped)], after + 1
    first, last = inside[0], inside[-1]
    return [Block(Kind.VERBATIM, first.number, first.start, last.end, dropped)], after + 1


def extract(lines: Sequence[Line], index: int) -> Found | None:
    """Lines with a > in front: one paragraph of a quotation, its marks within it."""
    line = lines[index]
    match = EXTRACT.match(line.text)
    if not match:
        return None
    if not line.text[match.end() :].strip():
        mark = Dropped(line.start, line.start + match.end(), Mark.QUOTATION)
        return [Block(Kind.EMPTY, line.number, mark.end, mark.end, (mark,))], index + 1
    quoted = list(_quoted(lines, index))
    dropped = tuple(Dropped(other.start, start, Mark.QUOTATION) for other, start in quoted)
    last = quoted[-1][0]
    end = last.start + len(last.text.rstrip())
    block = Block(Kind.EXTRACT, line.number, quoted[0][1], end, dropped)
    return [block], index + len(quoted)


def _quoted(lines: Sequence[Line], index: int) -> Iterator[tuple[Line, int]]:
    """The lines of one quoted paragraph, each with the offset where its text begins."""
    for line in map(lines.__getitem__, range(index, len(lines))):
        match = EXTRACT.match(line.text)
        if not match or not line.text[match.end() :].strip():
            return
        yield line, line.start + match.end()


def item(lines: Sequence[Line], index: int) -> Found | None:
    """An item after a bullet, or one that begins with its number, which is text."""
    line = lines[index]
    match = ITEM.match(line.text) or ORDERED.match(line.text)
    if not match:
        return None
    level = indentation(line)
    start, end = line.start + match.end(), line.start + len(line.text.rstrip())
    # The bullet is a mark; the space behind it is white space as any other.
    bullet = line.text[level : match.end()].rstrip()
    mark = Dropped(line.start + level, line.start + level + len(bullet), Mark.LIST)
    dropped = (mark,) if bullet else ()
    return [Block(Kind.ITEM, line.number, start, end, dropped, level)], index + 1


def bullets(lines: Sequence[Line], index: int) -> Found | None:
    """An item that has a neighbour: in plain text a dash alone may open direct speech."""
    around = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    if not ITEM.match(lines[index].text) or not any(ITEM.match(line.text) for line in around):
        return None
    return item(lines, index)


def footnote(lines: Sequence[Line], index: int) -> Found | None:
    """The body of a note of Markdown, after its label."""
    return _labelled(lines[index], FOOTNOTE, index)


def endnote(lines: Sequence[Line], index: int) -> Found | None:
    """A line of plain text that begins with a number in brackets."""
    return _labelled(lines[index], ENDNOTE, index)


def numbered(lines: Sequence[Line], index: int) -> Found | None:
    """A line with a number and near it one with the next or the last: an item or a note.

    A line of prose may begin with a number too.
    """
    number = _number(lines[index])
    if number is None:
        return None
    near = (*lines[max(0, index - NEAR) : index], *lines[index + 1 : index + 1 + NEAR])
    if not any(other in (number - 1, number + 1) for other in map(_number, near)):
        return None
    kind = Kind.ITEM if ORDERED.match(lines[index].text) else Kind.PARAGRAPH
    return [Block(kind, lines[index].number, *trimmed(lines[index], lines[index]))], index + 1


def _number(line: Line) -> int | None:
    match = NUMBERED.match(line.text)
    return int(digits(match[str(match.lastgroup)])) if match else None


def _labelled(line: Line, label: re.Pattern[str], index: int) -> Found | None:
    if not label.match(line.text):
        return None
    return [Block(Kind.PARAGRAPH, line.number, *trimmed(line, line))], index + 1


def table(lines: Sequence[Line], index: int) -> Found | None:
    """The rows of a table: cells between tabs, equally many in each line."""
    width = _tabs(lines[index])
    after = index
    while width and after < len(lines) and _tabs(lines[after]) == width:
        after += 1
    if after - index < 2:
        return None
    return [_row(line, "\t") for line in lines[index:after]], after


def pipe_table(lines: Sequence[Line], index: int) -> Found | None:
    """The rows of a table: cells between |, a line of dashes below the first row."""
    below = lines[index + 1 : index + 2]
    if "|" not in lines[index].text or not below or not _is_delimiter(below[0].text):
        return None
    after = index + 2
    while after < len(lines) and "|" in lines[after].text:
        after += 1
    head = _row(lines[index], "|", Dropped(below[0].start, below[0].end, Mark.CELL))
    return [head, *(_row(line, "|") for line in lines[index + 2 : after])], after


def _tabs(line: Line) -> int:
    return line.text.strip().count("\t")


def _is_delimiter(text: str) -> bool:
    return "-" in text and "|" in text and set(text) <= set("|:- \t\r")


def _row(line: Line, between: str, *more: Dropped) -> Block:
    start, end = trimmed(line, line)
    marks = (
        Dropped(at, at + 1, Mark.CELL)
        for at, character in enumerate(line.text, line.start)
        if character == between and start <= at < end
    )
    return Block(Kind.ROW, line.number, start, end, (*marks, *more))


FORMS: Final[Mapping[str, tuple[Recogniser, ...]]] = MappingProxyType(
    {
        "markdown": (
            metadata, blank, fence, heading, tagged_heading, underlined, rule,
            pipe_table, table, extract, footnote, item, numbered,
        ),
        "wiki": (blank, wiki_heading, rule, table, endnote, item, numbered),
        "plain": (blank, rule, table, endnote, bullets, numbered),
    }
)  # fmt: skip
"""The recognisers of each markup in the order in which they are asked."""
