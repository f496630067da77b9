"""How an edition wants its site to be: the table [site] of edition.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

KEYS: Final[Mapping[str, type | tuple[type, ...]]] = {
    "language": str,
    "url": str,
    "templates": str,
    "style": str,
    "strings": Mapping,
}
"""The keys of [site], and of what kind their values are."""


@dataclass(frozen=True, slots=True)
class Web:
    """Settings of the site.

    `language` is that of its own words, by default the edition's; `strings` are words of the
    edition's own by their keys. `url` is where the site will stand, with which pages name
    themselves to search engines and in citations. `templates` is a folder whose templates change
    blocks of ours, `style` a style sheet that is read after ours.
    """

    language: str = ""
    url: str = ""
    templates: str = ""
    style: str = ""
    strings: Mapping[str, str] = field(default_factory=dict)
