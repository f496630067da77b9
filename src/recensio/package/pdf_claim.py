"""Whether a PDF bears out its claim to be PDF/A, as far as can be seen without a PDF library.

Seen are the claim in its XMP metadata (ISO 19005-3, 6.6.4), encryption, the output intent, and
whether each font is embedded. Objects that a PDF keeps compressed are unpacked for this. What is
drawn on the pages is not read: veraPDF does that, and an archive that minds will run it.
"""

from __future__ import annotations

import mmap
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

PART: Final = re.compile(rb"pdfaid:part(?:=[\"']|>)\s*(\d)")
LEVEL: Final = re.compile(rb"pdfaid:conformance(?:=[\"']|>)\s*([A-Za-z])")
ENCRYPTED: Final = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R|/Encrypt\s*<<")
INTENT: Final = re.compile(rb"/S\s*/GTS_PDFA1\b")
PACKED: Final = re.compile(rb"/ObjStm\b")
STREAM: Final = re.compile(rb"stream\r?\n")
DESCRIPTOR: Final = re.compile(rb"/Type\s*/FontDescriptor\b")
FONT: Final = re.compile(rb"/Type\s*/Font\b(?!Descriptor)")
NAME: Final = re.compile(rb"/(?:FontName|BaseFont)\s*/([^\s/<>\[\]()]+)")
MARK: Final = re.compile(rb"<<|>>")
SIMPLE: Final = re.compile(rb"/Subtype\s*/(?:Type1|TrueType|MMType1|CIDFontType[02])\b")
NEAR: Final = 10_000
"""Bytes in which a dictionary begins and ends."""

LARGEST: Final = 64 << 20
"""Bytes of unpacked objects that are looked at; a stream that grows beyond is left."""


def claim_of(path: Path) -> str:
    """The level that a PDF claims, such as "3U" or "4"; an empty string if it claims none."""
    try:
        with _opened(path) as content:
            return _claim(content)
    except (OSError, ValueError):
        return ""


def faults(path: Path) -> Iterator[str]:
    """What keeps a PDF from being read for long, or from being the PDF/A that it claims to be.

    Each is what a sentence says of the file. Raises OSError.
    """
    try:
        with _opened(path) as content:
            if ENCRYPTED.search(content):
                yield "is encrypted"
            elif _claim(content):
                yield from (f"claims to be PDF/A, and {fault}" for fault in _broken(content))
    except ValueError:
        yield "is empty"


def _broken(content: mmap.mmap) -> Iterator[str]:
    texts: list[bytes | mmap.mmap] = [content, *_unpacked(content)]
    if not any(INTENT.search(text) for text in texts):
        yield "it has no output intent, so its colours mean nothing"
    bare = sorted({name for text in texts for name in _bare_fonts(text)})
    if bare:
        yield f"fonts are not embedded: {', '.join(bare)}"


@contextmanager
def _opened(path: Path) -> Iterator[mmap.mmap]:
    """The file as bytes of which only those that are looked at are in memory."""
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as found:
        yield found


def _claim(content: mmap.mmap) -> str:
    part, level = PART.search(content), LEVEL.search(content)
    if part is None:
        return ""
    return (part[1] + (level[1] if level else b"")).decode("ascii").upper()


def _unpacked(content: mmap.mmap) -> Iterator[bytes]:
    """The objects that the PDF keeps in compressed streams."""
    for found in PACKED.finditer(content):
        begin = STREAM.search(content, found.end(), found.end() + NEAR)
        end = content.find(b"endstream", begin.end()) if begin else -1
        if begin and end > 0 and b"/FlateDecode" in _dictionary(content, found.start()):
            try:
                yield zlib.decompressobj().decompress(content[begin.end() : end], LARGEST)
            except zlib.error:
                continue


def _bare_fonts(text: bytes | mmap.mmap) -> Iterator[str]:
    """Fonts whose program is not in the file, by their names."""
    for found in DESCRIPTOR.finditer(text):
        described = _dictionary(text, found.start())
        if b"/FontFile" not in described:
            yield _name(described)
    for found in FONT.finditer(text):
        font = _dictionary(text, found.start())
        if SIMPLE.search(font) and b"/FontDescriptor" not in font:
            yield _name(font)


def _dictionary(text: bytes | mmap.mmap, inside: int) -> bytes:
    """The innermost dictionary around a place, with what is nested in it."""
    first = max(inside - NEAR, 0)
    start, depth = inside, 0
    while start > first:
        opening, closing = text.rfind(b"<<", first, start), text.rfind(b">>", first, start)
        start = max(opening, closing, first)
        if opening > closing and depth == 0:
            break
        depth += 1 if closing > opening else -1
    depth = 0
    for mark in MARK.finditer(text, start, start + 2 * NEAR):
        depth += 1 if mark[0] == b"<<" else -1
        if depth == 0:
            return bytes(text[start : mark.end()])
    return bytes(text[start : start + 2 * NEAR])


def _name(dictionary: bytes) -> str:
    name = NAME.search(dictionary)
    return name[1].decode("latin-1") if name else "a font without a name"
