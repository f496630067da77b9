"""The sitemap that search engines read (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from lxml import etree

from recensio.model.document import Artifact

NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST: Final = 50_000
"""Addresses of one sitemap."""


def sitemaps(addresses: Sequence[str], base: str) -> Iterator[Artifact]:
    """sitemap.xml with these addresses; of more than one file can hold, it lists the files.

    The protocol knows whole addresses only, so there is none for an edition without a `base`.
    """
    if not base:
        return
    parts = list(_parted(addresses))
    if len(parts) == 1:
        yield _file("sitemap.xml", _listing("urlset", "url", parts[0]))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield _file("sitemap.xml", _listing("sitemapindex", "sitemap", [base + n for n in names]))
    for name, part in zip(names, parts, strict=True):
        yield _file(name, _listing("urlset", "url", part))


def _parted(addresses: Sequence[str]) -> Iterator[list[str]]:
    remaining = iter(addresses)
    while part := list(islice(remaining, MOST)):
        yield part


def _listing(name: str, member: str, addresses: Sequence[str]) -> bytes:
    root = etree.Element(f"{{{NAMESPACE}}}{name}", nsmap={None: NAMESPACE})
    for address in addresses:
        element = etree.SubElement(root, f"{{{NAMESPACE}}}{member}")
        etree.SubElement(element, f"{{{NAMESPACE}}}loc").text = address
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _file(name: str, content: bytes) -> Artifact:
    return Artifact(f"site/{name}", content, "application/xml")
