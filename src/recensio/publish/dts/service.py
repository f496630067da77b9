"""The service of an edition: from a request to an answer, without any other effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from recensio.publish.dts import collection, document, navigation
from recensio.publish.dts.addresses import Addresses
from recensio.publish.dts.answer import (
    JSON_LD,
    Answer,
    Refused,
    linked_data,
    missing,
    written,
    wrong,
)
from recensio.publish.dts.holdings import Holdings
from recensio.publish.dts.request import Request, request_of
from recensio.publish.prepare import Edition

ENDPOINTS: Final[Mapping[str, Callable[[Request, Holdings], Answer]]] = MappingProxyType(
    {
        "collection": collection.answered,
        "navigation": navigation.answered,
        "document": document.answered,
    }
)


class Service:
    """Distributed Text Services for an edition, at the addresses given."""

    def __init__(self, edition: Edition, addresses: Addresses) -> None:
        self.holdings = Holdings(edition, addresses)

    def at(self, path: str, query: str) -> Answer:
        """The answer to an address below that of the service and its query."""
        try:
            return self._answered(request_of(path, query))
        except Refused as refusal:
            return refusal.answer
        except ValueError:
            return wrong("the query has too many parameters").answer

    def answer(self, request: Request) -> Answer:
        """The answer to a request; a refusal is an answer too."""
        try:
            return self._answered(request)
        except Refused as refusal:
            return refusal.answer

    def _answered(self, request: Request) -> Answer:
        if not request.endpoint:
            return self._entry()
        if request.endpoint not in ENDPOINTS:
            raise missing(f"there is no endpoint {request.endpoint!r}")
        return ENDPOINTS[request.endpoint](request, self.holdings)

    def _entry(self) -> Answer:
        addresses = self.holdings.addresses
        told = linked_data("EntryPoint", addresses.of_request(Request()), **addresses.entry)
        return Answer(200, JSON_LD, written(told))
