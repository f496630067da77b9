"""The tables of an edition as schema.toml declares them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `kind` is text, integer, day or address; `needed` says that it is never empty."""

    name: str
    kind: str
    about: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key: these columns hold what those of another table do, or nothing."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """A table: what a row is, the columns by their names, what tells rows apart, what they mean."""

    name: str
    about: str
    columns: Mapping[str, Column]
    key: tuple[str, ...]
    links: tuple[Link, ...] = ()


@cache
def schemas() -> tuple[Schema, ...]:
    """The tables in an order in which each comes after those that it refers to."""
    source = resources.files("recensio.publish.tables").joinpath("schema.toml")
    declared = tomllib.loads(source.read_text(encoding="utf-8"))
    return tuple(_schema(name, table) for name, table in declared.items())


def _schema(name: str, table: Mapping[str, Any]) -> Schema:
    key = tuple(table["key"])
    needed = {*key, *table.get("needed", ())}
    columns = {
        column: _column(column, written, column in needed)
        for column, written in table["columns"].items()
    }
    links = tuple(_link(written) for written in table.get("links", ()))
    return Schema(name, table["about"], columns, key, links)


def _column(name: str, written: str, needed: bool) -> Column:
    """A column as it is written: its kind, a colon, what it holds."""
    kind, _, about = written.partition(": ")
    return Column(name, kind, about, needed)


def _link(written: str) -> Link:
    """A foreign key as it is written: `document, entry -> entries (document, id)`."""
    columns, _, rest = written.partition(" -> ")
    table, _, to = rest.rstrip(")").partition(" (")
    return Link(tuple(columns.split(", ")), table, tuple(to.split(", ")))
