"""Paths become editions: by an edition.toml, or with defaults."""

from __future__ import annotations

import os.path
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from recensio import resources
from recensio.model.apparatus import ApparatusKind
from recensio.model.document import DocumentKind, Metadata
from recensio.model.failure import CannotGoOn
from recensio.model.phrasing import Phrasing, UnknownPhrasing, phrasing, spoken
from recensio.model.printing import Printing, UnusableSetting, printing
from recensio.model.problem import Location, problem
from recensio.project.files import listed, matching, tei_files
from recensio.project.project import Project, Workplace
from recensio.project.settings import SETTINGS, read_settings, refused
from recensio.project.web import web_of

OWN_SCHEMA: Final = "recensio"


def workplace(root: Path) -> Workplace | None:
    """The workplace of the edition in a folder, if there is one; it need have no text yet.

    Raises CannotGoOn if edition.toml is not understood.
    """
    if not (root / SETTINGS).is_file():
        return None
    settings = read_settings(root / SETTINGS)
    files = settings.get("files", {})
    return Workplace(
        texts=next(filter(None, (_folder_of(root, each) for each in files.get("texts", ()))), None),
        sources=root / files["sources"] if "sources" in files else None,
        language=settings.get("edition", {}).get("language", ""),
    )


def _folder_of(root: Path, pattern: str) -> Path | None:
    """The folder in which a new file of any name would be found by the pattern."""
    folder, _, name = pattern.rpartition("/")
    folder = folder.removesuffix("**").rstrip("/")
    if name not in ("*", "*.xml") or set(folder) & set("*?[") or ".." in folder.split("/"):
        return None
    return root / folder


def open_editions(paths: Sequence[Path]) -> tuple[Project, ...]:
    """Each folder with an edition.toml as the edition it is, all other paths as one stranger's.

    Raises CannotGoOn as open_project does.
    """
    paths = list(dict.fromkeys(paths)) or [Path()]
    own = [path for path in paths if path.is_dir() and (path / SETTINGS).is_file()]
    others = [path for path in paths if path not in own]
    strangers = (open_project(others),) if others else ()
    return (*(open_project([path]) for path in own), *strangers)


def open_project(paths: Sequence[Path]) -> Project:
    """The edition that the paths name, by default the one in this folder.

    A folder with an edition.toml is that edition; any other file or folder is read with defaults.
    Raises CannotGoOn if a path does not exist, nothing is found or edition.toml is not understood.
    """
    paths = paths or [Path()]
    missing = next((path for path in paths if not os.path.exists(path)), None)  # noqa: PTH110
    if missing is not None:
        raise CannotGoOn(problem("SRC002", Location(str(missing)), path=missing))
    if len(paths) == 1 and (paths[0] / SETTINGS).is_file():
        return _from_settings(paths[0])
    files = tuple((file, DocumentKind.TEXT) for path in paths for file in tei_files(path))
    if not files:
        raise CannotGoOn(problem("SRC006", Location(str(paths[0])), path=paths[0]))
    root = paths[0] if paths[0].is_dir() else paths[0].parent
    return Project(root, tuple(dict.fromkeys(files)))


def _from_settings(root: Path) -> Project:
    settings = read_settings(root / SETTINGS)
    files = settings.get("files", {})
    schema = _schema(root, files.get("schema"))
    sources = root / files["sources"] if "sources" in files else None
    # A file that two lists name, such as texts = ["tei/**/*.xml"], is what the later one says.
    found = dict(listed(root, files))
    return Project(
        root=root,
        files=tuple(found.items()),
        metadata=_metadata(settings.get("edition", {})),
        sources=sources,
        schema=schema,
        decisions=_decisions(root, settings.get("annotate", {}).get("decisions")),
        apparatus=_apparatus_kind(root, settings.get("apparatus", {})),
        phrasing=_phrasing(root, settings),
        ignored=tuple(settings.get("validate", {}).get("ignore", ())),
        transcriptions=tuple(
            dict.fromkeys(
                path
                for pattern in files.get("transcriptions", ())
                for path in matching(root, pattern)
            )
        ),
        printing=_printing(root, settings.get("print", {}), found),
        web=web_of(root, settings.get("site", {})),
    )


def _metadata(settings: Mapping[str, Any]) -> Metadata:
    editors = tuple(settings.get("editors", ()))
    texts = {key: value for key, value in settings.items() if key != "editors"}
    return Metadata(**{"title": "Untitled", **texts, "editors": editors})


def _schema(root: Path, name: str | None) -> Path | None:
    """The schema that edition.toml names; "recensio" is the one that comes with the program."""
    if name is None:
        return None
    return resources.schema("recensio.rng") if name == OWN_SCHEMA else root / name


def _decisions(root: Path, name: str | None) -> Path | None:
    """The decisions file that edition.toml names."""
    return None if name is None else root / name


def _apparatus_kind(root: Path, settings: Mapping[str, str]) -> ApparatusKind:
    kind = settings.get("kind", ApparatusKind.UNDECLARED)
    if kind in list(ApparatusKind):
        return ApparatusKind(kind)
    raise refused(root / SETTINGS, f"kind is {kind}", "write positive or negative")


def _printing(
    root: Path, settings: Mapping[str, Any], files: Mapping[Path, DocumentKind]
) -> Printing:
    try:
        wanted = printing(settings)
    except UnusableSetting as error:
        raise refused(root / SETTINGS, error.reason, error.remedy) from None
    texts = [path for path, kind in files.items() if kind is DocumentKind.TEXT]
    for pattern in wanted.introduction:
        if not any(path.match(pattern) for path in texts):
            reason = f"introduction in [print] has {pattern!r}, which is none of the texts"
            raise refused(root / SETTINGS, reason, "write the path of a text that [files] names")
    return wanted


def _phrasing(root: Path, settings: Mapping[str, Any]) -> Phrasing:
    """How the apparatus is phrased: in its own language, else in the edition's if that is known."""
    apparatus = settings.get("apparatus", {})
    edition = settings.get("edition", {}).get("language", "en")
    try:
        return phrasing(
            apparatus.get("language", spoken(edition)),
            apparatus.get("style", "recensio"),
            apparatus.get("phrases", {}),
            apparatus.get("conventions", {}),
        )
    except UnknownPhrasing as unknown:
        raise refused(root / SETTINGS, unknown.reason, unknown.remedy) from None
