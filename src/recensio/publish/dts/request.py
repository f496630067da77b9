"""What is asked of a service: an endpoint and the parameters that it knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final
from urllib.parse import parse_qsl, quote

from recensio.publish.dts.answer import missing, wrong

PARAMETERS: Final[Mapping[str, Sequence[str]]] = MappingProxyType(
    {
        "": (),
        "collection": ("id", "page", "nav"),
        "navigation": ("resource", "ref", "start", "end", "down", "tree", "page"),
        "document": ("resource", "ref", "start", "end", "tree", "mediaType"),
    }
)
"""The endpoints (the entry has no name), and what can be told to each."""

DIGITS: Final = 9
"""Digits of a number that is taken seriously."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request: its endpoint, "" for the entry, and its parameters, of which none is empty."""

    endpoint: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        """A parameter; "" if it is absent."""
        return self.parameters.get(name, "")

    def number(self, name: str, lowest: int) -> int | None:
        """A parameter as a whole number; None if it is absent. Raises Refused."""
        text = self[name]
        if not text:
            return None
        digits = text.removeprefix("-")
        if not (digits.isascii() and digits.isdecimal()) or len(digits) > DIGITS:
            raise wrong(f"{name} is no whole number")
        if int(text) < lowest:
            raise wrong(f"{name} is less than {lowest}")
        return int(text)

    def on_page(self, page: int) -> Request:
        """The same request for a page of the answer."""
        return Request(self.endpoint, {**self.parameters, "page": str(page)})

    @property
    def address(self) -> str:
        """The request as an address below that of the service."""
        parts = (f"{name}={quote(value, safe=':/,')}" for name, value in self.parameters.items())
        query = "&".join(parts)
        return f"{self.endpoint}/{'?' * bool(query)}{query}" if self.endpoint else ""


def request_of(path: str, query: str) -> Request:
    """The request of an address below that of the service, such as `collection/` and `id=a`.

    What an endpoint does not know is passed over. Raises Refused for an endpoint that there is not,
    and if a parameter is told twice: several things cannot be asked at once.
    """
    endpoint = path.strip("/")
    if endpoint not in PARAMETERS:
        raise missing(f"{endpoint!r} is none of collection, navigation and document")
    told: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=False, max_num_fields=50):
        if name in PARAMETERS[endpoint]:
            if name in told:
                raise wrong(f"{name} is told twice")
            told[name] = value
    return Request(endpoint, told)
