"""Elements of HTML: what they are in TEI, which end each other, which are not of the text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


HEADINGS: Final = frozenset(f"h{level}" for level in range(1, 7))

CONTAINERS: Final = _names("blockquote ul ol menu dir li dl dt dd table tr td th figure")
"""Elements that are elements of TEI around blocks."""

BLOCKS: Final = (
    HEADINGS
    | CONTAINERS
    | _names(
        "address article aside body caption center col colgroup details dialog div fieldset "
        "figcaption footer form frame frameset head header hgroup hr html legend link listing main "
        "meta base nav noscript optgroup option p plaintext pre search section summary tbody tfoot "
        "thead template xmp"
    )
)
"""Elements whose tags divide the text; those that are no containers are only boundaries."""

ALONE: Final = _names("html head body meta base link hr col colgroup frame frameset")
"""Blocks that stay open for nothing: they have no content or are around everything."""

HI: Final[Mapping[str, str]] = MappingProxyType(
    {
        "em": "italic", "i": "italic", "cite": "italic", "dfn": "italic", "var": "italic",
        "strong": "bold", "b": "bold", "u": "underline", "ins": "underline",
        "s": "line-through", "strike": "line-through", "del": "line-through",
        "sup": "superscript", "sub": "subscript", "small": "smaller", "big": "larger",
    }
)  # fmt: skip
"""The value of hi/@rend for each element of the running text."""

CODE: Final = frozenset(("code", "tt", "kbd", "samp"))

VERBATIM: Final = frozenset(("pre", "listing", "xmp", "plaintext"))

CAPTIONS: Final = frozenset(("caption", "figcaption"))

_CELLS: Final = frozenset(("td", "th"))
_ROWS: Final = frozenset(("tr",))
_PARTS: Final = frozenset(("thead", "tbody", "tfoot"))
_TABLE: Final = frozenset(("table",))
_ITEMS: Final = frozenset(("li",))
_LISTS: Final = frozenset(("ul", "ol", "menu", "dir"))
_TERMS: Final = frozenset(("dt", "dd"))

ENDS: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = MappingProxyType(
    {
        "li": (_ITEMS, _LISTS | _TABLE | _CELLS),
        **dict.fromkeys(_TERMS, (_TERMS, frozenset(("dl",)) | _TABLE | _CELLS)),
        **dict.fromkeys(_CELLS, (_CELLS, _ROWS | _TABLE)),
        "tr": (_CELLS | _ROWS, _TABLE),
        **dict.fromkeys(_PARTS, (_CELLS | _ROWS | _PARTS, _TABLE)),
        **dict.fromkeys(HEADINGS, (HEADINGS, CONTAINERS)),
    }
)
"""Which open elements a start tag ends though they are not closed, and what keeps them open.

Every block ends a paragraph.
"""

BARRIERS: Final = _TABLE | _CELLS | frozenset(("caption",))
"""Elements that an end tag within does not close, unless it is theirs."""

LEFT_OUT: Final = _names(
    "template noscript nav svg canvas audio video select button datalist annotation "
    "annotation-xml object applet"
)
"""Elements that are not of the text wherever they stand."""

OF_THE_PAGE: Final = frozenset(("header", "footer"))
"""Elements that are of the page, not of the text, where no part of the text is around them."""

OF_THE_TEXT: Final = frozenset(("main", "article", "section"))

ROLES: Final = frozenset(("navigation", "search", "banner", "contentinfo"))
"""Values of @role of elements that are not of the text."""

IN_HEAD: Final = frozenset(("meta", "link", "base", "noscript", "html"))
"""Elements that a head may hold, but for those that are left out whole."""
