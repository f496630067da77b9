"""How wide and high an image is, read from the beginning of its file."""

from __future__ import annotations

import re
import struct
from typing import Final

FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers of a JPEG file that tell its size (ITU-T T.81, B.1.1.3)."""

VIEW: Final = re.compile(rb"<svg\b[^>]*\bviewBox=[\"']\s*\S+\s+\S+\s+([\d.]+)\s+([\d.]+)\s*[\"']")


def measures(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, GIF, JPEG, WebP or SVG; nothing if they are not told."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return _sound(*struct.unpack(">II", content[16:24]))
    if content.startswith(b"GIF8") and len(content) >= 10:
        return _sound(*struct.unpack("<HH", content[6:10]))
    if content.startswith(b"\xff\xd8"):
        return _of_jpeg(content)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _of_webp(content)
    view = VIEW.search(content)
    return _sound(round(float(view[1])), round(float(view[2]))) if view else None


def _sound(width: int, height: int) -> tuple[int, int] | None:
    return (width, height) if width > 0 and height > 0 else None


def _of_jpeg(content: bytes) -> tuple[int, int] | None:
    """From segment to segment until one tells the size."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker in FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return _sound(width, height)
        # Bytes that fill, and markers without a segment.
        bare = marker == 0xFF or 0xD0 <= marker <= 0xD8
        at += 1 if marker == 0xFF else 2
        at += 0 if bare else int.from_bytes(content[at : at + 2], "big")
    return None


def _of_webp(content: bytes) -> tuple[int, int] | None:
    """The size as each of the three kinds of WebP tells it (RFC 9649, 2.5 to 2.7)."""
    if len(content) < 30:
        return None
    kind = content[12:16]
    if kind == b"VP8X":
        width, height = content[24:27], content[27:30]
        return 1 + int.from_bytes(width, "little"), 1 + int.from_bytes(height, "little")
    if kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", content[26:30])
    return _sound(width & 0x3FFF, height & 0x3FFF)
