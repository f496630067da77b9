"""The lexicon: every form of every name, looked up word by word.

Phrases stand in a trie of words, persons in an index of surnames; so reading a text costs the same
however many names there are. Built once, then only read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from recensio.annotate.entries import Entry, entries_of
from recensio.annotate.misreadings import Misreadings
from recensio.annotate.people import People
from recensio.annotate.phrases import Meaning, Nearness, phrases_of
from recensio.annotate.tokens import CLOSING, HYPHENS, OPENING, Token, tokens_of
from recensio.annotate.vocabulary import FLEXIBLE
from recensio.model.register import RegisterKind

APOSTROPHES: Final = str.maketrans(dict.fromkeys("’ʼ‘`´", "'"))


LEFT_OUT: Final = frozenset(("the", "a", "an"))


@dataclass(slots=True)
class _Node:
    following: dict[str, _Node] = field(default_factory=dict)
    forms: list[tuple[tuple[str, ...], Meaning]] = field(default_factory=list)


class Lexicon:
    """The names of the registers.

    `kinds` has the kind of each entry, `authors` those of a work, `people` the persons by surname,
    `misreadings` the names that a word may be a misreading of; the phrases are looked up word by
    word.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.kinds = {entry.id: entry.kind for entry in self.entries}
        self.authors = {entry.id: entry.authors for entry in self.entries if entry.authors}
        self.people = People(self.entries)
        self._root = _Node()
        # A phrase of one word is also found when it is misread; so are surnames.
        single: list[str] = []
        forms = tuple(self._phrases())
        for form, meaning in (*forms, *self._composed(forms)):
            tokens = tokens_of(form)
            self._add(tokens, meaning)
            if len(tokens) == 1 and meaning.nearness is Nearness.LISTED:
                single.append(tokens[0].keys[0] if tokens[0].keys else "")
        self.misreadings = Misreadings((*self.people.surnames, *filter(None, single)))

    def _phrases(self) -> Iterator[tuple[str, Meaning]]:
        for entry in self.entries:
            if entry.kind is RegisterKind.PERSONS:
                yield from self.people.phrases(entry)
            else:
                yield from phrases_of(entry)

    def _composed(self, forms: Sequence[tuple[str, Meaning]]) -> Iterator[tuple[str, Meaning]]:
        """Names in which another organisation is named, with the other forms of that one.

        Presidium of the Central Control Commission, Presidium of the CCC, CCC Presidium.
        """
        own: dict[str, list[tuple[str, Meaning]]] = {}
        for form, meaning in forms:
            if meaning.kind is RegisterKind.ORGS and meaning.nearness < Nearness.SHORT:
                own.setdefault(meaning.id, []).append((form, meaning))
        whole = {form: identifier for identifier, listed in own.items() for form, _ in listed}
        for form, meaning in (pair for listed in own.values() for pair in listed):
            head, of, inner = form.partition(" of the ")
            for other, _ in own.get(whole.get(inner, ""), ()) if of else ():
                derived = replace(meaning, nearness=Nearness.DERIVED)
                yield f"{head} of the {other}", derived
                yield f"{other} {head}", derived

    def _add(self, tokens: Sequence[Token], meaning: Meaning) -> None:
        if sum(len(token.text) for token in tokens if token.is_word) < 2:
            # A single letter is an initial rather than a name.
            return
        for signs in (HYPHENS, LEFT_OUT):
            if any(token.text in signs for token in tokens[1:]):
                self._add(
                    [t for i, t in enumerate(tokens) if not i or t.text not in signs], meaning
                )
        node = self._root
        for token in tokens:
            node = node.following.setdefault(_steps(token)[0], _Node())
        shape = tuple(token.text for token in tokens)
        if (shape, meaning) not in node.forms:
            node.forms.append((shape, meaning))

    def phrases(
        self, tokens: Sequence[Token], position: int
    ) -> Iterator[tuple[int, tuple[Meaning, ...]]]:
        """The phrases that begin with a token: where each ends, and what it may mean."""
        states: list[tuple[_Node, tuple[Token, ...]]] = [(self._root, ())]
        for index in range(position, len(tokens)):
            states = list(_stepped(states, tokens[index]))
            if not states:
                return
            quoted = _is_quoted(tokens, position, index)
            meanings = tuple(
                meaning
                for node, written in states
                if written[-1] is tokens[index]
                for shape, meaning in node.forms
                if _fits(written, shape, quoted)
            )
            if meanings:
                yield index + 1, _nearest(meanings)


def _stepped(
    states: Iterable[tuple[_Node, tuple[Token, ...]]], token: Token
) -> Iterator[tuple[_Node, tuple[Token, ...]]]:
    """The nodes that a token leads to, each with the tokens that led there.

    A hyphen may stand for a space, and a translator leaves an article out or not.
    """
    for node, written in states:
        for step in _steps(token):
            if step in node.following:
                yield node.following[step], (*written, token)
        if written and (token.text in HYPHENS or token.text in LEFT_OUT):
            yield node, written


def lexicon_of(trees: Iterable[etree._ElementTree]) -> Lexicon:
    """The names in the registers of these documents (TEI Guidelines, 13.3 and 3.12)."""
    return Lexicon(entries_of(trees))


def _steps(token: Token) -> tuple[str, ...]:
    return token.keys or (token.text.translate(APOSTROPHES),)


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
