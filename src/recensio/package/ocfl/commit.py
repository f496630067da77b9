"""A folder becomes the next version of an OCFL object: all of it or nothing (OCFL 1.1, section 3).

A new version stores only content that no earlier one has. It is built beside the object and moved
into it, and last of all the inventory tells of it; a run that breaks off leaves the object as it
was, or with a version more that `recensio verify` names.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from recensio.model.catalogue import Severity
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Outcome
from recensio.package.bag import blocks_of, digests_of
from recensio.package.names import composed, finding, weakness
from recensio.package.ocfl.checked import object_problems
from recensio.package.ocfl.inventory import INVENTORY, Inventory, Version, read_inventory, written
from recensio.package.opened import OpenedFolder
from recensio.package.proof import Proof, Say, silent

ALGORITHM: Final = "sha512"
DECLARATION: Final = "ocfl_object_1.1"
TAG: Final = "tag:recensio.org,2026:object:"
"""Before the name of a folder it makes an identifier that no other object has (RFC 4151)."""


@dataclass(frozen=True, slots=True)
class User:
    """Who makes a version; `address` is a URI: an ORCID, or a mailto: of the person."""

    name: str
    address: str = ""

    @property
    def raw(self) -> dict[str, str]:
        """The user as an inventory has it."""
        return {"name": self.name, **({"address": self.address} if self.address else {})}


def commit_version(
    folder: Path,
    content: Path,
    message: str,
    user: User,
    created: int,
    identifier: str = "",
    say: Say = silent,
) -> Outcome[str]:
    """Make the files of `content` the next version of the object in `folder`; its name, "v1".

    An object that is not there is made, with the `identifier` (a URI) or one after its folder. If
    the newest version has the same files nothing is added, and its name is returned. `created`
    counts in Unix seconds: the same content and moments give the same bytes. Raises CannotGoOn if
    the object is damaged (PKG057, with what is wrong) or a file of the content cannot be kept, and
    OSError if the disk is full; the object is then as it was.
    """
    files = _files(content, say)
    moment = datetime.fromtimestamp(created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    version = Version(moment, _state(files), message, user.raw if user.name else {})
    old = _sound_object(folder, say)
    if old and old.versions[old.head].state == version.state:
        return Outcome(old.head)
    inventory = _next(old, version, identifier or TAG + composed(folder.name))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as scratch:
        made = Path(scratch) / "object"
        (made / inventory.head).mkdir(parents=True)
        _store(inventory, files, content, made)
        _write_inventory(inventory, made / inventory.head)
        _write_inventory(inventory, made)
        if old:
            _add(made, folder, inventory.head)
        else:
            (made / f"0={DECLARATION}").write_bytes(f"{DECLARATION}\n".encode())
            made.rename(folder)
    return Outcome(inventory.head)


def _files(content: Path, say: Say) -> dict[str, str]:
    """The digests of the files by their paths; raises CannotGoOn if one cannot be kept."""
    opened = OpenedFolder(content)
    wrong = [
        finding("PKG052", content, file=name, reason=weakness(name))
        for name in opened.sizes
        if not name.isprintable() and weakness(name)
    ]
    if opened.problems or wrong:
        raise CannotGoOn(*opened.problems, *wrong, exit_code=1)
    digests: dict[str, str] = {}
    for name, reader in opened.files(opened.sizes):
        say(f"digesting {name}")
        with reader() as stream:
            digests[name] = digests_of(blocks_of(stream), [ALGORITHM])[ALGORITHM]
    return digests


def _state(files: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    state: dict[str, list[str]] = defaultdict(list)
    for path in sorted(files):
        state[files[path]].append(path)
    return {digest: tuple(paths) for digest, paths in state.items()}


def _sound_object(folder: Path, say: Say) -> Inventory | None:
    """The inventory of the object, None if there is none yet; raises CannotGoOn (PKG057)."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return None
    if not folder.is_dir():
        raise CannotGoOn(finding("PKG057", folder, reason="it is no folder"))
    problems = object_problems(folder, Proof(), say)
    errors = [each for each in problems if each.severity is Severity.ERROR]
    if errors:
        reason = "it is damaged, or no OCFL object"
        raise CannotGoOn(finding("PKG057", folder, reason=reason), *errors, exit_code=1)
    inventory = read_inventory((folder / INVENTORY).read_bytes())
    if inventory.algorithm != ALGORITHM:
        reason = f"its content is addressed by {inventory.algorithm}, and ours by {ALGORITHM}"
        raise CannotGoOn(finding("PKG057", folder, reason=reason))
    return inventory


def _next(old: Inventory | None, version: Version, identifier: str) -> Inventory:
    """The inventory with one version more; content that is known is not named again."""
    if old is None:
        old = Inventory(identifier, ALGORITHM, {}, {})
    name = _name_after(old)
    manifest = dict(old.manifest)
    for digest, paths in version.state.items():
        manifest.setdefault(digest, (f"{name}/{old.content}/{paths[0]}",))
    return replace(old, manifest=manifest, versions={**old.versions, name: version})


def _name_after(old: Inventory) -> str:
    """The name of the next version, with as many noughts as the others."""
    number = str(len(old.versions) + 1)
    width = len(old.head) - 1 if old.versions and old.head.startswith("v0") else 0
    return f"v{number.zfill(width)}"


def _store(inventory: Inventory, files: Mapping[str, str], content: Path, made: Path) -> None:
    """Copy what is new, and make sure that it is what was digested before."""
    prefix = f"{inventory.head}/{inventory.content}/"
    for digest, paths in inventory.manifest.items():
        for path in paths:
            if path.startswith(prefix):
                target = made / path
                target.parent.mkdir(parents=True, exist_ok=True)
                source = content / path.removeprefix(prefix)
                shutil.copyfile(source, target)
                with target.open("rb") as stream:
                    if digests_of(blocks_of(stream), [ALGORITHM])[ALGORITHM] != digest:
                        raise OSError(None, "it changed while it was read", str(source))


def _write_inventory(inventory: Inventory, folder: Path) -> None:
    content = written(inventory)
    (folder / INVENTORY).write_bytes(content)
    digest = hashlib.new(inventory.algorithm, content).hexdigest()
    sidecar = folder / f"{INVENTORY}.{inventory.algorithm}"
    sidecar.write_bytes(f"{digest} {INVENTORY}\n".encode())


def _add(made: Path, folder: Path, name: str) -> None:
    """Move the version into the object, then its inventory; undo all if that fails."""
    names = (INVENTORY, f"{INVENTORY}.{ALGORITHM}")
    kept = {each: (folder / each).read_bytes() for each in names}
    (made / name).rename(folder / name)
    try:
        for each in names:
            (made / each).replace(folder / each)
    except OSError:
        for each, content in kept.items():
            (folder / each).write_bytes(content)
        shutil.rmtree(folder / name, ignore_errors=True)
        raise
