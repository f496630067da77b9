"""Where a witness has no text: its lacunae, and the stretches of a fragment (Guidelines, 12.1.5).

From lacunaStart to lacunaEnd, or as far as the text goes on one side, stands one "[...]": in its
place inside a block, and on a line of its own where the text left out ends and begins with blocks.
A fragment has text only between witStart and witEnd; what lies before and behind is not missed,
what lies between two stretches is "[...]" too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from recensio.tei.passages import BEGINS, ENDS, FOUND, LOST, RETURNS
from recensio.tei.text import BREAK, GAP

PLACE: Final = "\x05"
"""Around a number in texts that tell where their pieces come from."""

LACKING: Final = 0
"""The number before a "[...]" that stands for what a witness lacks."""

_SIGN: Final = re.compile(f"([{LOST}{FOUND}{BEGINS}{ENDS}])")
_PLACES: Final = re.compile(f"{PLACE}[^{PLACE}]*{PLACE}")
_LACKING_LINE: Final = re.compile(rf"(?:{re.escape(GAP)}\s*)+")


def coming_from(origin: int) -> str:
    """What stands before a piece in texts that tell where their pieces come from."""
    return f"{PLACE}{origin}{PLACE}"


def with_gaps(text: str) -> str:
    """A text with signs (`passages.SIGNS`) as the witness has it: what it lacks is "[...]"."""
    pieces = _SIGN.split(text)
    if len(pieces) == 1:
        return text
    shown = f"{coming_from(LACKING)}{GAP}" if PLACE in text else GAP
    return "".join(_stretches(pieces, shown))


def _stretches(pieces: Sequence[str], shown: str) -> Iterator[str]:
    """`pieces` are texts and signs by turns, `shown` is what stands for a gap."""
    first = pieces[1]
    since: str | None = first if first in RETURNS else None
    is_missed = first == FOUND
    left_out: list[str] = []
    for sign, piece in zip(("", *pieces[1::2]), pieces[::2], strict=True):
        if sign in RETURNS and since is not None:
            yield gap("".join(left_out)).replace(GAP, shown) if is_missed else ""
            since, left_out = None, []
        elif sign and sign not in RETURNS and since is None:
            since, is_missed = sign, True
        if since is None:
            yield piece
        else:
            left_out.append(piece)
    if since == LOST:
        yield gap("".join(left_out)).replace(GAP, shown)


def gap(left_out: str) -> str:
    """What stands for a text that is left out, with the block boundaries that lie in it."""
    first, *others = without_places(left_out).split(BREAK)
    if not others:
        return _padded(first, first)
    if first.strip():
        return _padded(first, "") + BREAK
    last = others.pop()
    alone = any(block.strip() for block in others) or not last.strip()
    return BREAK + (GAP + BREAK if alone else _padded("", last))


def _padded(before: str, after: str) -> str:
    """The mark of a gap, a word apart unless the text left out begins or ends within a word."""
    begins = before[:1].isalpha()
    ends = after[-1:].isalpha()
    return f"{'' if begins or not before else ' '}{GAP}{'' if ends or not after else ' '}"


def is_blank(text: str) -> bool:
    """Whether a text that may tell its places holds nothing but white space."""
    return not without_places(text).strip()


def places_of(text: str) -> str:
    """What a text that tells of its places tells, without the text."""
    return "".join(_PLACES.findall(text))


def without_places(text: str) -> str:
    """The text alone of one that may tell its places."""
    return _PLACES.sub("", text) if PLACE in text else text


def lines_with_gaps(lines: Sequence[str]) -> list[str]:
    """The lines of a witness, of several that are nothing but "[...]" only the first."""
    kept: list[str] = []
    for line in lines:
        shown = GAP if _LACKING_LINE.fullmatch(line) else line
        if shown != GAP or kept[-1:] != [GAP]:
            kept.append(shown)
    return kept
