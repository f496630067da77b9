"""Inline markup: the text of a block as tokens.

One pass with one pattern; emphasis and tags find their partners on a stack, much as CommonMark
(6.2, Emphasis and strong emphasis) matches delimiter runs. What finds no partner is text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from recensio.importers.blocks import Block, Kind, Mark
from recensio.importers.html.inline import html_tokens
from recensio.importers.pairs import REND, Pairs
from recensio.importers.pointers import uri
from recensio.importers.profile import Profile, References
from recensio.importers.tokens import Sort, Token, closed, drop, empty, opened, punched, text

RAISED: Final = "[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,4}"
"""Superscript digits."""

LABEL: Final = r"[^\s<>\[\](),^]{1,60}"
NUMBERS: Final = r"\d{1,5}(?:,\s?\d{1,5}){0,9}"
SUP: Final = r"<sup(?:\s[^<>]{0,99})?>(?:<a\s[^<>]{1,300}>)?"
"""A superscript in tags, with or without a link."""

POWERS: Final = rf"{RAISED}(?:,\s?{RAISED}){{0,9}}"
ADDRESS: Final = r'[^()\s]{0,500})(?:\s"[^"\n]{0,200}")?\)'

MARKS: Final = (
    r"\\(?P<escape>[!-/:-@\[-`{-~])",
    r"`(?P<code>[^`\n]{1,500})`",
    r"(?P<comment><!--(?:(?!--).){0,2000}-->)",
    r"!\[(?P<alt>[^\[\]\n]{0,500})\]\((?P<image>" + ADDRESS,
    r"\[(?P<linked>(?!\^)[^\[\]]{1,500})\]\((?P<link>" + ADDRESS,
    r"<(?P<address>https?://[^\s<>]{1,500})>",
    r"(?P<tag></?(?P<name>[A-Za-z]{1,10})(?:\s[^<>\n]{0,200})?/?>)",
    r"(?P<break>(?:(?<! ) {2,}|\\)(?=\n))",
    r"(?P<run>\*{1,3}|_{1,3})",
)
FORMS_OF_REFERENCE: Final[Mapping[References, str]] = MappingProxyType(
    {
        References.SUPERSCRIPT: rf"(?:{SUP}\[?|\[)(?P<raised>{NUMBERS})"
        rf"(?:\]\(#\w*\)(?:</sup>)?|\]?(?:</a>)?</sup>)|\[\^(?P<labelled>{LABEL})\]"
        # Behind a number or a unit a superscript digit is a power.
        rf"|(?:(?<=[.,;:!?…”’\"')\]»*_>])|(?<=[^\W\d_]{{3}}))(?P<power>{POWERS})",
        References.BRACKET: r"(?P<bracketed>\[\d{1,3}\])",
        # In 3.5 the 5 is no reference, in 1917.5 it may be one.
        References.BARE: r"(?<!(?<!\d{3})\d[.,])(?<=[.,;!?…”’\"')])"
        r"(?P<bare>\d{1,3}|fn\d{1,3})(?=\s|$)",
    }
)
SILENT_TAGS: Final = frozenset(("p", "div", "span", "font", "center"))


def read_inline(source: str, block: Block, profile: Profile) -> tuple[Token, ...]:
    """The tokens of a block, in order; together they cover its span."""
    verbatim = block.kind is Kind.VERBATIM
    if verbatim and profile.markup != "html":
        return tuple(punched(text(block.start, block.end), block.dropped))
    tokens = _read(source, block.start, block.end, profile.markup, profile.references, verbatim)
    return tuple(punched(tokens, block.dropped))


def read_span(source: str, start: int, end: int, profile: Profile) -> tuple[Token, ...]:
    """The tokens of a part of the source, such as the cell of a table."""
    return _read(source, start, end, profile.markup, profile.references, False)


# Each step of an import asks for the tokens of each block; they are found once.
@lru_cache(maxsize=65536)
def _read(
    source: str,
    start: int,
    end: int,
    markup: str,
    references: tuple[References, ...],
    verbatim: bool,
) -> tuple[Token, ...]:
    if markup != "html":
        return tuple(_tokens(source, start, end, _pattern(markup == "markdown", references)))
    pattern = _pattern(False, tuple(form for form in references if form in IN_TEXT))
    raised = References.SUPERSCRIPT in references

    def plain(start: int, end: int) -> list[Token]:
        marked = pattern.search(source, start, end)
        return _tokens(source, start, end, pattern) if marked else text(start, end)

    return tuple(html_tokens(source, start, end, plain, verbatim, raised))


IN_TEXT: Final = (References.BRACKET, References.BARE)
"""The forms of reference that are no markup."""


@cache
def _pattern(markdown: bool, references: Iterable[References]) -> re.Pattern[str]:
    found = [form for sort, form in FORMS_OF_REFERENCE.items() if sort in references]
    # An escape hides what follows, and a reference is a more special link.
    parts = [MARKS[0], *found, *MARKS[1:]] if markdown else found
    return re.compile("|".join(parts) or r"(?!)", re.DOTALL)


def _tokens(source: str, start: int, end: int, pattern: re.Pattern[str]) -> list[Token]:
    pairs = Pairs()
    at = start
    for match in pattern.finditer(source, start, end):
        pairs.add(text(at, match.start()))
        if match.lastgroup == "run":
            pairs.delimit(source, match.start(), match.end(), start, end)
        elif match.lastgroup == "tag":
            _tag(pairs, match)
        else:
            pairs.add(READERS[str(match.lastgroup)](match, pattern))
        at = match.end()
    pairs.add(text(at, end))
    return pairs.tokens()


def _tag(pairs: Pairs, match: re.Match[str]) -> None:
    start, end = match.span()
    name = match["name"].lower()
    if name == "br":
        pairs.add([*drop(start, end, Mark.TAG), empty(end, "lb")])
    elif name in SILENT_TAGS:
        pairs.add(drop(start, end, Mark.TAG))
    elif name not in REND:
        pairs.add(text(start, end))
    elif match["tag"].startswith("</"):
        pairs.close(name, start, end, Mark.TAG)
    else:
        pairs.open(name, start, end, Mark.TAG)


def _escape(match: re.Match[str], _pattern: re.Pattern[str]) -> list[Token]:
    start, end = match.span()
    return [*drop(start, start + 1, Mark.ESCAPE), *text(start + 1, end)]


def _code(match: re.Match[str], _pattern: re.Pattern[str]) -> list[Token]:
    start, end = match.span("code")
    inside = [opened(start, "code"), *text(start, end), closed(end)]
    return _between(match, inside, Mark.EMPHASIS)


def _comment(match: re.Match[str], _pattern: re.Pattern[str]) -> list[Token]:
    return drop(*match.span(), Mark.COMMENT)


def _image(match: re.Match[str], _pattern: re.Pattern[str]) -> list[Token]:
    start, end = match.span("alt")
    words = [opened(start, "figDesc"), *text(start, end), closed(end)] if start < end else []
    graphic = empty(start, "graphic", url=uri(match["image"]) or "#")
    return _between(match, [opened(start, "figure"), graphic, *words, closed(end)], Mark.LINK)


def _link(match: re.Match[str], pattern: re.Pattern[str]) -> list[Token]:
    start, end = match.span("linked")
    inside = _tokens(match.string, start, end, pattern)
    target = uri(match["link"])
    if target:
        inside = [opened(start, "ref", target=target), *inside, closed(end)]
    return _between(match, inside, Mark.LINK)


def _address(match: re.Match[str], _pattern: re.Pattern[str]) -> list[Token]:
    start, end = match.span("address")
    target = uri(match["address"])
    return _between(
        match, [opened(start, "ref", target=target), *text(start, end), closed(end)], Mark.LINK
    )


def _break(match: re.Match[str], _pattern: re.Pattern[str]) -> list[Token]:
    """The end of a line: a backslash is a mark, spaces are text as any white space is."""
    start, end = match.span()
    if match["break"] == "\\":
        return [*drop(start, end, Mark.ESCAPE), empty(end, "lb")]
    return [*text(start, end), empty(end, "lb")]


def _reference(match: re.Match[str], _pattern: re.Pattern[str]) -> list[Token]:
    start, end = match.span(str(match.lastgroup))
    inside: list[Token] = []
    for number in re.finditer(r"[^,\s]+", match.string[start:end]):
        left, right = start + number.start(), start + number.end()
        between = inside[-1].end if inside else left
        inside += drop(between, left, Mark.REFERENCE)
        inside.append(Token(Sort.REFERENCE, left, right, digits(number[0])))
    return _between(match, inside, Mark.REFERENCE)


def digits(number: str) -> str:
    """A number with superscript digits as others write it."""
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in number)


def _bracketed(match: re.Match[str], _pattern: re.Pattern[str]) -> list[Token]:
    """A number in brackets, which may be no reference at all: the brackets stay with it."""
    start, end = match.span()
    return [Token(Sort.REFERENCE, start, end, match[0].strip("[]"))]


def _between(match: re.Match[str], inside: list[Token], mark: Mark) -> list[Token]:
    """Tokens with the rest of the match before and behind them dropped."""
    start, end = inside[0].start, inside[-1].end
    return [*drop(match.start(), start, mark), *inside, *drop(end, match.end(), mark)]


Reader = Callable[[re.Match[str], re.Pattern[str]], list[Token]]
READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "escape": _escape,
        "code": _code,
        "comment": _comment,
        "image": _image,
        "link": _link,
        "address": _address,
        "break": _break,
        "raised": _reference,
        "labelled": _reference,
        "power": _reference,
        "bracketed": _bracketed,
        "bare": _reference,
    }
)
"""What is made of a match, by the group of the pattern that matched."""
