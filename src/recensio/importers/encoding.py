"""Encoding: what a page of HTML says of its own bytes (WHATWG Encoding, HTML 13.2.3)."""

from __future__ import annotations

import codecs
import re
from typing import Final

LONGEST: Final = 4096
"""In how many bytes from the beginning a declaration is looked for; the standard has 1024."""

DECLARED: Final = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})"
    rb"|<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
LATIN: Final = frozenset(("iso8859-1", "ascii"))
"""What is declared as these is read as windows-1252, as browsers do."""

UNICODE: Final = frozenset(("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"))
"""What is declared as these and can be read so far is UTF-8."""


def declared_encoding(content: bytes) -> str:
    """The encoding that a page declares, empty if it declares none or has a byte order mark."""
    if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ""
    match = DECLARED.search(COMMENT.sub(b"", content[:LONGEST]))
    if match is None:
        return ""
    label = (match[1] or match[2]).decode("ascii", "replace")
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return label
    if name in UNICODE:
        return ""
    return "windows-1252" if name in LATIN else name
