"""A bag (BagIt 1.0, RFC 8493): files under data/, manifests of their digests, and tags.

The bagit library writes version 0.97, its tag manifests in no order and from inside the folder;
the few lines here write the same bag every time. The library reads what they write: tests hold
the two together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from recensio import __version__
from recensio.model.document import Metadata

ALGORITHMS: Final = ("sha256", "sha512")
BLOCK: Final = 1 << 20
"""Bytes read at a time, however large a file is."""

DECLARATION: Final = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

Digests = tuple[str, ...]
"""A digest for each of `ALGORITHMS`."""


def write_bag(
    folder: Path, files: Mapping[str, Path | bytes], metadata: Metadata, timestamp: int
) -> None:
    """Write a bag of these files into a folder that does not exist; raises OSError.

    Paths in the bag are relative to data/. Every file is read once, block by block.
    """
    folder.mkdir(parents=True)
    payload: dict[str, Digests] = {}
    size = 0
    for name in sorted(files):
        target = folder / "data" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        payload[f"data/{name}"] = _copy(files[name], target)
        size += target.stat().st_size
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": _info(metadata, timestamp, f"{size}.{len(payload)}"),
        **dict(_manifests("manifest", payload)),
    }
    written = {name: _copy(content.encode(), folder / name) for name, content in tags.items()}
    for name, content in _manifests("tagmanifest", written):
        _copy(content.encode(), folder / name)


def blocks_of(stream: BinaryIO) -> Iterator[bytes]:
    """A file in blocks."""
    while block := stream.read(BLOCK):
        yield block


def digests_of(blocks: Iterable[bytes], algorithms: Iterable[str]) -> dict[str, str]:
    """The digests of a file by each algorithm, read once."""
    hashes = {name: hashlib.new(name, usedforsecurity=False) for name in algorithms}
    for block in blocks:
        for digest in hashes.values():
            digest.update(block)
    return {name: digest.hexdigest() for name, digest in hashes.items()}


def encoded(path: str) -> str:
    """A path as a manifest has it (RFC 8493, 2.1.3)."""
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def decoded(path: str) -> str:
    """A path from a manifest."""
    return path.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def _copy(source: Path | bytes, target: Path) -> Digests:
    with target.open("wb") as copy:

        def blocks() -> Iterator[bytes]:
            with source.open("rb") if isinstance(source, Path) else BytesIO(source) as original:
                for block in blocks_of(original):
                    copy.write(block)
                    yield block

        return tuple(digests_of(blocks(), ALGORITHMS).values())


def _manifests(kind: str, digests: Mapping[str, Digests]) -> Iterator[tuple[str, str]]:
    for index, algorithm in enumerate(ALGORITHMS):
        lines = (f"{digests[path][index]}  {encoded(path)}\n" for path in sorted(digests))
        yield f"{kind}-{algorithm}.txt", "".join(lines)


def _info(metadata: Metadata, timestamp: int, oxum: str) -> str:
    """bag-info.txt (RFC 8493, 2.2.2): one line a value, as readers of bags expect."""
    day = datetime.fromtimestamp(timestamp, UTC).date().isoformat()
    values = {
        "Source-Organization": metadata.publisher,
        "Contact-Name": "; ".join(metadata.editors),
        "External-Description": f"{metadata.title}. {metadata.description}".strip(),
        "Bagging-Date": day,
        "Bag-Software-Agent": f"recensio {__version__}",
        "Payload-Oxum": oxum,
    }
    return "".join(f"{key}: {' '.join(value.split())}\n" for key, value in values.items() if value)
