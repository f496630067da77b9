"""URIs, as jing takes them (XML Schema part 2, 3.2.17).

Whatever is no character of a URI stands for its own escape: spaces, quotes, letters with accents.
What is left must be a reference by RFC 2396 with the addresses of RFC 2732: a scheme that is one,
a "%" with two hexadecimal digits, one "#" at most, brackets only in the query, in the fragment, in
what follows a scheme other than with "/", and around an IPv6 address.
"""

from __future__ import annotations

import re
from typing import Final

_HEX = "[0-9A-Fa-f]{2}"


def _run(excluded: str) -> str:
    """Characters other than these, and escapes: unrolled, since this runs on every pointer."""
    return f"[^%{excluded}]*(?:%{_HEX}[^%{excluded}]*)*"


_ANY = _run("#")
_PATH = _run(r"#?\[\]")
_NAMED = r"(?=[^/#?\[\]])" + _run(r"/#?\[\]")
_USER = _run(r"/#?\[\]@")
# The group takes part where an address has to be looked at.
_AUTHORITY = rf"(?:{_NAMED}|(?:{_USER}@)?\[(?P<ipv6>[^\]]*)\](?::[0-9]*)?|(?=[/?#]))"
_HIERARCHY = rf"(?://{_AUTHORITY}(?=[/?#]|\Z)|(?!//)){_PATH}(?:\?{_ANY})?"

_SCHEME = "[A-Za-z][A-Za-z0-9+.-]*:"
# A fragment alone comes first: most pointers of an edition are that.
LEXICAL: Final = (
    rf"#[^#%]*|(?:(?:{_SCHEME}(?=/)|(?![^/?#]*:)){_HIERARCHY}|{_SCHEME}(?=[^/#]){_ANY})(?:#{_ANY})?"
)

# What stands for its escape; in an address the escape itself is then read as a zone.
_EXCLUDED: Final = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}]")
_IPV4: Final = re.compile(r"(?:0*(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\.(?!\Z)|\Z)){4}")


def is_ipv6(text: str) -> bool:
    """Whether a text is an IPv6 address, with or without a zone after "%"."""
    escaped = _EXCLUDED.sub(lambda found: f"%{ord(found[0]):02X}", text)
    address, percent, zone = escaped.partition("%")
    if percent and re.fullmatch("[A-Za-z0-9_.]+", zone) is None:
        return False
    head, gap, tail = address.partition("::")
    count = _count(head, last=not gap) + _count(tail, last=True)
    return 0 <= count < 8 if gap else count == 8


def _count(groups: str, *, last: bool) -> int:
    """How many numbers of 16 bits a part of an address has; far below 0 if it is none."""
    if not groups:
        return 0
    *before, final = groups.split(":")
    count = len(before) + 1
    if last and "." in final:
        count += 1 if _IPV4.fullmatch(final) else -100
    elif re.fullmatch("[0-9A-Fa-f]{1,4}", final) is None:
        count = -100
    return count if all(re.fullmatch("[0-9A-Fa-f]{1,4}", part) for part in before) else -100


def uri_value(text: str) -> str | None:
    """The URI as it is written, since none is the same as another; None if its address is bad."""
    found = re.fullmatch(LEXICAL, text)
    address = found["ipv6"] if found else None
    return text if found and (address is None or is_ipv6(address)) else None
