"""Values that depend on the document: qualified names and unparsed entities.

XML Schema part 2, 3.2.18, 3.2.19 and 3.3.11.
"""

from __future__ import annotations

from recensio.validate.relaxng.datatypes.interface import Context

_XML = "http://www.w3.org/XML/1998/namespace"


def name(text: str, context: Context | None) -> tuple[str, str] | None:
    """Namespace and local name of a QName; None if nothing declares its prefix."""
    prefix, _, local = text.rpartition(":")
    uri = context.resolve(prefix) if context else None
    if uri is None:
        uri = {"": "", "xml": _XML}.get(prefix)
    return None if uri is None else (uri, local)


def entity(text: str, context: Context | None) -> str | None:
    """The name of an unparsed entity; None if it is none."""
    return text if context and context.is_unparsed_entity(text) else None


def entities(text: str, context: Context | None) -> str | None:
    """The names of unparsed entities; None unless all are."""
    return text if all(entity(part, context) for part in text.split(" ")) else None
