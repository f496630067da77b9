"""The lexicon: every form of every name, looked up word by word.

Phrases stand in a trie of words, persons in an index of surnames; so reading a text costs the same
however many names there are. Built once, then only read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from recensio.annotate.entries import Entry, entries_of
from recensio.annotate.misreadings import Misreadings
from recensio.annotate.people import People
from recensio.annotate.phrases import Meaning, Nearness, phrases_of
from recensio.annotate.tokens import tokens_of
from recensio.annotate.trie import Trie
from recensio.model.register import RegisterKind


class Lexicon:
    """The names of the registers.

    `kinds` has the kind of each entry, `authors` those of a work, `people` the persons by surname,
    `phrases` all other names, `misreadings` the names that a word may be a misreading of.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.kinds = {entry.id: entry.kind for entry in self.entries}
        self.authors = {entry.id: entry.authors for entry in self.entries if entry.authors}
        self.people = People(self.entries)
        self.phrases = Trie()
        # A phrase of one word is also found when it is misread; so are surnames.
        single: list[str] = []
        forms = tuple(self._phrases())
        for form, meaning in (*forms, *self._composed(forms)):
            tokens = tokens_of(form)
            self.phrases.add(tokens, meaning)
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


def lexicon_of(trees: Iterable[etree._ElementTree]) -> Lexicon:
    """The names in the registers of these documents (TEI Guidelines, 13.3 and 3.12)."""
    return Lexicon(entries_of(trees))
