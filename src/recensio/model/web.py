"""How an edition wants its site to be: the table [site] of edition.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from recensio.model.interface import UnusableWords, own_words
from recensio.model.printing import UnusableSetting

KEYS: Final[Mapping[str, type | tuple[type, ...]]] = {
    "language": str,
    "url": str,
    "contact": str,
    "gateway": str,
    "templates": str,
    "style": str,
    "strings": Mapping,
}
"""The keys of [site], and of what kind their values are."""

LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""A language tag (BCP 47), as far as we look at it."""

MAIL: Final = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")


@dataclass(frozen=True, slots=True)
class Web:
    """Settings of the site, each as documented in docs/theming.md.

    `language` is that of its own words, by default the edition's; `strings` are words of the
    edition's own by their keys. `url` is where the site will stand, with which pages name
    themselves to search engines and in citations. `contact` is an e-mail address for those who
    harvest its metadata, `gateway` the address of the OAI gateway that answers for it. `templates`
    is a folder whose templates change blocks of ours, `style` a style sheet that is read after
    ours.
    """

    language: str = ""
    url: str = ""
    contact: str = ""
    gateway: str = ""
    templates: str = ""
    style: str = ""
    strings: Mapping[str, str] = field(default_factory=dict)


def web(settings: Mapping[str, Any]) -> Web:
    """The settings of the table [site]. Raises UnusableSetting."""
    found = Web(**settings)
    if found.language and not LANGUAGE.fullmatch(found.language):
        raise UnusableSetting(
            f"language in [site] is {found.language!r}, which is no language tag",
            "write a tag such as de or fr-CH",
        )
    if found.contact and not MAIL.fullmatch(found.contact):
        raise UnusableSetting(
            f"contact in [site] is {found.contact!r}, which is no e-mail address",
            "write one such as edition@example.org",
        )
    if found.gateway and not _is_address(found.gateway):
        raise UnusableSetting(
            f"gateway in [site] is {found.gateway!r}, which is no address of a gateway",
            "write the address at which the gateway answers, such as https://gateway.example.org/oai",
        )
    if found.url and not _is_address(found.url):
        raise UnusableSetting(
            f"url in [site] is {found.url!r}, which is no address of a site",
            "write where the site will stand, such as https://example.org/letters/",
        )
    try:
        own_words(found.strings)
    except UnusableWords as error:
        raise UnusableSetting(f"strings in [site]: {error.reason}", error.remedy) from None
    return found


def _is_address(url: str) -> bool:
    try:
        address = urlsplit(url)
    except ValueError:
        return False
    plain = not (address.query or address.fragment or set(url) & set(" \t\n\"'<>"))
    return address.scheme in ("http", "https") and bool(address.netloc) and plain
