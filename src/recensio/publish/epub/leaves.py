"""The chapters of an electronic book, and the files that they are parted into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True)
class Chapter:
    """What stands under one title, as one or more articles in the HTML of the site.

    `page` is the page of the site that shows the same; links of the articles are relative to it.
    `contents` is the list of headings that it has on the site. `part` and `division` are of EPUB 3
    Structural Semantics: chapter, index ... and frontmatter, bodymatter or backmatter.
    """

    page: str
    title: str
    articles: tuple[etree._Element, ...]
    language: str
    contents: etree._Element | None = None
    part: str = "chapter"
    division: str = "bodymatter"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A file of the book: its name, the chapter, and the article of it that it holds."""

    name: str
    chapter: Chapter
    article: etree._Element


def chapter_of(output: str, page: str, title: str, language: str, *kind: str) -> Chapter:
    """The chapter that a stylesheet of xslt/epub has made; `kind` are its part and division."""
    root = etree.fromstring(output, etree.XMLParser(huge_tree=True, resolve_entities=False))
    return Chapter(
        page,
        " ".join(title.split()) or "Untitled",
        tuple(root.iterchildren("article")),
        language,
        root.find("nav"),
        *kind,
    )


def leaves_of(chapters: Sequence[Chapter]) -> Iterator[Leaf]:
    """The files of the chapters; their names are in the order in which they are read."""
    articles = [(chapter, article) for chapter in chapters for article in chapter.articles]
    digits = len(str(len(articles)))
    for number, (chapter, article) in enumerate(articles, start=1):
        stem = chapter.page.rpartition("/")[2].removesuffix(".html")
        yield Leaf(f"{number:0{digits}}-{stem}.xhtml", chapter, article)
