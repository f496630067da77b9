"""What is answered to a request, as a value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final

JSON_LD: Final = "application/ld+json"
PROBLEM: Final = "application/problem+json"
TEI: Final = "application/tei+xml"
PLAIN: Final = "text/plain"

CONTEXT: Final = "https://dtsapi.org/context/v1.0.json"
VERSION: Final = "1.0"

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """A status of HTTP, a media type, a body; `headers` are such as Link."""

    status: int
    media_type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class Refused(Exception):
    """A request that cannot be answered: 400 if it is wrong, 404 if nothing is there."""

    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail

    @property
    def answer(self) -> Answer:
        """The refusal as a problem in JSON (RFC 9457)."""
        record = {
            "type": "about:blank",
            "title": self.status.phrase,
            "status": self.status.value,
            "detail": self.detail,
        }
        return Answer(self.status.value, PROBLEM, written(record))


def wrong(detail: str) -> Refused:
    """The refusal of a request that is wrong in itself."""
    return Refused(HTTPStatus.BAD_REQUEST, detail)


def missing(detail: str) -> Refused:
    """The refusal of a request for what is not there."""
    return Refused(HTTPStatus.NOT_FOUND, detail)


def linked_data(kind: str, address: str, **told: object) -> Record:
    """An object as it stands at the top of an answer; what is None is left out."""
    head = {"@context": CONTEXT, "dtsVersion": VERSION, "@id": address, "@type": kind}
    return head | {name: value for name, value in told.items() if value is not None}


def written(record: Record) -> bytes:
    """A record as JSON in UTF-8."""
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()
