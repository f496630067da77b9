"""An electronic book read back by plain means, and held to what every book must keep."""

from __future__ import annotations

import io
import posixpath
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

from lxml import etree

from recensio.model.document import Artifact
from tests.support import Element

XHTML: Final = "{http://www.w3.org/1999/xhtml}"
OPF: Final = "{http://www.idpf.org/2007/opf}"
EPUB_TYPE: Final = "{http://www.idpf.org/2007/ops}type"
LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
FORBIDDEN: Final = (
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "svg",
    "math",
    "base",
    "details",
)
NAME: Final = re.compile(r"[^\W\d][\w.·-]*")


@dataclass(frozen=True)
class Book:
    """The files of a book below EPUB/, those that are XML as trees, in the order of the spine."""

    files: Mapping[str, bytes]
    trees: Mapping[str, Element]
    spine: tuple[str, ...]

    @property
    def opf(self) -> Element:
        return self.trees["package.opf"]

    def leaves(self, stem: str) -> list[Element]:
        """The files of a page of the site, by its name."""
        pattern = re.compile(rf"\d+-{re.escape(stem)}\.xhtml")
        return [self.trees[name] for name in self.spine if pattern.fullmatch(name)]

    def whole(self, stem: str) -> Element:
        """The files of a page as one element."""
        root = etree.Element("whole")
        for leaf in self.leaves(stem):
            root.append(etree.fromstring(etree.tostring(leaf)))
        return root


def book_of(artifacts: Iterable[Artifact]) -> Book:
    """The book among artifacts."""
    (content,) = (a.content for a in artifacts if a.path == "epub/edition.epub")
    container = ZipFile(io.BytesIO(content))
    files = {name.removeprefix("EPUB/"): container.read(name) for name in container.namelist()}
    parser = etree.XMLParser(huge_tree=True)
    trees = {
        name: etree.fromstring(content, parser)
        for name, content in files.items()
        if name.endswith((".xhtml", ".opf", ".ncx", ".xml"))
    }
    opf = trees["package.opf"]
    hrefs = {item.get("id"): item.get("href", "") for item in opf.iter(f"{OPF}item")}
    spine = tuple(hrefs[item.get("idref")] for item in opf.iter(f"{OPF}itemref"))
    return Book(files, trees, spine)


def faults(book: Book) -> Iterator[str]:
    """Everything that is wrong with a book, in words."""
    listed = {item.get("href", "") for item in book.opf.iter(f"{OPF}item")}
    present = set(book.files) - {"mimetype", "package.opf", "META-INF/container.xml"}
    if listed != present:
        yield f"the manifest and the files differ in {listed ^ present}"
    ids = {name: Counter(_ids(tree)) for name, tree in book.trees.items()}
    for name, tree in book.trees.items():
        yield from (
            f"{name}: id {each!r} stands {count} times"
            for each, count in ids[name].items()
            if count > 1 or not NAME.fullmatch(each)
        )
        for element in tree.iter("*"):
            yield from (f"{name}: {fault}" for fault in _faults(element))
            yield from _dead_links(name, element, book, ids)


def _ids(tree: Element) -> Iterator[str]:
    return (element.get("id", "") for element in tree.iter("*") if "id" in element.attrib)


def _faults(element: Element) -> Iterator[str]:
    name = str(element.tag).removeprefix(XHTML)
    if name in FORBIDDEN or (name.startswith("{") and element.prefix is None and "xhtml" in name):
        yield f"an element {name!r}"
    if any(each.startswith("on") or each == "style" for each in map(str, element.attrib)):
        yield f"{name!r} with {dict(element.attrib)}"
    if element.get("lang") != element.get(LANG) and str(element.tag).startswith(XHTML):
        yield f"{name!r} speaks {element.get('lang')} and {element.get(LANG)}"
    if name == "img" and not element.get("alt"):
        yield f"an image {element.get('src')!r} without a description"


def _dead_links(
    name: str, element: Element, book: Book, ids: Mapping[str, Counter[str]]
) -> Iterator[str]:
    for address in (element.get("href"), element.get("src")):
        parts = urlsplit(address or "")
        if address is None or parts.scheme in ("http", "https", "mailto"):
            continue
        path = posixpath.join(posixpath.dirname(name), unquote(parts.path))
        target = path if parts.path else name
        if parts.scheme or parts.netloc or target not in book.files:
            yield f"{name}: a link to {address!r}, which is no file"
        elif parts.fragment and unquote(parts.fragment) not in ids[target]:
            yield f"{name}: a link to {address!r}, which is no place"


def epubcheck(content: bytes, folder: Path) -> list[str]:
    """What EPUBCheck has against a book, a line each."""
    file = folder / "checked.epub"
    file.write_bytes(content)
    program = shutil.which("epubcheck") or "epubcheck"
    # Where the kernel does not know jar files, the program cannot be run by its name alone.
    is_jar = Path(program).read_bytes()[:2] == b"PK"
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    command = ["java", *quick, "-jar", program] if is_jar else [program]
    done = subprocess.run([*command, str(file)], check=False, capture_output=True, text=True)
    said = (done.stdout + done.stderr).splitlines()
    found = [line for line in said if re.match(r"(FATAL|ERROR|WARNING)\b", line)]
    assert any("Messages: 0 fatals / 0 errors / 0 warnings" in line for line in said) != bool(found)
    return found
