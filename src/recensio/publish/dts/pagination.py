"""Long answers in pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from recensio.publish.dts.addresses import Addresses
from recensio.publish.dts.answer import Record, missing
from recensio.publish.dts.request import Request

T = TypeVar("T")


def paged(
    members: Sequence[T], request: Request, addresses: Addresses, size: int
) -> tuple[Sequence[T], Record | None]:
    """The members on the page that is asked for, and the view that leads to the others.

    There is no view if all fit on one page and none was asked for. Raises Refused.
    """
    asked = request.number("page", lowest=1)
    last = max(1, -(-len(members) // size))
    page = asked or 1
    if page > last:
        raise missing(f"there are {last} pages")
    if asked is None and last == 1:
        return members, None

    def address(number: int) -> str:
        return addresses.of_request(request.on_page(number))

    view: Record = {
        "@id": address(page),
        "@type": "Pagination",
        "first": address(1),
        "previous": address(page - 1) if page > 1 else None,
        "next": address(page + 1) if page < last else None,
        "last": address(last),
    }
    return members[(page - 1) * size : page * size], view
