"""The document endpoint: the text of a document, or of a part of it."""

from __future__ import annotations

from lxml import etree

from recensio.publish.dts.answer import PLAIN, TEI, Answer, missing
from recensio.publish.dts.holdings import MEDIA_TYPES, Holdings
from recensio.publish.dts.request import Request
from recensio.publish.dts.texts import cited
from recensio.tei.text import lines_of


def answered(request: Request, holdings: Holdings) -> Answer:
    """TEI, or the reading text with one block a line. Raises Refused."""
    text = holdings.text(request)
    media_type = request["mediaType"] or TEI
    if media_type not in MEDIA_TYPES:
        raise missing(f"{text.id} is to be had as {' or '.join(MEDIA_TYPES)} only")
    tree = text.tree(request) if request["tree"] else text.trees[0]
    span = cited(request, tree)
    root = text.passages.cut(tree, *span) if span else text.root
    body = as_text(root) if media_type == PLAIN else as_tei(root)
    collection = holdings.addresses.of_request(Request("collection", {"id": text.id}))
    return Answer(200, media_type, body, {"Link": f'<{collection}>; rel="collection"'})


def as_tei(root: etree._Element) -> bytes:
    """A document or a passage as XML."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, with_tail=False) + b"\n"


def as_text(root: etree._Element) -> bytes:
    """The reading text of a document or a passage."""
    return "".join(f"{line}\n" for line in lines_of(root)).encode()
