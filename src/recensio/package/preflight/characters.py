"""Whether text is written as archives keep it: UTF-8, composed (NFC), no byte order mark."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from recensio.model.problem import Problem, problem
from recensio.package.kinds import kind_of
from recensio.package.preflight.inspection import Inspection

BLOCK: Final = 1 << 20
COMPOSED: Final = ("tei/", "edition/", "data/")
"""Folders whose text is the edition's own."""

DECLARED: Final = re.compile(rb"<\?xml\s[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"']")


def characters(inspection: Inspection) -> Iterator[Problem]:
    """Files of text that are not so (PKG018), the first reason of each."""
    for name, path in inspection.copied():
        kind = kind_of(name)
        if kind is None or not kind.text:
            continue
        reason = _fault(name, path, _is_document(kind.media_type))
        if reason:
            yield problem("PKG018", inspection.place(name), file=name, reason=reason)


def _fault(name: str, path: Path, is_xml: bool) -> str:
    with path.open("rb") as stream:
        head = stream.read(200)
        if head.startswith(codecs.BOM_UTF8):
            return "begins with a byte order mark"
        if is_xml and head and (fault := _misdeclared(head)):
            return fault
        stream.seek(0)
        return _miswritten(stream, name.startswith(COMPOSED))


def _is_document(media_type: str) -> bool:
    """Whether it is XML to be read as such; a drawing is read by whatever draws it."""
    return "xml" in media_type and not media_type.startswith("image/")


def _misdeclared(head: bytes) -> str:
    declared = DECLARED.match(head)
    if declared is None:
        return "has no XML declaration that names its encoding"
    if declared[1].lower() not in (b"utf-8", b"us-ascii"):
        return f"declares the encoding {declared[1].decode('ascii', 'replace')}"
    return ""


def _miswritten(stream: BinaryIO, composed: bool) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    carried = ""
    try:
        while block := stream.read(BLOCK):
            # A block may end between a letter and its accent, so the last letter goes on.
            text = carried + decoder.decode(block)
            if composed and not unicodedata.is_normalized("NFC", text):
                return "has letters and accents apart (it is not in NFC)"
            carried = text[-1:]
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "is not UTF-8"
    return ""
