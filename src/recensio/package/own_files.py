"""The files that the editors wrote, so that the edition can be built anew from its package.

They stand in the folder edition/ of the package as they stand in the edition's own folder. The
source texts of the witnesses are not among them: those were never part of the edition.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from recensio.model.document import DocumentKind
from recensio.package.published import is_restricted
from recensio.project import SETTINGS, Project
from recensio.tei.io import read
from recensio.tei.names import XI_NS, tei

FOLDER: Final = "edition"
LICENCES: Final = ("licen", "copying", "notice")
"""How the names of files with a licence begin."""


def own_files(project: Project | None) -> dict[str, Path]:
    """The files of the edition by their paths in the package; none for a stranger's edition."""
    if project is None or not (project.root / SETTINGS).is_file():
        return {}
    root = project.root.resolve()
    # A path may climb out of the folder and back; what counts is where it ends.
    found = {path.resolve(): path for path in _named(project)}
    folders = {project.root, *(path.parent for path in found.values())}
    found |= {path.resolve(): path for folder in folders for path in _licences(folder)}
    inside = sorted(path for path in found if path.is_relative_to(root) and path.is_file())
    return {f"{FOLDER}/{path.relative_to(root).as_posix()}": found[path] for path in inside}


def restricted(project: Project | None, files: Mapping[str, object]) -> Iterator[str]:
    """The documents that the editors wrote and that may not be passed on, by their paths.

    `files` are those of the package. A header beside a profile is none of them: it speaks of its
    source, whose text is not in the file.
    """
    names = {path: name for name, path in files.items() if name.startswith(f"{FOLDER}/")}
    own = [*(path for path, _kind in project.files), *project.transcriptions] if project else []
    for path in own:
        parsed = read(path, xinclude=False).value if path in names else None
        if parsed is not None and is_restricted(parsed.tree):
            yield names[path]


def withheld(project: Project | None, inputs: Mapping[str, str]) -> Iterator[str]:
    """The restricted source texts that a build was given, by the names of their profiles.

    `inputs` are the files that went into the build with their digests (build.json). A transcript
    tells its own restriction where the TEI was built too; here only the profile can.
    """
    if project is None or project.sources is None:
        return
    own = {path.name for path, _kind in project.files}
    foreign = {digest for name, digest in inputs.items() if Path(name).name not in own}
    for path in sorted(project.sources.glob("*.toml")):
        profile = _toml(path)
        header = _header(path, profile)
        if profile.get("sha256") in foreign and header.is_file():
            parsed = read(header, xinclude=False).value
            if parsed is not None and is_restricted(parsed.tree):
                yield str(profile.get("siglum", path.stem))


def _named(project: Project) -> Iterator[Path]:
    root = project.root
    yield root / SETTINGS
    for path, kind in project.files:
        yield path
        yield from _linked(path, kind)
    yield from project.transcriptions
    yield from (path for path in (project.decisions, project.schema) if path)
    if project.web.style:
        yield root / project.web.style
    if project.web.templates:
        yield from (root / project.web.templates).rglob("*.jinja")
    if project.sources:
        for path in sorted(project.sources.glob("*.toml")):
            yield path
            yield _header(path, _toml(path))


def _header(profile: Path, settings: Mapping[str, Any]) -> Path:
    """The file with the header of a source; its text is not the source's, which replaces it."""
    return profile.parent / str(settings.get("header", f"{profile.stem}.xml"))


def _linked(path: Path, kind: DocumentKind) -> Iterator[Path]:
    """The files beside a document that it includes or shows."""
    parsed = read(path, xinclude=False).value
    if parsed is None or kind is DocumentKind.TRANSCRIPT:
        return
    for element in parsed.tree.getroot().iter(f"{{{XI_NS}}}include", tei("graphic")):
        name = element.get("href") or element.get("url") or ""
        if name and ":" not in name:
            yield path.parent / name.partition("#")[0]


def _licences(folder: Path) -> Iterator[Path]:
    """The files with the terms of a licence in a folder and the one above it."""
    for each in (folder, folder / ".."):
        for path in each.iterdir() if each.is_dir() else ():
            if path.is_file() and path.name.lower().startswith(LICENCES):
                yield path


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return {}
