"""Why a schema cannot be used: the place in it and the rule that it breaks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file of the schema; line and column count from 1."""

    path: str
    line: int
    column: int


class SchemaFault(Exception):
    """The schema is not correct; `section` is that of the RELAX NG specification."""

    def __init__(self, sentence: str, section: str, place: Place) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.section = section
        self.place = place

    def __str__(self) -> str:
        """The sentence with the section, for a message that names the place already."""
        return f"{self.sentence} (RELAX NG, section {self.section})"
