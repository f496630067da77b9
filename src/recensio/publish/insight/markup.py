"""The small XML trees that stylesheets draw the statistics from."""

from __future__ import annotations

from typing import Final

from lxml import etree

from recensio.publish.gathered import EDITION_NS

NAMES: Final = {"in": EDITION_NS}


def node(name: str, /, *parts: etree._Element, **attributes: str | float | None) -> etree._Element:
    """An element with its parts and attributes; one that is None is left out.

    A number is written with at most four decimals.
    """
    written = {key: _written(value) for key, value in attributes.items() if value is not None}
    element = etree.Element(f"{{{EDITION_NS}}}{name}", written, nsmap=NAMES)
    element.extend(parts)
    return element


def _written(value: str | float) -> str:
    if isinstance(value, str):
        return value
    return f"{value:.4f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
