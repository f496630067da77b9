"""The tag files of a bag as they are read: declaration, manifests, bag-info.txt, fetch.txt."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from recensio.model.problem import Problem
from recensio.package.bag import decoded
from recensio.package.names import finding, is_astray
from recensio.package.opened import DECLARATION, Opened, Unreadable

ALGORITHMS: Final = frozenset(
    name for name in hashlib.algorithms_guaranteed if not name.startswith("shake")
)
WEAK: Final = frozenset({"md5", "sha1"})
"""Algorithms for which another file of the same digest can be made."""

MANIFEST: Final = re.compile(r"(?P<tag>tag)?manifest-(?P<algorithm>[^/]+)\.txt")
LINE: Final = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)", re.DOTALL)
BREAK: Final = re.compile(r"\r\n|\n|\r")
VERSIONS: Final = ("0.93", "0.94", "0.95", "0.96", "0.97", "1.0")
UTF8: Final = "UTF-8"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The digests of files by their paths, by one algorithm."""

    name: str
    algorithm: str
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tag files of a bag say: `payload` and `tags` are its manifests of either kind.

    `info` are the values of bag-info.txt by their labels in small letters; `fetched` the
    addresses of files that fetch.txt leaves to be fetched, by their paths.
    """

    version: str
    payload: tuple[Manifest, ...]
    tags: tuple[Manifest, ...]
    info: Mapping[str, str]
    fetched: Mapping[str, str]

    @property
    def is_ours(self) -> bool:
        """Whether Recensio made the bag, which then has everything that we promise."""
        return self.info.get("bag-software-agent", "").startswith("recensio")


class TagReader:
    """Reads the tag files of one bag and keeps what is wrong with them."""

    def __init__(self, opened: Opened, package: Path) -> None:
        self._opened = opened
        self._package = package
        self._encoding = UTF8
        self.problems: list[Problem] = []

    def read(self) -> Tags:
        """All of them; raises Unreadable if there is no declaration."""
        version = self._declaration()
        return Tags(
            version,
            tuple(self._manifests("")),
            tuple(self._manifests("tag")),
            dict(self._info()),
            dict(self._fetched()),
        )

    def _declaration(self) -> str:
        """The version; bagit.txt must be two lines (RFC 8493, 2.1.1)."""
        if DECLARATION not in self._opened.sizes:
            raise Unreadable(f"it has no {DECLARATION}")
        lines = [line for line in self._lines(DECLARATION) if line]
        first = lines[0].removeprefix("\ufeff") if lines else ""
        if not first.startswith("BagIt-Version: "):
            raise Unreadable(f"{DECLARATION} does not state a version")
        version = first.removeprefix("BagIt-Version: ").strip()
        if lines[0] != first:
            self._misdeclared("it begins with a byte order mark")
        if version not in VERSIONS:
            self._misdeclared(f"its version is {version}, and known are {', '.join(VERSIONS)}")
        if len(lines) != 2 or not lines[1].startswith("Tag-File-Character-Encoding: "):
            self._misdeclared("its second and last line is not Tag-File-Character-Encoding: UTF-8")
        else:
            self._speak(lines[1].partition(": ")[2].strip())
        return version

    def _speak(self, encoding: str) -> None:
        try:
            "a".encode(encoding)
            self._encoding = encoding
        except (LookupError, ValueError):
            self._misdeclared(f"there is no encoding {encoding}")

    def _misdeclared(self, reason: str) -> None:
        self._warn("PKG046", reason=reason)

    def _manifests(self, kind: str) -> Iterator[Manifest]:
        for name in sorted(self._opened.sizes):
            match = MANIFEST.fullmatch(name)
            if not match or (match["tag"] or "") != kind:
                continue
            algorithm = match["algorithm"].lower().replace("-", "")
            if algorithm in ALGORITHMS:
                yield Manifest(name, algorithm, self._digests(name, algorithm))
            else:
                self._warn("PKG048", manifest=name, algorithm=match["algorithm"])

    def _digests(self, name: str, algorithm: str) -> dict[str, str]:
        digests: dict[str, str] = {}
        length = hashlib.new(algorithm, usedforsecurity=False).digest_size * 2
        for number, line in enumerate(self._lines(name), start=1):
            # Some programs write remarks and empty lines, and none of them lists a file.
            if not line or line.startswith("#"):
                continue
            path, reason = "", f"line {number} is not a digest and a path"
            if parts := LINE.fullmatch(line):
                path = self._path(parts[2]).removeprefix("./")
                reason = _flaw(parts[1], length, number)
            if path in digests and not reason:
                reason = f"line {number} lists {path} again"
            if reason:
                self._warn("PKG005", manifest=name, reason=reason)
            elif is_astray(path):
                self._warn("PKG006", file=path)
            else:
                digests[path] = parts[1].lower() if parts else ""
        return digests

    def _path(self, written: str) -> str:
        """A path of a manifest; before version 1.0 a per cent sign stood for itself."""
        path = decoded(written)
        plain = written in self._opened.sizes and path not in self._opened.sizes
        return written if plain else path

    def _info(self) -> Iterator[tuple[str, str]]:
        """bag-info.txt; a line that begins with white space goes on with the one before."""
        if "bag-info.txt" not in self._opened.sizes:
            return
        for line in self._lines("bag-info.txt"):
            label, colon, value = line.partition(":")
            if colon and not line[:1].isspace():
                yield label.strip().lower(), value.strip()

    def _fetched(self) -> Iterator[tuple[str, str]]:
        """fetch.txt: an address, a length or "-", a path (RFC 8493, 2.2.3)."""
        if "fetch.txt" not in self._opened.sizes:
            return
        for number, line in enumerate(self._lines("fetch.txt"), start=1):
            parts = line.split(maxsplit=2)
            path = decoded(parts[2]) if len(parts) == 3 else ""
            if path and is_astray(path):
                self._warn("PKG006", file=path)
            elif path:
                yield path, parts[0]
            elif line:
                reason = f"line {number} is not an address, a length and a path"
                self._warn("PKG005", manifest="fetch.txt", reason=reason)

    def _lines(self, name: str) -> list[str]:
        content = self._opened.small(name)
        try:
            text = content.decode(self._encoding)
        except UnicodeDecodeError as error:
            line = len(BREAK.split(content[: error.start].decode("latin-1")))
            self._warn("PKG047", file=name, encoding=self._encoding, line=line)
            text = content.decode(self._encoding, "replace")
        if name != DECLARATION:
            text = text.removeprefix("\ufeff")
        lines = BREAK.split(text)
        return lines if lines[-1] else lines[:-1]

    def _warn(self, code: str, **facts: object) -> None:
        self.problems.append(finding(code, self._package, **facts))


def _flaw(digest: str, length: int, number: int) -> str:
    """What is wrong with the form of a digest. Programs write small letters or capitals."""
    if len(digest) != length:
        return f"the digest in line {number} has {len(digest)} digits instead of {length}"
    if digest not in (digest.lower(), digest.upper()):
        return f"the digest in line {number} has letters of both sizes"
    return ""
