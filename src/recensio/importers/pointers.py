"""Pointers: the addresses of links and pictures as TEI may hold them."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlsplit

SCHEMES: Final = ("", "http", "https", "mailto", "ftp", "urn", "doi")
URI_CHARACTERS: Final = ":/?#[]@!$&'()*+,;=%~"


def uri(address: str) -> str:
    """An address as a TEI pointer; none if it leads nowhere outside or could run a script."""
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    if scheme not in SCHEMES or address.startswith("#"):
        return ""
    return quote(address, safe=URI_CHARACTERS)
