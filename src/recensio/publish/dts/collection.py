"""The collection endpoint: the edition and its documents."""

from __future__ import annotations

from typing import Final

from recensio.publish.dts.answer import (
    JSON_LD,
    Answer,
    Record,
    linked_data,
    missing,
    written,
    wrong,
)
from recensio.publish.dts.holdings import Holdings
from recensio.publish.dts.pagination import paged
from recensio.publish.dts.request import Request

PAGE: Final = 100
"""Documents on a page."""


def answered(request: Request, holdings: Holdings, size: int = PAGE) -> Answer:
    """A collection or a resource, with its children or its parents. Raises Refused."""
    nav = request["nav"] or "children"
    if nav not in ("children", "parents"):
        raise wrong("nav is children or parents")
    identifier = request["id"] or holdings.root
    if identifier == holdings.root:
        told = _root(request, holdings, nav, size)
    elif identifier in holdings.texts:
        told = _resource(request, holdings, identifier, nav)
    else:
        raise missing(f"there is no collection or resource {identifier!r}")
    return Answer(200, JSON_LD, written(told))


def _root(request: Request, holdings: Holdings, nav: str, size: int) -> Record:
    found = [] if nav == "parents" else list(holdings.texts.values())
    texts, view = paged(found, request, holdings.addresses, size)
    members = [{"@id": text.id, "@type": "Resource", **holdings.resource(text)} for text in texts]
    told = holdings.collection()
    return linked_data("Collection", holdings.root, **told, member=members, view=view)


def _resource(request: Request, holdings: Holdings, identifier: str, nav: str) -> Record:
    found = [_parent(holdings)] if nav == "parents" else []
    members, view = paged(found, request, holdings.addresses, PAGE)
    told = holdings.resource(holdings.texts[identifier])
    listed = list(members) if nav == "parents" else None
    return linked_data("Resource", identifier, **told, member=listed, view=view)


def _parent(holdings: Holdings) -> Record:
    return {"@id": holdings.root, "@type": "Collection", **holdings.collection()}
