"""The word index as pages: one for each letter of each script, more where there is much."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from lxml import etree

from recensio.publish.insight.markup import node
from recensio.publish.pages import WORDS
from recensio.publish.prepare import Edition
from recensio.publish.site.finding.spelling import SCRIPTS, script_of
from recensio.publish.site.finding.words import Found, Vocabulary, Word

LARGEST: Final = 120_000
"""Bytes that the words of a page may take, about."""

SMALL: Final = LARGEST // 4
"""Bytes that the words of several letters on one page may take, about."""

PER_WORD: Final = 90
PER_PLACE: Final = 50
"""Bytes of HTML for a word and for a link, about."""

ASCII: Final = 128
BEGINNING: Final = 4


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the index: its file in words/, its script, how it is called, its words.

    It is called by its letter; of a letter with several pages those behind the first are called by
    the beginning of their first word.
    """

    name: str
    script: str
    label: str
    words: tuple[Word, ...]


def leaves(words: Sequence[Word]) -> list[Leaf]:
    """The pages of the index in the order of scripts and letters."""
    ordered = sorted(words, key=lambda word: (_rank(word), word.key))
    found: list[Leaf] = []
    for (rank, letter), of_letter in groupby(ordered, key=lambda word: (_rank(word), word.key[0])):
        for number, part in enumerate(_parted(tuple(of_letter)), start=1):
            name = f"{_file_name(rank[1], letter)}{f'-{number}' if number > 1 else ''}"
            label = letter if number == 1 else part[0].form[:BEGINNING]
            found.append(Leaf(f"{name}.html", rank[1], label.upper(), part))
    return found


def gathered(every: Sequence[Leaf]) -> list[Leaf]:
    """The pages with small letters that follow each other put together, called "A–C"."""
    found: list[Leaf] = []
    size = 0
    for leaf in every:
        own = sum(map(_size, leaf.words))
        if found and found[-1].script == leaf.script and size + own <= SMALL:
            first = found.pop()
            label = f"{first.label.partition('–')[0]}–{leaf.label}"
            found.append(replace(first, label=label, words=first.words + leaf.words))
            size += own
        else:
            found.append(leaf)
            size = own
    return found


def fits_one_page(every: Sequence[Leaf]) -> bool:
    """Whether the index is so small that its first page holds all of it."""
    return sum(_size(word) for leaf in every for word in leaf.words) <= LARGEST


def source(
    shown: Sequence[Leaf],
    every: Sequence[Leaf],
    book: Vocabulary,
    edition: Edition,
    pages: Mapping[str, str],
) -> str:
    """The tree of a page that shows these leaves of the index: none, one or all of them.

    `pages` are by document.
    """
    titles = {each.document.id: each.document.title for each in edition.readable}
    root = node("words", count=len(book.words), fewest=book.fewest)
    if len(shown) == 1 < len(every):
        root.set("label", shown[0].label)
        root.set("name", shown[0].name)
    else:
        root.extend(node("left-out", form=form) for form in sorted(book.left_out))
    here = {leaf.name for leaf in shown} if len(shown) == len(every) else set()
    root.extend(_navigation(every, here))
    for leaf in shown:
        root.append(_letter(leaf, titles, pages))
    return etree.tostring(root, encoding="unicode")


def _letter(leaf: Leaf, titles: Mapping[str, str], pages: Mapping[str, str]) -> etree._Element:
    letter = node("letter", label=leaf.label, id=_mark(leaf))
    for word in leaf.words:
        found = (_found(each, titles[each.document], pages[each.document]) for each in word.found)
        more = word.documents - len(word.found)
        letter.append(node("word", *found, form=word.form, count=word.count, more=more))
    return letter


def _mark(leaf: Leaf) -> str:
    """The id of a letter on its page; no xml:id holds a colon."""
    return f":{leaf.name.removesuffix('.html')}"


def _found(found: Found, title: str, page: str) -> etree._Element:
    """A document with the places of a word in it."""
    element = node("in", title=title, more=found.count - len(found.blocks))
    for block in found.blocks:
        anchor = f"#{block.anchor}" if block.anchor else ""
        element.append(node("at", href=f"../{page}{anchor}", label=block.label))
    return element


def _navigation(every: Sequence[Leaf], here: Collection[str]) -> Iterator[etree._Element]:
    """The letters of each script; those that are `here` stand on the page itself."""
    for script, of_script in groupby(every, key=lambda leaf: leaf.script):
        yield node("script", *(_link(leaf, here) for leaf in of_script), name=script)


def _link(leaf: Leaf, here: Collection[str]) -> etree._Element:
    address = f"#{_mark(leaf)}" if leaf.name in here else leaf.name
    return node("leaf", href=address, label=leaf.label)


def _parted(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The words of a letter in parts that make a page each."""
    part: list[Word] = []
    size = 0
    for word in words:
        own = _size(word)
        if part and size + own > LARGEST:
            yield tuple(part)
            part, size = [], 0
        part.append(word)
        size += own
    yield tuple(part)


def _size(word: Word) -> int:
    return PER_WORD + PER_PLACE * sum(len(found.blocks) + 1 for found in word.found)


def _rank(word: Word) -> tuple[int, str]:
    script = script_of(word.key)
    return (SCRIPTS.index(script) if script in SCRIPTS else len(SCRIPTS)), script


def _file_name(script: str, letter: str) -> str:
    own = letter if ord(letter) < ASCII else f"{ord(letter):04x}"
    return f"{script.lower()}-{own}"


def page_of_leaf(leaf: Leaf) -> str:
    """Where a page of the index stands below site/."""
    return f"{WORDS.rpartition('/')[0]}/{leaf.name}"
