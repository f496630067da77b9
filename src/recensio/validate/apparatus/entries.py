"""The shape of an entry: what it holds and how its readings are grouped.

TEI Guidelines, 12.1.1 to 12.1.3.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.model.problem import Problem, problem
from recensio.tei.names import XML_ID, tei, tei_names
from recensio.validate.apparatus import mending
from recensio.validate.apparatus.habits import Rule
from recensio.validate.apparatus.survey import (
    GROUP,
    LEM,
    RDG,
    REMARKS,
    Entry,
    Text,
    said_of,
    words,
)

EDITORIAL: Final = ("type", "cause", "resp", "source", "hand", "cert", "varSeq")
STATE: Final = tei_names(
    "add del subst corr sic supplied unclear gap space damage restore app note"
)


def empty(text: Text) -> Iterator[Problem]:
    """Entries that say nothing at all (APP001)."""
    for entry in text.entries:
        app = entry.element
        if not entry.readings and next(app.iterchildren(*REMARKS), None) is None:
            found = problem("APP001", text.place(app))
            bare = not words(app) and not any(each.get(XML_ID) for each in app.iter("*"))
            yield mending.without(found, text, app, "remove the entry") if bare else found


def lemmata(text: Text) -> Iterator[Problem]:
    """Second lemmata (APP003); each group of readings may have one of its own (12.1.3)."""
    for entry in text.entries:
        by_parent: dict[etree._Element | None, list[etree._Element]] = defaultdict(list)
        for lemma in entry.lemmas:
            by_parent[lemma.getparent()].append(lemma)
        for together in by_parent.values():
            for again in together[1:]:
                found = problem("APP003", text.place(again), lemma=words(together[0])[:40])
                clear = again.get("wit") and words(again) != words(together[0])
                yield mending.renamed(found, text, again, "rdg") if clear else found


def _lemma_alone(text: Text) -> Iterator[Problem]:
    for entry in text.entries:
        if entry.lemmas and not entry.variants and not _says_more(entry):
            lemma = words(entry.lemmas[0])[:40]
            if not lemma:
                continue  # It is reported as an empty lemma.
            found = problem("APP004", text.place(entry.element), lemma=lemma)
            plain = not entry.element.attrib and not entry.lemmas[0].attrib
            inside = [entry.element, entry.lemmas[0]]
            yield mending.laid_bare(found, text, inside) if plain else found


def _says_more(entry: Entry) -> bool:
    """Whether an entry without readings has something to say all the same.

    A note, a comment, the act of an editor, the state of a witness, another entry within, or the
    counterpart of a transposition.
    """
    app = entry.element
    if app.get("exclude") or next(app.iterchildren(*REMARKS, etree.Comment), None) is not None:
        return True
    if any(said_of(lemma, name) for lemma in entry.lemmas for name in EDITORIAL):
        return True
    return (
        len(entry.lemmas) > 1 or next(entry.lemmas[0].iter(*STATE, etree.Comment), None) is not None
    )


def _groups_of_one(text: Text) -> Iterator[Problem]:
    for entry in text.entries:
        for group in _groups(entry.element) if entry.readings else ():
            members = list(group.iterchildren(LEM, RDG, GROUP))
            if len(members) < 2:
                found = problem("APP017", text.place(group), count=len(members))
                yield mending.unwrapped(found, text, group, members)


def _groups(element: etree._Element) -> Iterator[etree._Element]:
    """The groups of an entry, those within groups among them, those of inner entries not."""
    for group in element.iterchildren(GROUP):
        yield group
        yield from _groups(group)


LEMMA_ALONE: Final = Rule(_lemma_alone, lambda text: sum(bool(e.lemmas) for e in text.entries))
"""Entries that give only the lemma (APP004)."""

GROUPS_OF_ONE: Final = Rule(
    _groups_of_one, lambda text: sum(1 for _ in text.root.iter(tei("rdgGrp"))), share=0.25
)
"""Groups that hold fewer than two readings (APP017)."""
