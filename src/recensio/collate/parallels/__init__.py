"""Passages that say the same in other words are put side by side: a synopsis, not a collation.

To be read in this order: words (a passage as words), likeness (two words), phrases (two passages),
judgement (whether they say the same), columns and matching (a set of passages), rows, marks and
cruces. What is known of words beforehand stands in lexicon.toml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recensio.collate.parallels.clauses import Passages
from recensio.collate.parallels.columns import Place
from recensio.collate.parallels.cruces import cruces
from recensio.collate.parallels.marks import crossings, letters, links, shared
from recensio.collate.parallels.matching import Matching, matching
from recensio.collate.parallels.rarity import Rarity
from recensio.collate.parallels.rows import Bounds, rows_of
from recensio.collate.parallels.words import passage_words
from recensio.model.synopsis import (
    Comparison,
    Crux,
    Link,
    Passage,
    Row,
    Stretch,
    Synopsis,
    SynopsisWord,
)


def synopsis(passages: Sequence[Passage], rarity: Rarity | None = None) -> Synopsis:
    """Align passages by what they say; `rarity` is that of words in the texts they come from.

    Every word stands in the rows once, in the order of its passage, and the stretches of a passage
    make up its text. Passages that have too little in common stand in rows of their own. The order
    in which they are given makes no difference but to the order of the columns.
    """
    order = sorted(range(len(passages)), key=lambda at: (passages[at].text, passages[at].id))
    words = passage_words([passages[at].text for at in order], rarity or Rarity())
    return _in_order(_of_sorted([passages[at] for at in order], words), order)


def _of_sorted(passages: Sequence[Passage], words: Passages) -> Synopsis:
    matched = matching(words)
    rows = rows_of(words, matched)
    return Synopsis(
        passages=tuple(passages),
        rows=_rows(words, matched, rows),
        links=tuple(links(matched.matches, letters(matched.matches, rows))),
        comparisons=matched.comparisons,
        cruces=tuple(cruces(words, matched.matches, rows)),
    )


def _rows(words: Passages, matched: Matching, rows: Sequence[Bounds]) -> tuple[Row, ...]:
    common = shared(matched.matches)
    crossing = crossings(matched.matches, letters(matched.matches, rows), rows)

    def stretch(passage: int, bounds: tuple[int, int] | None) -> Stretch | None:
        if bounds is None:
            return None
        places = [Place(passage, word) for word in range(*bounds)]
        return Stretch(
            tuple(
                SynopsisWord(
                    words[passage][place.word].written,
                    words[passage][place.word].text,
                    place in common,
                    crossing.get(place, ""),
                )
                for place in places
            )
        )

    return tuple(
        tuple(stretch(passage, row.get(passage)) for passage in range(len(words))) for row in rows
    )


def _in_order(found: Synopsis, order: Sequence[int]) -> Synopsis:
    """The synopsis with its passages in the order in which they were given."""
    places = sorted(range(len(order)), key=order.__getitem__)
    return replace(
        found,
        passages=tuple(found.passages[at] for at in places),
        rows=tuple(tuple(row[at] for at in places) for row in found.rows),
        links=tuple(_link(link, order) for link in found.links),
        comparisons=tuple(
            sorted((_comparison(each, order) for each in found.comparisons), key=_ends)
        ),
        cruces=tuple(Crux(tuple(crux.wordings[at] for at in places)) for crux in found.cruces),
    )


def _link(link: Link, order: Sequence[int]) -> Link:
    spans = (replace(span, passage=order[span.passage]) for span in (link.one, link.other))
    one, other = sorted(spans, key=lambda span: span.passage)
    return replace(link, one=one, other=other)


def _comparison(found: Comparison, order: Sequence[int]) -> Comparison:
    one, other = sorted((order[found.one], order[found.other]))
    return replace(found, one=one, other=other)


def _ends(found: Comparison) -> tuple[int, int]:
    return found.one, found.other
