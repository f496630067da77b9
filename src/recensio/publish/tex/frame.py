"""What stands around the texts: settings, title page, contents, conspectus, indexes, colophon.

Python gathers a small tree of it, xslt/tex/frame.xsl writes it in TeX.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from typing import Any, Final

from lxml import etree

from recensio import saxon
from recensio.model.printing import Arrangement, Lines, Printing
from recensio.model.register import RegisterEntry, RegisterKind
from recensio.publish.print.book import Book
from recensio.publish.print.style import style_of
from recensio.publish.print.words import dated, words_of
from recensio.publish.tex.chapters import STYLESHEET, Texts

LETTERS: Final[Mapping[str, str]] = {
    "apparatus": "A",
    "sources": "B",
    "notes": "C",
    "author": "D",
}
"""The series of reledmac by what stands in them."""

ARRANGED: Final[Mapping[int, str]] = {1: "normal", 2: "twocol", 3: "threecol", 4: "threecol"}
"""What reledmac calls a series in so many columns."""

HEAD: Final = 60
"""Characters of a title at the head of a page."""


LISTED: Final = 90
"""Sections that the contents list; of more the chapters alone."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of the file that are no text of the edition, in TeX."""

    settings: str
    languages: str
    front: str
    back: str


def frame_of(book: Book, texts: Texts) -> Frame:
    """What stands around the texts of a book."""
    words = words_of(book)
    return Frame(
        _written(etree.Element("settings", _settings(book, texts))),
        _written(_languages(book, texts)),
        _written(_front(book, texts, words)),
        _written(_back(book, texts, words)),
    )


def _written(tree: etree._Element) -> str:
    text = etree.tostring(tree, encoding="unicode")
    return saxon.transform(STYLESHEET, "frame", text).output


def _settings(book: Book, texts: Texts) -> dict[str, str]:
    printing, style = book.printing, style_of(book.printing)
    verse = any("\\teil{" in body for body in texts.bodies)
    lines = Lines.PAGE if printing.lines is Lines.VERSE and not verse else printing.lines
    title = " ".join(book.metadata.title.split())
    return {
        "title": title,
        "runningtitle": textwrap.shorten(title, HEAD, placeholder=" …"),
        "authors": ", ".join(book.metadata.editors),
        "font": printing.font,
        "pagewidth": f"{style.page_width:.2f}bp",
        "pageheight": f"{style.page_height:.2f}bp",
        "top": f"{style.top:.2f}bp",
        "bottom": f"{style.bottom:.2f}bp",
        "inner": f"{style.inside:.2f}bp",
        "outer": f"{style.outside:.2f}bp",
        "size": f"{style.size:g}bp",
        "baseline": f"{style.size + style.leading:.2f}bp",
        "footsize": f"{style.foot_size:g}bp",
        "footbaseline": f"{style.foot_size + style.foot_leading:.2f}bp",
        "deepest": "2" if _sections(texts) <= LISTED else "1",
        "lines": lines.value,
        "every": str(printing.every),
        "series": ",".join(LETTERS[name] for name in printing.series),
        **{f"arrangement{letter}": _arranged(printing, n) for n, letter in LETTERS.items()},
    }


def _sections(texts: Texts) -> int:
    heads = ("\\teihead{2}", "\\teiheadline{2}")
    return sum(body.count(head) for body in texts.bodies for head in heads)


def _arranged(printing: Printing, series: str) -> str:
    arrangement = printing.arrangement(series)
    if arrangement is Arrangement.COLUMNS:
        return ARRANGED[printing.columns]
    return "paragraph" if arrangement is Arrangement.RUN_IN else "normal"


def _languages(book: Book, texts: Texts) -> etree._Element:
    root = etree.Element("languages", main=book.metadata.language)
    for code in sorted(texts.languages):
        etree.SubElement(root, "language", code=code)
    return root


def _front(book: Book, texts: Texts, words: Mapping[str, Any]) -> etree._Element:
    about = book.metadata
    root = etree.Element("front")
    page = etree.SubElement(root, "titlepage")
    _add(page, "heading", about.title)
    _add(page, "description", about.description)
    _add(page, "by", words["edited-by"] if about.editors and not about.authored else "")
    _add(page, "editors", ", ".join(about.editors))
    _add(page, "imprint", about.publisher)
    _add(page, "imprint", about.date or str(book.date.year))
    rights = " ".join(filter(None, (about.licence, about.licence_url)))
    _add(page, "rights", " ".join(filter(None, (dated(words, book.date), rights))))
    etree.SubElement(root, "contents", title=words["contents"])
    for name, signs in (("sigla", _sigla(book)), ("abbreviations", _abbreviations(book, texts))):
        if listed := dict(signs):
            part = etree.SubElement(root, "part", title=words[name])
            for sign, meaning in listed.items():
                etree.SubElement(part, "sign", of=sign).text = meaning
    return root


def _add(parent: etree._Element, name: str, text: str) -> None:
    if text:
        etree.SubElement(parent, name).text = text


def _sigla(book: Book) -> Iterator[tuple[str, str]]:
    for witness in book.witnesses:
        members = book.witnesses.resolve(" ".join(witness.members))
        group = "= " + " ".join(members) if members else ""
        yield witness.siglum, " ".join(filter(None, (witness.label, group)))


def _abbreviations(book: Book, texts: Texts) -> Iterator[tuple[str, str]]:
    """Those of the known abbreviations that the apparatus says."""
    said = "\n".join(texts.bodies)
    for short, full in sorted(book.abbreviations.items()):
        if f"\\teisaid{{{short}" in said:
            yield short, full


def _back(book: Book, texts: Texts, words: Mapping[str, Any]) -> etree._Element:
    root = etree.Element("back")
    indexes = [_index(book, kind, texts, words) for kind in RegisterKind]
    if any(map(len, indexes)):
        part = etree.SubElement(root, "part", title=words["indexes"])
        _add(part, "line", words["index-note"])
        part.extend(index for index in indexes if len(index))
    part = etree.SubElement(root, "part", title=words["colophon"])
    tools = ", ".join(f"{tool} {metadata.version(tool)}" for tool in ("recensio", "saxonche"))
    _add(part, "line", f"{words['made-with']} {tools}.")
    if book.revision:
        changed = f" ({words['changed']})" if book.revision.is_changed else ""
        _add(part, "line", f"{words['commit']}{changed}")
        _add(part, "digest", book.revision.commit)
    if book.sources:
        _add(part, "line", words["sources"])
        _add(part, "digest", book.sources)
    _add(part, "line", words["digest"])
    _add(part, "digest", book.digest)
    return root


def _index(
    book: Book, kind: RegisterKind, texts: Texts, words: Mapping[str, Any]
) -> etree._Element:
    """The index of a register: each entry with the labels of its names in their order."""
    index = etree.Element("index", title=words[kind.value])
    mentions = _mentions(book, texts)
    for entry in sorted(_of_kind(book, kind), key=lambda each: each.sort):
        if entry.id in mentions:
            named = etree.SubElement(index, "named", label=entry.label)
            for label, how in mentions[entry.id]:
                etree.SubElement(named, "reference", kind=how, label=label)
    return index


def _of_kind(book: Book, kind: RegisterKind) -> Iterator[RegisterEntry]:
    return (entry for entry in book.registers if entry.kind is kind)


def _mentions(book: Book, texts: Texts) -> Mapping[str, list[tuple[str, str]]]:
    """For each register entry the labels of the names that mean it, each with its kind."""
    numbers = {chapter.id: number for number, chapter in enumerate(book.chapters)}
    labels = texts.labels
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for mention in book.mentions:
        label = f"{numbers.get(mention.document, '')}:{mention.id}"
        if mention.ref and label in labels:
            found[mention.ref].append((label, labels[label]))
    return found
