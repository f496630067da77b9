"""What a book offers those who do not read it by eye (EPUB Accessibility 1.1, section 2).

Claimed is only what is seen in its files. No standard is claimed: nobody has tested that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recensio.publish.epub.leaves import Leaf
from recensio.publish.images import Image

BASIC: Final = (
    "tableOfContents",
    "structuralNavigation",
    "readingOrder",
    "displayTransformability",
)
"""What every book has."""


def access(leaves: Sequence[Leaf], images: Sequence[Image]) -> Iterator[tuple[str, str]]:
    """Names of properties of schema.org with their values."""
    described = _are_described(leaves)
    yield "accessMode", "textual"
    if images:
        yield "accessMode", "visual"
    yield "accessModeSufficient", "textual" if described else "textual,visual"
    yield from (("accessibilityFeature", name) for name in _features(leaves, images, described))
    if any(image.media_type == "image/gif" for image in images):
        yield "accessibilityHazard", "unknown"
    else:
        yield "accessibilityHazard", "none"
    yield "accessibilitySummary", " ".join(_summary(images, described))


def _features(leaves: Sequence[Leaf], images: Sequence[Image], described: bool) -> Iterator[str]:
    yield from BASIC
    if images and described:
        yield "alternativeText"
    if any(leaf.chapter.part == "index" for leaf in leaves):
        yield "index"
    if any(has_pages(leaf) for leaf in leaves):
        yield "printPageNumbers"


def _summary(images: Sequence[Image], described: bool) -> Iterator[str]:
    yield (
        "Text that can be resized and reflowed, with headings and a table of contents. Notes and "
        "entries of the critical apparatus are linked from their places and back."
    )
    if images and described:
        yield "Every image has a description."
    elif images:
        yield "Some images have no description other than the names of their files."
    else:
        yield "There are no images."


def has_pages(leaf: Leaf) -> bool:
    """Whether a page of the source begins in a file."""
    return any("data-page" in element.attrib for element in leaf.article.iter("span"))


def _are_described(leaves: Sequence[Leaf]) -> bool:
    images = (image for leaf in leaves for image in leaf.article.iter("img"))
    return not any(image.get("class") == "undescribed" for image in images)
