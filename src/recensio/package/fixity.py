"""The files of a bag against its manifests and records, each file read once (RFC 8493, 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from recensio.model.problem import Problem
from recensio.package.bag import blocks_of, digests_of
from recensio.package.manifests import ALGORITHMS, MANIFEST, Manifest, Tags
from recensio.package.matching import Renamed, moved, respelt
from recensio.package.names import differing, finding, spelt
from recensio.package.nested import Ends
from recensio.package.opened import FAILURES, Opened, Reader
from recensio.package.proof import Say
from recensio.package.records import PAYLOAD, Kept

Digests = Mapping[str, str]
"""The digests of one file, by algorithm."""

STEP: Final = 16 << 20
"""Bytes after which it is said how far the reading has come."""


@dataclass(slots=True)
class Findings:
    """What was read: digests by path, files that could not be read, and problems of content."""

    digests: dict[str, Digests] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


class Fixity:
    """The comparison of one bag."""

    def __init__(self, opened: Opened, package: Path, tags: Tags, records: Sequence[Kept]) -> None:
        self._opened = opened
        self._package = package
        self._tags = tags
        self._records = records
        self._listed = _expected(tags.payload + tags.tags)
        present = opened.sizes.keys()
        self._missing = self._listed.keys() - present
        self._unlisted = {name for name in present - self._listed.keys() if not _is_seal(name)}
        self._renamed: dict[str, Renamed] = {}

    @property
    def compared(self) -> list[str]:
        """The files that are listed and there."""
        return sorted(self._listed.keys() & self._opened.sizes.keys())

    def problems(self, say: Say) -> Iterator[Problem]:
        """Everything that differs."""
        read = self._read(say)
        yield from read.problems
        yield from self._renamings(read)
        changed: set[str] = set()
        for kind, manifests in (("", self._tags.payload), ("tag", self._tags.tags)):
            for path in sorted({path for each in manifests for path in each.digests}):
                yield from self._lacking(path, kind, manifests)
                found = self._renamed[path].found if path in self._renamed else path
                if found not in self._opened.sizes:
                    yield self._absent(path)
                elif found not in read.unread:
                    wrong = list(self._compared(path, manifests, read.digests.get(found, {})))
                    changed.update([found] if wrong else [])
                    yield from wrong
        yield from self._strangers()
        yield from self._contradicted(read, changed)

    def _read(self, say: Say) -> Findings:
        """The digests of every file, by all algorithms that anything tells of it."""
        kept: dict[str, set[str]] = defaultdict(set)
        for record in self._records:
            kept[record.path].add(record.algorithm)
        wanted = {name for name in self._opened.sizes if not _is_seal(name)}
        read = Findings(unread=set(wanted))
        total = sum(self._opened.sizes[name] for name in wanted)
        # A file that is listed nowhere may be one that is listed under another name.
        every = {each.algorithm: "" for each in self._tags.payload + self._tags.tags}
        done = reported = 0
        for name, reader in self._opened.files(wanted):
            if done >= reported:
                say(f"comparing {done * 100 // max(total, 1)} % of {total:,} bytes")
                reported = done + STEP
            algorithms = self._listed.get(name, every).keys() | (kept[name] & ALGORITHMS)
            self._digest(name, reader, algorithms, read)
            done += self._opened.sizes[name]
        return read

    def _digest(
        self, name: str, reader: Reader, algorithms: Collection[str], read: Findings
    ) -> None:
        ends = Ends()
        read.unread.discard(name)
        try:
            with reader() as stream:
                read.digests[name] = digests_of(ends.watching(blocks_of(stream)), algorithms)
        except FAILURES as error:
            if isinstance(error, OSError) and error.errno:
                reason = error.strerror or str(error)
                read.problems.append(self._finding("PKG045", file=name, reason=reason))
                read.unread.add(name)
        if unpacked := ends.bomb():
            read.problems.append(self._finding("PKG054", file=name, unpacked=unpacked))

    def _renamings(self, read: Findings) -> Iterator[Problem]:
        """Files that are there under another name, by their spelling or by their content."""
        found = list(respelt(self._missing, self._unlisted))
        missing = self._missing - {each.listed for each in found}
        unlisted = self._unlisted - {each.found for each in found}
        digests = {name: read.digests[name] for name in unlisted & read.digests.keys()}
        found += moved({path: self._listed[path] for path in missing}, digests)
        for each in found:
            self._renamed[each.listed] = each
            found_as = spelt(each.found) if each.code == "PKG041" else each.found
            yield self._finding(each.code, file=each.listed, found=found_as)

    def _absent(self, path: str) -> Problem:
        if path in self._tags.fetched:
            return self._finding("PKG050", file=path, address=self._tags.fetched[path])
        return self._finding("PKG002", file=path)

    def _lacking(self, path: str, kind: str, manifests: Sequence[Manifest]) -> Iterator[Problem]:
        """A manifest that does not list what another of its kind does; before 1.0 it may."""
        if kind or self._tags.version == "1.0":
            for manifest in manifests:
                if path not in manifest.digests:
                    yield self._forged(manifest.name, f"it does not list {path}")

    def _compared(
        self, path: str, manifests: Sequence[Manifest], found: Digests
    ) -> Iterator[Problem]:
        """A file that every manifest disowns changed; if some own it, the others were changed."""
        telling = [manifest for manifest in manifests if path in manifest.digests]
        wrong = [each for each in telling if found.get(each.algorithm) != each.digests[path]]
        if len(wrong) < len(telling):
            for manifest in wrong:
                reason = f"its digest of {path} is not that of the other manifests"
                yield self._forged(manifest.name, reason)
        elif MANIFEST.fullmatch(path):
            yield self._forged(path, "its digest is not that of the tag manifests")
        else:
            told, algorithm = wrong[0].digests[path], wrong[0].algorithm
            digest = found.get(algorithm, "")
            yield differing(self._package, path, algorithm, found=digest, expected=told)

    def _strangers(self) -> Iterator[Problem]:
        """Files that stand in no manifest; tag files need not if there are no tag manifests."""
        renamed = {each.found for each in self._renamed.values()}
        for name in sorted(self._unlisted - renamed):
            if name.startswith(PAYLOAD) or self._tags.tags:
                yield self._finding("PKG004", file=name)

    def _contradicted(self, read: Findings, changed: Set[str]) -> Iterator[Problem]:
        """Files that agree with every manifest and not with a record: all were changed together."""
        for record in self._records:
            found = read.digests.get(record.path, {}).get(record.algorithm)
            if found and found != record.digest and not changed & {record.path, record.record}:
                facts = {"record": record.record, "algorithm": record.algorithm}
                yield self._finding("PKG053", file=record.path, **facts)

    def _forged(self, manifest: str, reason: str) -> Problem:
        return self._finding("PKG005", manifest=manifest, reason=reason)

    def _finding(self, code: str, **facts: object) -> Problem:
        return finding(code, self._package, **facts)


def _expected(manifests: Sequence[Manifest]) -> dict[str, dict[str, str]]:
    expected: dict[str, dict[str, str]] = defaultdict(dict)
    for manifest in manifests:
        for path, digest in manifest.digests.items():
            expected[path][manifest.algorithm] = digest
    return dict(expected)


def _is_seal(name: str) -> bool:
    """Whether it is a tag manifest, which no manifest lists."""
    match = MANIFEST.fullmatch(name)
    return bool(match and match["tag"])
