"""epub/: the texts of the edition as an electronic book (EPUB 3.3).

The site's stylesheets draw each document; large ones are parted (xslt/epub/document.xsl). When it
is known which file holds which place, links are led there and each file is written as XHTML, its
entries and notes as popups (xslt/epub/leaf.xsl). What a reading system needs to know of them all
stands in one small tree, from which package document and contents are made (xslt/epub/book.xsl).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Final

from lxml import etree

from recensio import saxon
from recensio.model.document import Artifact
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.publish.epub.addresses import Addresses
from recensio.publish.epub.book import book_of
from recensio.publish.epub.chapters import chapters_of, read_in_book
from recensio.publish.epub.identity import identity_of
from recensio.publish.epub.leaves import Leaf, leaves_of
from recensio.publish.epub.pack import MEDIA_TYPE, packed
from recensio.publish.images import Refused, images_of, in_texts
from recensio.publish.prepare import Edition
from recensio.publish.sigla import lines

PATH: Final = "epub/edition.epub"
CONTENTS: Final = {"opf": "package.opf", "nav": "nav.xhtml", "ncx": "toc.ncx"}
"""The modes of xslt/epub/book.xsl and the files that they make."""

UNSHOWN: Final = (".webp",)
"""The kinds of image that not every reading system shows (EPUB 3.2, core media types)."""


def epub(edition: Edition, timestamp: int, jobs: int = 1) -> Outcome[tuple[Artifact, ...]]:
    """The book, dated with `timestamp` (Unix seconds); no artifact if it cannot be made."""
    read = read_in_book(edition)
    images = images_of(read.readable, read.corpus.root, _numbered, in_texts, UNSHOWN)
    identity = identity_of(read, timestamp)
    chapters = chapters_of(read, images, identity, jobs)
    problems = (*map(_reported, images.refused), *chapters.problems)
    leaves = tuple(leaves_of(chapters.value))
    addresses = Addresses(leaves)
    pictures = images.files
    said = {"interface": edition.corpus.interface.lines}
    book = book_of(read.corpus.metadata, identity, leaves, pictures, addresses)
    try:
        files = {
            **dict(_fixed()),
            **dict(_leaves(leaves, addresses, jobs)),
            **{f"EPUB/{image.name}": image.file.read_bytes() for image in pictures},
            **{
                f"EPUB/{name}": saxon.transform("epub/book.xsl", mode, book, said).output.encode()
                for mode, name in CONTENTS.items()
            },
        }
    except saxon.StylesheetError as error:
        failure = problem("PUB005", Location(PATH), output="EPUB", reason=error)
        return Outcome((), (*problems, failure))
    return Outcome((Artifact(PATH, packed(files, timestamp), MEDIA_TYPE),), problems)


def _numbered(file: Path, number: int) -> str:
    return f"images/{number:04}{file.suffix.lower()}"


def _reported(refused: Refused) -> Problem:
    return problem("PUB022", refused.place, image=refused.url, reason=refused.reason)


def _fixed() -> Iterator[tuple[str, bytes]]:
    """The files that are the same in every book."""
    folder = resources.files(__package__)
    yield "META-INF/container.xml", folder.joinpath("container.xml").read_bytes()
    yield "EPUB/style.css", folder.joinpath("style.css").read_bytes()


def _leaves(leaves: Sequence[Leaf], addresses: Addresses, jobs: int) -> Iterator[tuple[str, bytes]]:
    results = saxon.transform_each(
        "epub/leaf.xsl",
        "file",
        [etree.tostring(leaf.article, encoding="unicode", with_tail=False) for leaf in leaves],
        [
            {
                "title": leaf.chapter.title,
                "language": leaf.chapter.language,
                "part": leaf.chapter.part,
                "division": leaf.chapter.division,
                "links": lines(dict(addresses.changed(leaf))),
                "unopened": " ".join(addresses.unopened(leaf)),
            }
            for leaf in leaves
        ],
        jobs,
    )
    for leaf, result in zip(leaves, results, strict=True):
        if isinstance(result, saxon.StylesheetError):
            raise result
        yield f"EPUB/{leaf.name}", result.output.encode()
