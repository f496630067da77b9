"""Pointers with what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recensio.model.problem import Fix, Location
from recensio.validate.edits import set_value
from recensio.validate.integrity.resolution import Fate, Resolution, Resolver
from recensio.validate.integrity.survey import Edition, Page, Pointer


@dataclass(frozen=True, slots=True, eq=False)
class Followed:
    """A pointer of a page and where it leads."""

    pointer: Pointer
    page: Page
    resolution: Resolution
    kind: str

    @property
    def fate(self) -> Fate:
        """What became of it."""
        return self.resolution.fate

    @property
    def place(self) -> Location:
        """Where its attribute stands."""
        return self.page.place(self.pointer.element, self.pointer.attribute)

    def mended(self, value: str) -> Fix | None:
        """A fix that puts another pointer in its place; those beside it stay."""
        written = self.pointer.element.get(self.pointer.attribute, "").split()
        values = [value if each == self.pointer.value else each for each in written]
        title = f"write {value} for {self.pointer.value}"
        attribute = self.pointer.attribute
        return set_value(
            self.page.locator, self.pointer.element, attribute, " ".join(values), title
        )

    def renamed(self, name: str) -> str | None:
        """The pointer with another identifier in it; none if it does not stand there plainly."""
        value, old = self.pointer.value, self.resolution.name
        return value.replace(old, name) if old and value.count(old) == 1 else None


def followed(edition: Edition, resolver: Resolver) -> Iterator[Followed]:
    """Every pointer of the edition, followed."""
    for page in edition.pages:
        for pointer in page.pointers:
            yield Followed(pointer, page, resolver.resolve(pointer, page), pointer.kind)
