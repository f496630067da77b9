"""Authority files by name, and links to them that a reader may follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

HOSTS: Final = {
    "d-nb.info": "GND",
    "viaf.org": "VIAF",
    "wikidata.org": "Wikidata",
    "geonames.org": "GeoNames",
    "sws.geonames.org": "GeoNames",
    "orcid.org": "ORCID",
    "id.loc.gov": "Library of Congress",
    "isni.org": "ISNI",
    "vocab.getty.edu": "Getty",
    "data.bnf.fr": "BnF",
    "catalogue.bnf.fr": "BnF",
    "idref.fr": "IdRef",
    "pleiades.stoa.org": "Pleiades",
    "trismegistos.org": "Trismegistos",
    "syriaca.org": "Syriaca.org",
    "openstreetmap.org": "OpenStreetMap",
    "worldcat.org": "WorldCat",
    "doi.org": "DOI",
    "hdl.handle.net": "Handle",
    "pmb.acdh.oeaw.ac.at": "PMB",
}
"""How an authority file is called, by the host of its addresses."""

SCHEMES: Final = {"isbn": "ISBN", "issn": "ISSN", "tgn": "TGN", "oclc": "OCLC", "vd17": "VD 17"}
WEB: Final = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)
GEONAMES: Final = re.compile(r"https?://(?:sws|www)\.geonames\.org/(\d+).*")


@dataclass(frozen=True, slots=True)
class Authority:
    """What an authority file is called, its number for the entry; `href` is empty without one."""

    name: str
    number: str
    href: str = ""


def authority_of(identifier: str) -> Authority:
    """The authority behind a URI or scheme:value, as register entries have them.

    Addresses of known authorities are given as https; what is no address of the web has no link.
    """
    if not WEB.fullmatch(identifier):
        scheme, colon, number = identifier.partition(":")
        if not colon or "://" in identifier or not number.strip():
            return Authority("", identifier)
        return Authority(SCHEMES.get(scheme.lower(), scheme.upper()), number)
    parts = urlsplit(identifier)
    host = (parts.hostname or "").removeprefix("www.")
    number = parts.path.rstrip("/").rpartition("/")[2] + (
        f"#{parts.fragment}" * bool(parts.fragment)
    )
    return Authority(HOSTS.get(host, host), number or host, _secure(identifier, host))


def _secure(address: str, host: str) -> str:
    """The address as a reader should follow it."""
    place = GEONAMES.fullmatch(address)
    if place:
        return f"https://www.geonames.org/{place[1]}"
    return re.sub("^http:", "https:", address) if host in HOSTS else address
