"""The measures of the page. Handsome as they are; one place to change them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MM: Final = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Style:
    """All lengths in points; `page.typ` reads them by these names.

    `foot_gap` parts text and foot. `slack` is what the plan leaves free of a page: less than a
    line, so that Typst cannot set one more. `least_lines` is what a page holds of the text however
    much waits for its foot; `every` the interval of the numbers in the margin.
    """

    font: str = "Libertinus Serif"
    page_width: float = 155 * MM
    page_height: float = 235 * MM
    top: float = 25 * MM
    bottom: float = 24 * MM
    inside: float = 23 * MM
    outside: float = 25 * MM
    size: float = 10.5
    leading: float = 3.2
    foot_size: float = 8.4
    foot_leading: float = 1.7
    foot_gap: float = 9.0
    slack: float = 4.0
    least_lines: int = 4
    every: int = 5

    @property
    def text_height(self) -> float:
        """What text and foot of a page may fill together."""
        return self.page_height - self.top - self.bottom
