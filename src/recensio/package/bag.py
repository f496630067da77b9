"""A bag (BagIt 1.0, RFC 8493): files under data/, manifests of their digests, and tags.

The bagit library writes version 0.97, its tag manifests in no order and from inside the folder;
the few lines here write the same bag every time. The library reads what they write: tests hold
the two together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final

from recensio import __version__
from recensio.model.document import Metadata
from recensio.package.description import Description, description

ALGORITHMS: Final = ("sha256", "sha512")
BLOCK: Final = 1 << 20
"""Bytes read at a time, however large a file is."""

DECLARATION: Final = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


@dataclass(frozen=True, slots=True)
class Packed:
    """A file as it stands in a package: its path there, its size in bytes, its digests."""

    path: str
    size: int
    digests: Mapping[str, str]

    @property
    def sha256(self) -> str:
        """The digest that the descriptions of the package name."""
        return self.digests["sha256"]


Told = Callable[[int], None]
"""Who is told how many bytes have been packed."""


def pack_files(
    folder: Path, files: Mapping[str, Path | bytes], told: Told = lambda _bytes: None
) -> tuple[Packed, ...]:
    """Copy files into a folder by their paths in it, each read once, block by block.

    Raises OSError.
    """
    return tuple(_packed(folder, name, files[name], told) for name in sorted(files))


def close_bag(
    folder: Path,
    payload: Sequence[Packed],
    info: Mapping[str, str],
    tags: Mapping[str, bytes] = MappingProxyType({}),
) -> None:
    """Make a bag of a folder whose files under data/ are `payload`; raises OSError.

    `info` is what bag-info.txt says besides the sizes, `tags` are more files beside data/.
    """
    size = sum(packed.size for packed in payload)
    sizes = {"Bag-Size": in_words(size), "Payload-Oxum": f"{size}.{len(payload)}"}
    digests = {f"data/{packed.path}": packed.digests for packed in payload}
    written = {
        "bagit.txt": DECLARATION.encode(),
        "bag-info.txt": _info({**info, **sizes}).encode(),
        **tags,
        **dict(_manifests("manifest", digests)),
    }
    kept = {packed.path: packed.digests for packed in pack_files(folder, written)}
    pack_files(folder, dict(_manifests("tagmanifest", kept)))


def write_bag(
    folder: Path, files: Mapping[str, Path | bytes], metadata: Metadata, timestamp: int
) -> None:
    """Write a bag of files, by their paths below data/, into a new folder; raises OSError."""
    folder.mkdir(parents=True)
    payload = pack_files(folder / "data", files)
    close_bag(folder, payload, bag_info(description(metadata, ()), timestamp))


def bag_info(edition: Description, timestamp: int) -> dict[str, str]:
    """What bag-info.txt says of the edition (RFC 8493, 2.2.2); the sizes come with the files."""
    return {
        "Source-Organization": edition.publisher,
        "Contact-Name": "; ".join(agent.name for agent in edition.creators),
        "External-Description": f"{edition.title}. {edition.abstract}".strip(),
        "External-Identifier": edition.identifier or edition.address,
        "Bagging-Date": datetime.fromtimestamp(timestamp, UTC).date().isoformat(),
        "Internal-Sender-Description": "Described in README.txt and data/ro-crate-metadata.json",
        "Bag-Software-Agent": f"recensio {__version__}",
    }


def in_words(size: int) -> str:
    """A size in bytes as people say it: "7.6 MB", in powers of a thousand."""
    amount, unit = float(size), "bytes"
    for larger in ("kB", "MB", "GB", "TB"):
        if amount < 1000:
            break
        amount, unit = amount / 1000, larger
    return f"{size} bytes" if unit == "bytes" else f"{amount:.1f} {unit}"


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


def _packed(folder: Path, name: str, source: Path | bytes, told: Told) -> Packed:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    size = 0
    with target.open("wb") as copy:

        def blocks() -> Iterator[bytes]:
            nonlocal size
            with source.open("rb") if isinstance(source, Path) else BytesIO(source) as original:
                for block in blocks_of(original):
                    copy.write(block)
                    size += len(block)
                    told(len(block))
                    yield block

        digests = digests_of(blocks(), ALGORITHMS)
    return Packed(name, size, digests)


def _manifests(kind: str, digests: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, bytes]]:
    for algorithm in ALGORITHMS:
        lines = (f"{digests[path][algorithm]}  {encoded(path)}\n" for path in sorted(digests))
        yield f"{kind}-{algorithm}.txt", "".join(lines).encode()


def _info(values: Mapping[str, str]) -> str:
    """bag-info.txt (RFC 8493, 2.2.2): one line a value, as readers of bags expect."""
    return "".join(f"{key}: {' '.join(value.split())}\n" for key, value in values.items() if value)
