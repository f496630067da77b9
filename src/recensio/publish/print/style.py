"""The measures of the page. Handsome as they are; edition.toml may change them (docs/print.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from recensio.model.printing import Printing

MM: Final = 72 / 25.4
"""Points in a millimetre."""

WIDTH: Final = 155
"""Millimetres of the page for which the margins below are meant; others have them in proportion."""

NAMES: Final[Mapping[str, str]] = {
    "apparatus": "app",
    "sources": "src",
    "notes": "ed",
    "author": "au",
}
"""What the sheets call the series of the foot."""


@dataclass(frozen=True, slots=True)
class Style:
    """All lengths in points; `page.typ` reads them by these names.

    `foot_gap` parts text and foot. `slack` is what the plan leaves free of a page: less than a
    line, so that Typst cannot set one more. `least_lines` is what a page holds of the text however
    much waits for its foot; `every` the interval of the numbers in the margin. `series` are those
    of the foot in their order, each with its name in the sheets and its arrangement.
    """

    font: str
    page_width: float
    page_height: float
    top: float
    bottom: float
    inside: float
    outside: float
    size: float
    leading: float
    foot_size: float
    foot_leading: float
    every: int
    columns: int
    series: tuple[Mapping[str, Any], ...]
    foot_gap: float = 9.0
    slack: float = 4.0
    least_lines: int = 4

    @property
    def text_height(self) -> float:
        """What text and foot of a page may fill together."""
        return self.page_height - self.top - self.bottom


def style_of(printing: Printing) -> Style:
    """The measures that follow from the settings of an edition."""
    width, height = printing.page
    ratio = width / WIDTH
    return Style(
        font=printing.font,
        page_width=width * MM,
        page_height=height * MM,
        top=25 * ratio * MM,
        bottom=24 * ratio * MM,
        inside=23 * ratio * MM,
        outside=25 * ratio * MM,
        size=printing.size,
        leading=0.305 * printing.size,
        foot_size=printing.foot_size,
        foot_leading=0.202 * printing.foot_size,
        every=printing.every,
        columns=printing.columns,
        series=tuple(
            {"name": NAMES[name], "arrangement": printing.arrangement(name)}
            for name in printing.series
        ),
    )
