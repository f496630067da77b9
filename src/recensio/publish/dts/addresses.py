"""Where the endpoints of a service are: as URI templates (RFC 6570) and as addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from recensio.publish.dts.answer import Record
from recensio.publish.dts.request import Request


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of a service that answers queries; `base` is its own, with / at its end.

    `site` is where the site is, whose TEI files can be downloaded; empty if that is unknown.
    """

    base: str
    site: str = ""

    @property
    def entry(self) -> Record:
        """The templates of the endpoints."""
        return {
            "collection": f"{self.base}collection/{{?id,page,nav}}",
            "navigation": f"{self.base}navigation/{{?resource,ref,start,end,down,tree,page}}",
            "document": f"{self.base}document/{{?resource,ref,start,end,tree,mediaType}}",
        }

    def of_collection(self, identifier: str) -> Record:
        """The template of a collection."""
        return {"collection": f"{self.base}collection/?id={quote(identifier)}{{&page,nav}}"}

    def of_resource(self, identifier: str) -> Record:
        """The templates of a document."""
        name = quote(identifier)
        return {
            "collection": f"{self.base}collection/?id={name}{{&page,nav}}",
            "navigation": (
                f"{self.base}navigation/?resource={name}{{&ref,start,end,down,tree,page}}"
            ),
            "document": f"{self.base}document/?resource={name}{{&ref,start,end,tree,mediaType}}",
        }

    def of_request(self, request: Request) -> str:
        """The address of a request."""
        return f"{self.base}{request.address}"

    def of_unit(self, resource: str, identifier: str, tree: str) -> str:
        """The address of a passage; "" if units have none of their own."""
        return ""


@dataclass(frozen=True, slots=True)
class FileAddresses(Addresses):
    """The addresses of files, for editions without a server.

    `names` are the file names of passages by document and ref.
    """

    names: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def entry(self) -> Record:
        """The templates of the files."""
        return {
            "collection": f"{self.base}collection{{/id}}{{.nav}}.json",
            "navigation": f"{self.base}navigation{{/resource}}.json",
            "document": f"{self.base}document{{/resource,ref}}.xml",
        }

    def of_collection(self, identifier: str) -> Record:
        """The template of a collection."""
        return {"collection": f"{self.base}collection/{quote(identifier)}{{.nav}}.json"}

    def of_resource(self, identifier: str) -> Record:
        """The templates of a document."""
        name = quote(identifier)
        return {
            "collection": f"{self.base}collection/{name}{{.nav}}.json",
            "navigation": f"{self.base}navigation/{name}.json",
            "document": f"{self.base}document/{name}{{/ref}}.xml",
        }

    def of_request(self, request: Request) -> str:
        """The address of the file that holds the answer to a request."""
        if not request.endpoint:
            return f"{self.base}entry.json"
        identifier, nav = request["id"] or request["resource"], request["nav"]
        return f"{self.base}{file_of(request.endpoint, identifier, nav)}"

    def of_unit(self, resource: str, identifier: str, tree: str) -> str:
        """The address of the file of a passage."""
        name = "" if tree else self.names.get((resource, identifier), "")
        return f"{self.base}document/{quote(resource)}/{quote(name)}.xml" if name else ""


def file_of(endpoint: str, identifier: str, nav: str = "") -> str:
    """The path of a file below the folder of the export."""
    ending = "xml" if endpoint == "document" else "json"
    return f"{endpoint}{'/' * bool(identifier)}{identifier}{'.' * bool(nav)}{nav}.{ending}"
