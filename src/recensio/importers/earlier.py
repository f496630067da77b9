"""Earlier imports: whether a text that stands already may make room for a new import.

An import can be made again at any time, what an editor has changed by hand cannot. The report of
an import keeps a fingerprint of its TEI, by which the two are told apart. Names and dates do not
count: `recensio annotate` marks them anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from copy import deepcopy
from enum import Enum, auto
from typing import Any, Final

from lxml import etree

from recensio.tei.names import tei

MARKED: Final = tuple(
    tei(name) for name in ("persName", "placeName", "orgName", "name", "title", "date", "rs")
)
"""The elements that annotation puts around words."""


class Standing(Enum):
    """What a text that stands already is to the new import."""

    SAME = auto()
    """The import of this source, which would be no other now; an editor may have changed it."""
    EARLIER = auto()
    """An import of this source that nobody has changed by hand."""
    CHANGED = auto()
    """An import of this source that somebody has changed, and now it would be another."""
    FOREIGN = auto()
    """Nothing shows that it is an import of this source."""


def standing(
    old: etree._ElementTree | None,
    report: Mapping[str, Any],
    new: etree._ElementTree,
    name: str,
    digest: str,
) -> Standing:
    """What the text `old` (none if it is no TEI) is to the import `new` of a source.

    `report` is that of the earlier import, empty if there is none; `name` and `digest` are those
    of the source's file.
    """
    made, present = fingerprint(new), fingerprint(old)
    if present == made:
        return Standing.SAME
    if name != report.get("source") and digest != report.get("sha256"):
        return Standing.FOREIGN
    if report.get("fingerprint") == made:
        return Standing.SAME
    return Standing.EARLIER if report.get("fingerprint") == present else Standing.CHANGED


def fingerprint(tree: etree._ElementTree | None) -> str:
    """A digest of all that a document holds but the marks of names and dates."""
    if tree is None:
        return ""
    bare = deepcopy(tree)
    etree.strip_tags(bare, *MARKED)
    return hashlib.sha256(etree.tostring(bare, method="c14n")).hexdigest()
