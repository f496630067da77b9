"""The years that dates name: those of mentions and those of a document itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.tei.names import NS
from recensio.tei.registers import edtf

LONGEST: Final = 100
"""Years of a span that are all found; of a longer one only the first and the last."""

_YEAR: Final = re.compile(r"(?<![\d-])(-?\d{4})(?!\d)(?:-\d\d){0,2}")
_OWN: Final = (
    "tei:teiHeader/tei:profileDesc/tei:correspDesc//tei:correspAction[@type='sent']/tei:date",
    "tei:teiHeader/tei:profileDesc/tei:creation//tei:date",
)


def years_of(date: str) -> Iterator[int]:
    """The years of a date or span in Extended Date/Time Format (ISO 8601-2)."""
    found = [int(year) for year in _YEAR.findall(date)]
    is_span = "/" in date or ".." in date
    if is_span and len(found) == 2 and 0 <= found[1] - found[0] <= LONGEST:
        yield from range(found[0], found[1] + 1)
    else:
        yield from found


def years_of_header(tree: etree._ElementTree) -> list[int]:
    """When a document was written, sent or made (TEI Guidelines, 2.4.1 and 2.4.6)."""
    for path in _OWN:
        dates = (edtf(date) for date in tree.getroot().iterfind(path, NS))
        years = sorted({year for date in dates if date for year in years_of(date)})
        if years:
            return years
    return []
