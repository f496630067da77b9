"""The eclogues of Calpurnius with their apparatus in the verse, made of the files of the corpora.

There the verses stand in one file and the entries in another, by poem, page and verse
(`loc="C2.11.1"`). Here each entry whose lemma is found in its verse is put around it, so that real
verse with a real, dense apparatus can be printed and read back.
"""

from __future__ import annotations

from collections import defaultdict
from copy import deepcopy
from pathlib import Path
from typing import Final

from lxml import etree

from tests.support import NS, Element, tei

TEI: Final = f"{{{NS['t']}}}"


def joined(verses: Path, apparatus: Path) -> tuple[str, int]:
    """The poem as a TEI document, and how many entries stand in its verses."""
    entries = _by_verse(apparatus)
    lines = etree.parse(verses).iter(f"{TEI}l")
    placed = [_with_entries(line, entries.get(line.get("n", ""), [])) for line in lines]
    body = "".join(etree.tostring(line, encoding="unicode") for line, _count in placed)
    return tei(f"<lg>{body}</lg>", title="An eclogue"), sum(count for _line, count in placed)


def _by_verse(apparatus: Path) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = defaultdict(list)
    for app in etree.parse(apparatus).iter(f"{TEI}app"):
        found[app.get("loc", "").rpartition(".")[2]].append(app)
    return found


def _with_entries(line: Element, entries: list[Element]) -> tuple[Element, int]:
    """The verse as plain text with entries around their lemmata, in the order of the words."""
    rest = " ".join("".join(line.itertext()).split())
    verse = etree.Element(f"{TEI}l", {"n": line.get("n", "")}, nsmap={None: NS["t"]})
    inner: list[Element] = []
    for app in entries:
        lemma = " ".join("".join(app.xpath("string(t:lem)", namespaces=NS)).split())
        before, found, after = rest.partition(lemma) if lemma else (rest, "", "")
        if found:
            _write(verse, inner, before)
            inner.append(_entry(app, lemma))
            verse.append(inner[-1])
            rest = after
    _write(verse, inner, rest)
    return verse, len(inner)


def _write(verse: Element, inner: list[Element], text: str) -> None:
    if inner:
        inner[-1].tail = text
    else:
        verse.text = text


def _entry(app: Element, lemma: str) -> Element:
    """The entry with its lemma as in the verse, its witnesses as pointers, without comments."""
    entry = deepcopy(app)
    etree.strip_tags(entry, etree.Comment)
    entry.tail = None
    del entry.attrib["loc"]
    for first in entry.iter(f"{TEI}lem"):
        for child in list(first):
            first.remove(child)
        first.text = lemma
    for reading in entry.iter(f"{TEI}lem", f"{TEI}rdg"):
        sigla = reading.get("wit", "").replace("#", " ").split()
        if sigla:
            reading.set("wit", " ".join(f"#{siglum}" for siglum in sigla))
    return entry
