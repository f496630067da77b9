"""Citations: where in the words of a note a work is cited, and where the work cited before is.

Only what is a citation with reasonable certainty is found. It begins with a title in italics or in
quotation marks, with names before such a title, or with a capital and ends in a place ("p. 7"). An
equivalent in another language may follow it in square brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from recensio.importers.idioms import LEAD_INS, LOCATORS, SAME_WORK, any_of
from recensio.importers.words import Words

UPPER: Final = "A-ZÀ-ÖØ-ÞĆČĐŁŚŠŽА-ЯЁ"
SAME: Final = re.compile(rf"(?P<raw>_|\*|''){any_of(SAME_WORK)}(?P=raw)|(?<!\w){any_of(SAME_WORK)}")
LEAD_IN: Final = re.compile(rf"(?i:{any_of(LEAD_INS)})(?::\s*|\s+)")

WORD: Final = rf"(?:(?:von|van|de|der|den|di|da|du|le|la)\s+)?[{UPPER}][\w.’'ʹ-]*"
NAME: Final = re.compile(
    rf"{WORD}(?:\s+{WORD}){{0,4}}(?:\s\([^()]{{1,60}}\)|\s\[[^\[\]]{{1,60}}\])?,\s+"
    rf"|{WORD}(?:\s+{WORD}){{0,4}}\s+(?:and|und|et|и|&)\s+"
)
MOST_NAMES: Final = 4
OPENING: Final = ("“", "„", "«", '"')
QUOTED: Final = re.compile(
    r"“[^”]{1,300}(?:[,.?!]”|”\s?[,\[(])|„[^“]{1,300}“[,.]|«[^»]{1,300}»[,.]"
    r'|"[^"]{1,300}(?:[,.?!]"|",)'
)
BEHIND_TITLE: Final = re.compile(r"\s*(?:[,.;\[(№\d“\"]|$)")

NUMBER: Final = r"(?:\d+[a-z]?|[IVXLC]+|[ivxlc]+)"
NUMBERS: Final = rf"{NUMBER}(?:\s?[–-]\s?{NUMBER})?"
PLACE: Final = rf"(?i:{any_of(LOCATORS)})\.?\s?{NUMBERS}(?:,\s{NUMBERS})*"
PLACES: Final = re.compile(rf"(?:,?\s{PLACE}|,\s\d+(?:[–-]\d+)?\b)*")
OTHER_PLACE: Final = re.compile(rf"\s+{PLACE}(?:,?\s{PLACE})*(?=\.?\s*$)")
PLACED: Final = re.compile(rf"[,.)\]”]\s+{PLACE}$")
ENDING: Final = re.compile(r"[\d)”»\"’]$|\b[IVXLC]+$")
"""The end of what begins with a title: a number, or the mark that closes brackets or a title."""

DATED: Final = rf"(?:\d{{1,2}}\.?\s\w{{3,9}}\s\d{{4}}|{PLACE}|[\d–-]+)"
PERIODICAL: Final = re.compile(rf"[{UPPER}][^\d,.;:“”\"]{{1,60}}(?:,\s{DATED}){{1,5}}$")
PAGED: Final = re.compile(r".{0,300},\s\d{1,3}(?:[–-]\d{1,3})?$", re.DOTALL)

CAPITAL: Final = re.compile(rf"[{UPPER}]")
SENTENCE: Final = re.compile(rf"(?<=[\d\]])\.(?=\s+[{UPPER}“\"«])")
ASIDE: Final = re.compile(r"\(([^()]{3,300})\)|\[([^\[\]]{3,300})\]")
COLON: Final = re.compile(r"(?<!\bin):\s+")
LONGEST_LEAD: Final = 40
BEHIND: Final = re.compile(r"\s*(?:[.;)]|$)")
STOPS: Final = " \t\n\r\u00a0.,;:"


@dataclass(frozen=True, slots=True)
class Citation:
    """A work cited: its characters in the words; `same` if only as the one cited before.

    `equivalent` says that it stands in square brackets behind another, which it translates.
    """

    start: int
    end: int
    same: bool
    equivalent: bool = False


def citations(words: Words) -> list[Citation]:
    """The citations of a note in their order; a commentary has some only if it says ibid."""
    pieces = list(_pieces(words, 0, len(words.text)))
    if SAME.search(words.text):
        return _joined(words, pieces, [_any(words, *piece) for piece in pieces])
    first = list(_run(words, *pieces[0]))
    led_in = len(pieces) > 1 and words.text[pieces[0][1]] == ":" and pieces[0][1] <= LONGEST_LEAD
    if not first and not led_in:
        return []
    return _joined(words, pieces, (first, *(list(_run(words, *piece)) for piece in pieces[1:])))


def _joined(
    words: Words, pieces: Sequence[tuple[int, int]], found: Iterable[list[Citation]]
) -> list[Citation]:
    """The citations of all pieces; a piece that is but another place belongs to the one before."""
    joined: list[Citation] = []
    for (start, end), cited in zip(pieces, found, strict=True):
        place = OTHER_PLACE.match(words.text, start, end)
        if place and joined and not joined[-1].equivalent:
            joined[-1] = replace(joined[-1], end=place.end())
        joined += cited
    return joined


def asides(words: Words) -> list[Citation]:
    """The citations of running text: what stands in brackets, and every ibid."""
    return _prose(words, 0, len(words.text))


def _any(words: Words, start: int, end: int) -> list[Citation]:
    return list(_run(words, start, end)) or _prose(words, start, end)


def _pieces(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts between semicolons, and those that a word with a colon leads in."""
    text, depths = words.text, words.depths
    begin = start
    for at in range(start, end):
        if text[at] not in ";:" or depths[at] > depths[start]:
            continue
        colon = COLON.match(text, at, end)
        if text[at] == ";" or (colon and _leads(words, colon.end(), end)):
            yield begin, at
            begin = at + 1
    yield begin, end


def _leads(words: Words, at: int, end: int) -> bool:
    """Whether a citation begins behind a colon, and not a publisher in quotation marks."""
    return not words.text.startswith(OPENING, at, end) and _has_title(words, at, end)


def _prose(words: Words, start: int, end: int) -> list[Citation]:
    """What is cited within sentences: in brackets, or as ibid."""
    found: list[Citation] = []
    at = start
    for aside in ASIDE.finditer(words.text, start, end):
        found += _bare(words, at, aside.start())
        for piece in _pieces(words, *aside.span(aside.lastindex or 1)):
            cited = (c for c in _run(words, *piece) if c.same or _has_number(words, c))
            found += list(cited) or _bare(words, *piece)
        at = aside.end()
    return [*found, *_bare(words, at, end)]


def _has_number(words: Words, citation: Citation) -> bool:
    return any(map(str.isdecimal, words.text[citation.start : citation.end]))


def _bare(words: Words, start: int, end: int) -> Iterator[Citation]:
    """Every ibid of a sentence, with the place that follows it."""
    for same in SAME.finditer(words.text, start, end):
        yield Citation(same.start(), _place_behind(words.text, same.end(), end), True)


def _place_behind(text: str, start: int, end: int) -> int:
    places = PLACES.match(text, start, end)
    return places.end() if places else start


def _run(words: Words, start: int, end: int) -> Iterator[Citation]:
    """The citation with which a piece begins, its equivalent, and further ones right behind it."""
    text = words.text
    while True:
        start = _led_in(text, start, end)
        stop = _sentence_end(words, start, end)
        bracket = _bracket(words, start, stop)
        first = _citation(words, start, bracket[0] if bracket else stop)
        if first is None or first.end <= start:
            return
        yield first
        start = first.end
        if bracket:
            for piece in _pieces(words, bracket[0] + 1, bracket[1]):
                yield from (replace(cited, equivalent=True) for cited in _run(words, *piece))
            start = bracket[1] + 1
        if first.same and start == first.end < stop:
            # Behind an ibid with its place anything may follow.
            yield from _bare(words, start, end)
            return
        while start < end and text[start] in STOPS:
            start += 1


def _sentence_end(words: Words, start: int, end: int) -> int:
    for stop in SENTENCE.finditer(words.text, start, end):
        if words.depths[stop.start()] <= words.depths[start]:
            return stop.start()
    return end


def _citation(words: Words, start: int, end: int) -> Citation | None:
    """The citation from `start` to `end` at most."""
    text = words.text
    while end > start and text[end - 1] in STOPS:
        end -= 1
    same = SAME.match(text, start)
    if same:
        rest = text[same.end() : end]
        whole = rest[:1] in (",", ":", "") and ENDING.search(rest or "1")
        return Citation(start, max(end, same.end()) if whole else _end_of(same, end), True)
    return Citation(start, end, False) if _is_citation(words, start, end) else None


def _end_of(same: re.Match[str], end: int) -> int:
    return _place_behind(same.string, same.end(), max(end, same.end()))


def _led_in(text: str, start: int, end: int) -> int:
    """Where a citation begins behind white space and words such as See or Cf."""
    while True:
        while start < end and text[start].isspace():
            start += 1
        lead = LEAD_IN.match(text, start, end)
        if not lead:
            return start
        start = lead.end()


def _bracket(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The square brackets that end a citation behind a place or an ibid: where [ and ] stand."""
    text, depths = words.text, words.depths
    same = _behind_same(text, start)
    at = text.find("[", start, end)
    while at >= 0:
        placed = at <= same or ENDING.search(text[max(start, at - 12) : at].rstrip(STOPS))
        if depths[at] == depths[start] and placed:
            close = next((i for i in range(at + 1, end) if depths[i + 1] <= depths[at]), end)
            if close < end and BEHIND.match(text, close + 1, end):
                return at, close
        at = text.find("[", at + 1, end)
    return None


def _behind_same(text: str, start: int) -> int:
    """Where an ibid that begins here ends, with stops and white space behind it; else -1."""
    same = SAME.match(text, start)
    at = same.end() if same else -1
    while same and at < len(text) and text[at] in STOPS:
        at += 1
    return at


def _is_citation(words: Words, start: int, end: int) -> bool:
    text = words.text[start:end]
    if _has_title(words, start, end):
        ended = ENDING.search(text) or PLACED.search(text)
        return bool(ended) or end in words.slanted_ends
    if not CAPITAL.match(text):
        return False
    paged = NAME.match(text) and PAGED.match(text)
    return bool(PLACED.search(text) or PERIODICAL.match(text) or paged)


def _has_title(words: Words, start: int, end: int) -> bool:
    """Whether a title begins here, or names with a title behind them."""
    at = start
    for _ in range(MOST_NAMES + 1):
        if at in words.slanted:
            return bool(BEHIND_TITLE.match(words.text, words.slanted[at], end))
        if words.text.startswith(OPENING, at, end):
            return at > start or bool(QUOTED.match(words.text, at, end))
        name = NAME.match(words.text, at, end)
        if not name:
            return False
        at = name.end()
    return False
