"""A built site held to what every site must keep: links, identifiers, no script, no network."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import html

from recensio.model.document import Artifact
from tests.support import Element

WEB: Final = ("http", "https", "mailto")
LOADING: Final = frozenset({"src", "srcset", "poster", "data", "background", "action"})
FORBIDDEN: Final = frozenset(
    ("script", "style", "iframe", "frame", "object", "embed", "applet", "math", "base")
)
TELLING: Final = frozenset(("canonical", "alternate", "license", "prev", "next", "schema.DC"))
"""Kinds of links in the head that load nothing."""

SECTIONS: Final = frozenset(("section", "article", "aside", "nav", "header", "footer", "div"))
LISTS: Final = frozenset(("ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th"))
TRANSPARENT: Final = frozenset(("a", "ins", "del"))
HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS: Final = SECTIONS | LISTS | HEADINGS | {"p", "blockquote", "figure", "pre", "details"}
WORDS: Final = frozenset(
    ("span", "b", "i", "em", "u", "q", "cite", "small", "sup", "sub", "time", "p", "code", "pre")
)
PLACES: Final[Mapping[object, tuple[str, ...]]] = {
    "li": ("ul", "ol"),
    "dt": ("dl", "div"),
    "dd": ("dl", "div"),
    "tr": ("table", "thead", "tbody"),
    "td": ("tr",),
    "th": ("tr",),
    "caption": ("table",),
    "thead": ("table",),
    "tbody": ("table",),
    "figcaption": ("figure",),
}
"""Elements that stand in certain others only."""

PARTS: Final[Mapping[object, tuple[str, ...]]] = {
    "ul": ("li",),
    "ol": ("li",),
    "dl": ("dt", "dd", "div"),
    "table": ("caption", "thead", "tbody", "tr"),
    "thead": ("tr",),
    "tbody": ("tr",),
    "tr": ("td", "th"),
}
"""Elements in which certain others stand only, and no text."""


@dataclass(frozen=True)
class Site:
    """The files of a site by their path below site/, its pages as trees."""

    files: frozenset[str]
    pages: Mapping[str, Element]
    ids: Mapping[str, Counter[str]]


def site_of(artifacts: Iterable[Artifact]) -> Site:
    """The site among artifacts."""
    files = {a.path.removeprefix("site/"): a.content for a in artifacts if a.path[:5] == "site/"}
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    pages = {
        path: html.document_fromstring(content, parser=parser)
        for path, content in files.items()
        if path.endswith(".html")
    }
    ids = {
        path: Counter(e.get("id", "") for e in page.iter("*") if "id" in e.attrib)
        for path, page in pages.items()
    }
    return Site(frozenset(files), pages, ids)


def faults(site: Site) -> Iterator[str]:
    """Everything that is wrong with a site, in words."""
    for path, page in site.pages.items():
        yield from (
            f"{path}: id {name!r} stands {count} times"
            for name, count in site.ids[path].items()
            if count > 1 or not name
        )
        for element in page.iter("*"):
            if not _is_ours(site, path, element):
                yield from _dangers(site, path, element)
            yield from _dead_links(site, path, element)


def _is_ours(site: Site, path: str, element: Element) -> bool:
    """Whether an element is a script of the site, the style of its frame, or said to machines."""
    parent = element.getparent()
    if element.tag == "style" and parent is not None and parent.tag == "head":
        return "url(" not in (element.text or "") and "@import" not in (element.text or "")
    if element.tag != "script" or parent is None or parent.tag not in ("head", "body"):
        return False
    address = posixpath.join(posixpath.dirname(path), element.get("src", ""))
    told = "src" not in element.attrib and element.get("type") == "application/ld+json"
    return told or posixpath.normpath(address) in site.files


def _is_picture(site: Site, path: str, element: Element) -> bool:
    """Whether an element shows an image that lies in the site, and says what it shows."""
    address = posixpath.join(posixpath.dirname(path), unquote(element.get("src", "")))
    held = posixpath.normpath(address) in site.files and "/images/" in f"/{address}"
    return element.tag == "img" and held and "alt" in element.attrib


def _dangers(site: Site, path: str, element: Element) -> Iterator[str]:
    if element.tag == "svg" and not _is_chart(element.getparent()):
        yield f"{path}: an svg that is no figure of ours"
    if element.tag in FORBIDDEN:
        yield f"{path}: an element {element.tag!r}"
    for name, value in element.items():
        if name.startswith("on") or name == "style":
            yield f"{path}: an attribute {name}={value!r}"
        loads = name in LOADING and not (name == "src" and _is_picture(site, path, element))
        linked = element.tag == "link" and element.get("rel") not in TELLING
        if loads or (linked and name == "href" and ":" in value):
            yield f"{path}: {element.tag!r} loads {value!r}"


def _is_chart(element: Element | None) -> bool:
    """Whether an element holds a figure that we drew ourselves."""
    return element is not None and element.tag == "figure" and element.get("class") == "chart"


def _dead_links(site: Site, path: str, element: Element) -> Iterator[str]:
    address = element.get("href")
    if address is None:
        return
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        if parts.scheme not in WEB:
            yield f"{path}: a link to {address!r}"
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    target = target if parts.path else path
    if target not in site.files:
        yield f"{path}: a link to {address!r}, which is no file"
    elif "=" in parts.fragment:
        return  # A view of the page rather than a place in it.
    elif parts.fragment and unquote(parts.fragment) not in site.ids.get(target, ()):
        yield f"{path}: a link to {address!r}, which is no place"


def misplaced(site: Site) -> Iterator[str]:
    """Elements where HTML does not allow them (section 3.2.5), and links inside links."""
    for path, page in site.pages.items():
        for element in page.iter("*"):
            for fault in _misplaced(element):
                yield f"{path}: {fault}"


def _misplaced(element: Element) -> Iterator[str]:
    parent = element.getparent()
    if parent is None:
        return
    if element.tag in BLOCKS and _around(element) in WORDS | HEADINGS:
        yield f"{element.tag!r} in {parent.tag!r} of class {parent.get('class')!r}"
    if element.tag in PLACES and parent.tag not in PLACES[element.tag]:
        yield f"{element.tag!r} in {parent.tag!r}"
    if parent.tag in PARTS and element.tag not in PARTS[parent.tag]:
        yield f"{element.tag!r} in {parent.tag!r}"
    if parent.tag in PARTS and (element.tail or "").strip():
        yield f"text in {parent.tag!r}"
    if element.tag == "figcaption" and parent.index(element) not in (0, len(parent) - 1):
        yield "a caption in the middle of its figure"
    if element.tag == "a" and next(element.iterancestors("a"), None) is not None:
        yield f"a link in a link to {element.get('href')!r}"


def _around(element: Element) -> str:
    """The nearest element around one that is not transparent (section 3.2.5.3)."""
    return next((str(e.tag) for e in element.iterancestors() if e.tag not in TRANSPARENT), "")
