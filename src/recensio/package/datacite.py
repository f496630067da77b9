"""The edition as DataCite describes resources (DataCite Metadata Schema 4.5), as JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from recensio import __version__
from recensio.model.document import Metadata

KERNEL: Final = "http://datacite.org/schema/kernel-4"
UNKNOWN: Final = ":unav"
"""DataCite's word for what is not known (appendix 3)."""


def datacite(metadata: Metadata, formats: Sequence[str]) -> dict[str, Any]:
    """The six properties that DataCite demands, less the DOI that the archive gives, and more.

    `formats` are media types. What the edition does not state is ":unav"; a year that is not
    known is left out.
    """
    year = re.match(r"\d{4}", metadata.date)
    return {
        "schemaVersion": KERNEL,
        "creators": [{"name": name} for name in metadata.editors or (UNKNOWN,)],
        "titles": [{"title": metadata.title}],
        "publisher": {"name": metadata.publisher or UNKNOWN},
        **({"publicationYear": int(year.group())} if year else {}),
        "types": {"resourceTypeGeneral": "Text", "resourceType": "Digital scholarly edition"},
        "language": metadata.language,
        "formats": list(formats),
        "rightsList": [_rights(metadata)] if metadata.licence else [],
        "descriptions": [
            *_description("Abstract", metadata.description),
            *_description("TechnicalInfo", f"Built with recensio {__version__}."),
        ],
    }


def _rights(metadata: Metadata) -> dict[str, str]:
    uri = {"rightsUri": metadata.licence_url} if metadata.licence_url else {}
    return {"rights": metadata.licence, **uri}


def _description(kind: str, text: str) -> list[dict[str, str]]:
    return [{"description": text, "descriptionType": kind}] if text else []
