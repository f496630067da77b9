"""The trie: phrases looked up word by word, with what a text may write otherwise.

A hyphen may stand for a space, a translator leaves an article out or not, and one long word behind
the first may be misread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from recensio.annotate.misreadings import is_likely
from recensio.annotate.phrases import Meaning
from recensio.annotate.tokens import CLOSING, HYPHENS, OPENING, Token
from recensio.annotate.vocabulary import FLEXIBLE

APOSTROPHES: Final = str.maketrans(dict.fromkeys("’ʼ‘`´", "'"))
LEFT_OUT: Final = frozenset(("the", "a", "an"))
LONG: Final = 6
"""From how many letters on a word within a phrase may be misread."""

MOST_COMPARED: Final = 50
"""With how many words that may follow a word is compared at most."""


@dataclass(slots=True)
class _Node:
    following: dict[str, _Node] = field(default_factory=dict)
    forms: list[tuple[tuple[str, ...], Meaning]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase in a text: the token behind it, what it may mean, whether a word is misread."""

    end: int
    meanings: tuple[Meaning, ...]
    is_misread: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    """A node of the trie, the tokens that led there, whether one of them was misread."""

    node: _Node
    written: tuple[Token, ...] = ()
    is_misread: bool = False


class Trie:
    """Phrases with their meanings."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, tokens: Sequence[Token], meaning: Meaning) -> None:
        """Add a phrase; a single letter is one only with a full stop (V.)."""
        if len(tokens) < 2 and sum(len(token.text) for token in tokens if token.is_word) < 2:
            return
        for signs in (HYPHENS, LEFT_OUT):
            if any(token.text in signs for token in tokens[1:]):
                self.add([t for i, t in enumerate(tokens) if not i or t.text not in signs], meaning)
        node = self._root
        for token in tokens:
            node = node.following.setdefault(_steps(token)[0], _Node())
        shape = tuple(token.text for token in tokens)
        if (shape, meaning) not in node.forms:
            node.forms.append((shape, meaning))

    def matches(self, tokens: Sequence[Token], position: int) -> Iterator[Match]:
        """The phrases that begin with a token, the shorter ones first."""
        states = [_State(self._root)]
        for index in range(position, len(tokens)):
            states = [after for state in states for after in _stepped(state, tokens[index])]
            if not states:
                return
            quoted = _is_quoted(tokens, position, index)
            for misread in (False, True):
                meanings = tuple(_meanings(states, tokens[index], quoted, misread))
                if meanings:
                    yield Match(index + 1, _nearest(meanings), misread)
                    break


def _stepped(state: _State, token: Token) -> Iterator[_State]:
    """Where a token leads to."""
    node, written = state.node, (*state.written, token)
    steps = _steps(token)
    exact = [node.following[step] for step in steps if step in node.following]
    for following in exact:
        yield _State(following, written, state.is_misread)
    if state.written and (token.text in HYPHENS or token.text in LEFT_OUT):
        yield state
    elif state.written and not exact and not state.is_misread:
        for following in _alike(node, steps[0]):
            yield _State(following, written, is_misread=True)


def _alike(node: _Node, step: str) -> Iterator[_Node]:
    if len(step) >= LONG and len(node.following) <= MOST_COMPARED:
        for other, following in node.following.items():
            if len(other) >= LONG and is_likely(step, other):
                yield following


def _steps(token: Token) -> tuple[str, ...]:
    return token.keys or (token.text.translate(APOSTROPHES),)


def _meanings(
    states: Iterable[_State], last: Token, quoted: bool, misread: bool
) -> Iterator[Meaning]:
    """What the phrases mean that end with a token."""
    for state in states:
        if state.is_misread is misread and state.written[-1] is last:
            for shape, meaning in state.node.forms:
                if _fits(state.written, shape, quoted):
                    yield meaning


def _is_quoted(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether quotation marks stand right around the words, a comma perhaps before the second."""
    behind = [token.text for token in tokens[last + 1 : last + 3]]
    closes = behind[:1] and (
        behind[0] in CLOSING or (behind[0] in ",." and behind[1:] and behind[1] in CLOSING)
    )
    return bool(first and tokens[first - 1].text in OPENING and closes)


def _fits(written: Sequence[Token], shape: Sequence[str], quoted: bool) -> bool:
    """Whether the words have capitals where the form has them; a quoted name may have none."""
    if len(written) == 1:
        return _is_as_capital(written[0].text, shape[0])
    if quoted:
        return True
    agreeing = [
        _is_as_capital(token.text, form) for token, form in zip(written, shape, strict=True)
    ]
    free = [form.lower() in FLEXIBLE for form in shape]
    capital = any(t.is_capital and not f for t, f in zip(written, free, strict=True))
    return all(a or f for a, f in zip(agreeing, free, strict=True)) and (
        capital or not any(form[:1].isupper() for form in shape)
    )


def _is_as_capital(text: str, form: str) -> bool:
    if form.isupper() and len(form) > 1 and len(form) < 5:
        return text[:1].isupper() and (text.isupper() or text == form.capitalize())
    return not form[:1].isupper() or text[:1].isupper()


def _nearest(meanings: Iterable[Meaning]) -> tuple[Meaning, ...]:
    """One meaning of each entry, the nearest; of equally near ones all witnesses'."""
    best: dict[str, Meaning] = {}
    for meaning in sorted(meanings, key=lambda meaning: meaning.nearness):
        known = best.setdefault(meaning.id, meaning)
        if known is not meaning and meaning.witnesses:
            witnesses = known.witnesses | meaning.witnesses
            best[meaning.id] = Meaning(known.id, known.kind, known.nearness, witnesses, known.level)
    return tuple(best.values())
