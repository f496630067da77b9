"""Which commit the files of an edition are of, as Git says.

Only what runs nothing that a repository sets up is asked of Git: no hook, filter or monitor of a
folder that somebody else has made. So the files are compared here, by the names of their contents.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from hashlib import sha1, sha256
from pathlib import Path
from typing import Final

from recensio.model.revision import Revision

PATIENCE: Final = 20.0
"""Seconds that Git may take."""

LONG: Final = 64
"""Letters of a name by SHA-256; by SHA-1 there are fewer."""

ELSEWHERE: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What would let Git answer for another folder; set where it runs a hook."""

QUIETLY: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
}


def revision_of(root: Path, files: Iterable[Path]) -> Revision | None:
    """The commit that is checked out at a folder, and whether these files below it are of it.

    None if the folder is in no repository or none of the files is, or if there is no Git here.
    """
    commit = _asked(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").strip().decode()
    if not commit:
        return None
    listed = _asked(root, "ls-tree", "-r", "-z", "HEAD").split(b"\0")
    named = dict(_entry(line) for line in listed if b"\t" in line)
    names = {path: _below(path, root) for path in files}
    if not any(name in named for name in names.values()):
        return None
    changed = (path for path, name in names.items() if not _is(path, named.get(name, "")))
    return Revision(commit, next(changed, None) is not None)


def _entry(line: bytes) -> tuple[str, str]:
    """The path below the folder and the name of its content."""
    told, _, path = line.partition(b"\t")
    return os.fsdecode(path), told.split()[2].decode()


def _below(path: Path, root: Path) -> str:
    """The path of a file below a folder, as Git writes it; "" if it is not there."""
    path, root = path.resolve(), root.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""


def _is(path: Path, name: str) -> bool:
    """Whether a file has the content of a name."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    # Git may have written the ends of lines as Windows has them.
    return name in (_name(content, name), _name(content.replace(b"\r\n", b"\n"), name))


def _name(content: bytes, like: str) -> str:
    """What Git calls a content: a digest as long as another name."""
    digest = sha256 if len(like) == LONG else sha1
    return digest(b"blob %d\0" % len(content) + content).hexdigest()


def _asked(root: Path, *arguments: str) -> bytes:
    """What Git answers; nothing if it does not."""
    program = shutil.which("git")
    if program is None:
        return b""
    try:
        found = subprocess.run(  # noqa: S603 - the arguments are ours
            [program, "--no-pager", *arguments],
            cwd=root,
            env={k: v for k, v in os.environ.items() if k not in ELSEWHERE} | QUIETLY,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return found.stdout if found.returncode == 0 else b""
