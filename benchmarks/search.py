"""How long the search index of a large edition takes, and how large it is.

    python -m benchmarks.search [PAGES ...]

Each page is a document of four paragraphs of 120 words, from a vocabulary distributed as that of a
language is. The pages are made outside the time that is measured; the index is what a build makes.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import Final

from recensio.publish.site.finding.blocks import Block
from recensio.publish.site.finding.pagefind import Record, fragments, index
from recensio.publish.site.finding.word_pages import leaves
from recensio.publish.site.finding.words import Texts, vocabulary

WORDS: Final = 40_000
PARAGRAPHS: Final = 4
LENGTH: Final = 120
LETTERS: Final = "aeiounrstlmdk"


def main() -> None:
    """Measure each number of pages asked for and print a line for it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="*", type=int, default=[100, 1000, 10_000])
    for pages in parser.parse_args().pages:
        documents = list(_documents(pages))
        print(f"{pages:>6} pages: {_searched(documents)}; {_listed(documents)}", flush=True)


def _searched(documents: Texts) -> str:
    records = [
        Record(f"{document}#{block.anchor}", block.text, {"n": block.anchor, "places": "0 p"})
        for document, blocks in documents
        for block in blocks
    ]
    with _measured() as spent:
        files = index(records, "en")
        count = sum(1 for _ in fragments(files))
    return f"{count} passages in {spent[0]}, {sum(map(len, files.values())) / 1e6:.0f} MB"


def _listed(documents: Texts) -> str:
    with _measured() as spent:
        book = vocabulary(documents)
        count = len(leaves(book.words))
    return f"{len(book.words)} words on {count} pages in {spent[0]}"


@contextmanager
def _measured() -> Iterator[list[str]]:
    """What was spent, in words: on a busy machine trust the seconds of the processor."""
    spent: list[str] = []
    start, before = time.perf_counter(), sum(os.times()[:4])
    yield spent
    took, used = time.perf_counter() - start, sum(os.times()[:4]) - before
    spent.append(f"{took:.1f} s ({used:.1f} s of processor)")


def _documents(pages: int) -> Iterator[tuple[str, list[Block]]]:
    """The same for the same number of pages."""
    chance = random.Random(pages)  # noqa: S311 - no secret
    words = sorted({_word(chance) for _ in range(WORDS)})
    chance.shuffle(words)
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for page in range(pages):
        texts = [
            " ".join(chance.choices(words, cum_weights=weights, k=LENGTH))
            for _ in range(PARAGRAPHS)
        ]
        yield f"d{page}", [Block(f"p{at}", str(at), "", text) for at, text in enumerate(texts)]


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(LETTERS, k=chance.randint(2, 9)))


if __name__ == "__main__":
    main()
