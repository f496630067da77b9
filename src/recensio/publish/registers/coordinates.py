"""Coordinates of places (TEI Guidelines, 14.3.4.1): `geo` in decimal degrees, latitude first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.tei.names import tei
from recensio.tei.text import text_of

NUMBER: Final = r"([+-]?\d+(?:[.,]\d+)?)"
PAIR: Final = re.compile(rf"{NUMBER}(?:\s*[;,]\s+|\s+|\s*;\s*){NUMBER}")
TIGHT: Final = re.compile(r"([+-]?\d+(?:\.\d+)?),([+-]?\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the earth, in decimal degrees, north and east positive."""

    latitude: float
    longitude: float

    @property
    def href(self) -> str:
        """The place on OpenStreetMap."""
        at = f"{self.latitude:g}/{self.longitude:g}"
        return (
            f"https://www.openstreetmap.org/?mlat={self.latitude:g}&mlon={self.longitude:g}"
            f"#map=9/{at}"
        )


def point_of(place: etree._Element) -> Point | None:
    """The coordinates of a place itself, not of what it lies in; None if they cannot be read."""
    return next(filter(None, map(_point, _geo(place))), None)


def _geo(place: etree._Element) -> Iterator[str]:
    for location in place.iterchildren(tei("location")):
        if next(location.iterchildren(tei("placeName")), None) is None:
            yield from (text_of(geo) for geo in location.iterchildren(tei("geo")))
    yield from (text_of(geo) for geo in place.iterchildren(tei("geo")))


def _point(written: str) -> Point | None:
    found = PAIR.fullmatch(written.strip()) or TIGHT.fullmatch(written.strip())
    if not found:
        return None
    latitude, longitude = (float(number.replace(",", ".")) for number in found.groups())
    is_possible = abs(latitude) <= 90 and abs(longitude) <= 180
    return Point(latitude, longitude) if is_possible else None
