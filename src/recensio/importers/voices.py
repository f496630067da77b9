"""Voices: what author or translator put into the text in brackets and signed.

    (... – *V. R.*)    [... – *translator*]

The signatures stand in the profile. The brackets belong to the interpolation; brackets without a
signature are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from recensio.importers.profile import Voice
from recensio.importers.words import Words
from recensio.importers.wrapping import Wrap, element

BRACKETS: Final = {")": "(", "]": "["}
LONGEST: Final = 2000
"""How many characters before its signature an interpolation may begin."""


def interpolations(words: Words, voices: Sequence[Voice]) -> Iterator[Wrap]:
    """The signed interpolations in the words of a passage, in order; none overlaps another."""
    if not voices:
        return
    behind = 0
    for match in _pattern(tuple(voices)).finditer(words.text):
        closing = match.end() - 1
        opening = _opening(words.text, max(behind, closing - LONGEST), closing)
        if opening is not None:
            voice = voices[int(str(match.lastgroup)[1:])]
            behind = match.end()
            yield element(
                *words.span(opening, behind),
                "note",
                type="interpolation",
                place="inline",
                resp=f"#{voice.resp}",
            )


@cache
def _pattern(voices: tuple[Voice, ...]) -> re.Pattern[str]:
    """A dash, one of the signatures and a closing bracket."""
    signatures = "|".join(
        f"(?P<v{index}>{_spaced(voice.signature)})" for index, voice in enumerate(voices)
    )
    return re.compile(rf"[–—-]\s?[*_]{{0,3}}(?:{signatures})[*_]{{0,3}}[.,]?[)\]]")


def _spaced(signature: str) -> str:
    """A signature as a pattern; where it has a space there may be none, or a line end."""
    return r"\s*".join(map(re.escape, signature.split()))


def _opening(text: str, start: int, closing: int) -> int | None:
    """Where the bracket opens that closes at `closing`, not before `start`."""
    depth = 0
    for at in range(closing, start - 1, -1):
        if text[at] == text[closing]:
            depth += 1
        elif text[at] == BRACKETS[text[closing]]:
            depth -= 1
            if depth == 0:
                return at
    return None
