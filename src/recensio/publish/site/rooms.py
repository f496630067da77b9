"""The rooms of the site: what its navigation is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from recensio.model.problem import Problem
from recensio.publish.prepare import Edition
from recensio.publish.site.page import Link, Page


@dataclass(frozen=True, slots=True)
class Room:
    """Pages that belong together.

    `links` are the ways into it that this edition has; a room without any does not stand in the
    navigation. Its words there are those of the key "room.NAME".
    """

    name: str
    pages: Callable[[Edition, int], Iterable[Page | Problem]]
    links: Callable[[Edition], Iterable[Link]]


@dataclass(frozen=True, slots=True)
class Entrance:
    """A room as the navigation shows it: its name and words, its first page and all its links."""

    room: str
    title: str
    links: tuple[Link, ...]

    @property
    def page(self) -> str:
        """Where its name leads."""
        return self.links[0].page


def navigation_of(rooms: Sequence[Room], edition: Edition) -> tuple[Entrance, ...]:
    """The rooms that this edition has."""
    say = edition.corpus.interface.say
    found = ((room.name, tuple(room.links(edition))) for room in rooms)
    return tuple(Entrance(name, say(f"room.{name}"), links) for name, links in found if links)
