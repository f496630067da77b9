"""Pointers: the addresses of links and pictures as TEI may hold them."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit

SCHEMES: Final = ("", "http", "https", "mailto", "ftp", "urn", "doi")
URI_CHARACTERS: Final = ":/?@!$&'()*+,;=%~"
"""What stands in a URI for itself (RFC 3986); the first # begins the fragment."""

COLON: Final = re.compile(r"(?![A-Za-z][A-Za-z0-9+.-]*:)[^/?#]*:")
"""A colon in the first segment of a path behind no scheme; a dot segment has to be before it."""

BARE_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")


def uri(address: str) -> str:
    """An address as a TEI pointer; none if it leads nowhere outside or could run a script."""
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    if scheme not in SCHEMES or address.startswith("#"):
        return ""
    parts = BARE_PERCENT.sub("%25", address).split("#", 1)
    quoted = "#".join(quote(part, safe=URI_CHARACTERS) for part in parts)
    return f"./{quoted}" if COLON.match(quoted) else quoted
