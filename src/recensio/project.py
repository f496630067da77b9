"""edition.toml as a Project: which files are the edition, and what it says of itself."""

from __future__ import annotations

import os.path
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from recensio import resources
from recensio.model.apparatus import ApparatusKind
from recensio.model.document import DocumentKind, Metadata
from recensio.model.failure import CannotGoOn
from recensio.model.phrasing import Phrasing, UnknownPhrasing, phrasing, spoken
from recensio.model.printing import KEYS as PRINT_KEYS
from recensio.model.printing import NUMBER, Printing, UnusableSetting, printing
from recensio.model.problem import Location, problem

SETTINGS: Final = "edition.toml"
OWN_SCHEMA: Final = "recensio"
BUILT: Final = "build.json"
"""The file by which a folder is known to have been built by this program."""

TEI_SUFFIXES: Final = frozenset({".xml", ".tei", ".odd"})
KEYS: Final[Mapping[str, Mapping[str, type | tuple[type, ...]]]] = {
    "edition": {
        "title": str,
        "editors": list,
        "language": str,
        "licence": str,
        "licence_url": str,
        "date": str,
        "publisher": str,
        "description": str,
    },
    "files": {
        "texts": list,
        "registers": list,
        "witnesses": list,
        "transcriptions": list,
        "sources": str,
        "schema": str,
    },
    "apparatus": {
        "kind": str,
        "language": str,
        "style": str,
        "phrases": Mapping,
        "conventions": Mapping,
    },
    "annotate": {"decisions": str},
    "validate": {"ignore": dict},
    "print": PRINT_KEYS,
}
FORMS: Final[Mapping[type | tuple[type, ...], str]] = {
    list: "a list of strings in brackets",
    str: "a string in quotes",
    int: "a whole number",
    NUMBER: "a number",
}
"""How a value of each kind is written."""


@dataclass(frozen=True, slots=True)
class Project:
    """The files of an edition, in its order, each with what it is for.

    `metadata` is none for a stranger's files: their first header speaks. `sources` is the folder
    of import profiles, `schema` the RELAX NG schema that the documents are held to, `decisions` the
    file of what the editor has settled about names, `phrasing` how the apparatus is put into
    words, `ignored` the ignore list as edition.toml writes it. `transcriptions` are files that the
    texts of witnesses are compared with, `printing` is how the book is to look.
    """

    root: Path
    files: tuple[tuple[Path, DocumentKind], ...]
    metadata: Metadata | None = None
    sources: Path | None = None
    schema: Path | None = None
    decisions: Path | None = None
    apparatus: ApparatusKind = ApparatusKind.UNDECLARED
    phrasing: Phrasing | None = None
    ignored: tuple[Mapping[str, Any], ...] = ()
    transcriptions: tuple[Path, ...] = ()
    printing: Printing = field(default_factory=Printing)


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where an edition keeps what is imported: its texts (if that can be told), its profiles."""

    texts: Path | None = None
    sources: Path | None = None
    language: str = ""


def workplace(root: Path) -> Workplace | None:
    """The workplace of the edition in a folder, if there is one; it need have no text yet.

    Raises CannotGoOn if edition.toml is not understood.
    """
    if not (root / SETTINGS).is_file():
        return None
    settings = _read(root / SETTINGS)
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
    files = tuple((file, DocumentKind.TEXT) for path in paths for file in _tei_files(path))
    if not files:
        raise CannotGoOn(problem("SRC006", Location(str(paths[0])), path=paths[0]))
    root = paths[0] if paths[0].is_dir() else paths[0].parent
    return Project(root, tuple(dict.fromkeys(files)))


def _tei_files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    built = {record.parent for record in path.rglob(BUILT)}
    for file in sorted(path.rglob("*")):
        if not built.isdisjoint(file.parents):
            continue
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.suffix.lower() in TEI_SUFFIXES and file.is_file() and not hidden:
            yield file


def _from_settings(root: Path) -> Project:
    settings = _read(root / SETTINGS)
    files = settings.get("files", {})
    schema = _schema(root, files.get("schema"))
    sources = root / files["sources"] if "sources" in files else None
    return Project(
        root=root,
        # A file that two lists name, such as texts = ["tei/**/*.xml"], is what the later one says.
        files=tuple(dict(_listed(root, files)).items()),
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
                for path in _matching(root, pattern)
            )
        ),
        printing=_printing(root, settings.get("print", {})),
    )


def _read(path: Path) -> dict[str, Any]:
    # Imported here: files of a stranger are checked without settings, and that is to start at once.
    import tomllib

    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _refused(path, f"it is not TOML: {error}", "mend the line named") from None
    except OSError as error:
        reason = f"it cannot be read: {error.strerror}"
        raise _refused(path, reason, "make the file readable") from None
    for table, keys in settings.items():
        known = _known(path, table, KEYS, "table")
        if not isinstance(keys, dict):
            raise _refused(path, f"{table} is not a table", f"write [{table}] above its keys")
        for key, value in keys.items():
            expected = _known(path, key, known, f"key in [{table}]")
            _check_value(path, key, value, expected)
    return settings


def _known(path: Path, name: str, names: Mapping[str, Any], what: str) -> Any:
    if name in names:
        return names[name]
    raise _refused(path, f"{name} is not a {what}", f"known are: {', '.join(names)}")


def _check_value(path: Path, key: str, value: object, expected: type | tuple[type, ...]) -> None:
    if expected is dict:
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise _refused(path, f"{key} is not a list of tables", f"write [[validate.{key}]]")
        return
    if expected is Mapping:
        if not isinstance(value, dict):
            raise _refused(path, f"{key} is not a table", f"write [apparatus.{key}] above its keys")
        return
    if not isinstance(value, expected) or isinstance(value, bool):
        reason = f"{key} has a value of the wrong kind"
        raise _refused(path, reason, f"write {FORMS[expected]}")
    if isinstance(value, list) and not all(isinstance(member, str) for member in value):
        raise _refused(path, f"{key} holds something else than strings", "write strings in quotes")


def _refused(path: Path, reason: str, remedy: str) -> CannotGoOn:
    return CannotGoOn(problem("SRC010", Location(str(path)), reason=reason, remedy=remedy))


def _listed(root: Path, files: Mapping[str, Any]) -> Iterator[tuple[Path, DocumentKind]]:
    kinds = {
        "texts": DocumentKind.TEXT,
        "registers": DocumentKind.REGISTER,
        "witnesses": DocumentKind.WITNESSES,
    }
    for key, kind in kinds.items():
        for pattern in files.get(key, ()):
            yield from ((path, kind) for path in _matching(root, pattern))


def _matching(root: Path, pattern: str) -> list[Path]:
    remedy = "write a path below the folder of edition.toml, such as tei/texts/*.xml"
    try:
        found = sorted(path for path in root.glob(pattern) if path.is_file())
    except (ValueError, NotImplementedError):
        raise _refused(root / SETTINGS, f"{pattern!r} is not a pattern", remedy) from None
    inside = root.resolve()
    if not all(path.resolve().is_relative_to(inside) for path in found):
        raise _refused(root / SETTINGS, f"{pattern!r} leaves the edition's folder", remedy)
    if not found:
        place = Location(str(root / SETTINGS))
        raise CannotGoOn(problem("SRC002", place, path=root / pattern))
    return found


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
    raise _refused(root / SETTINGS, f"kind is {kind}", "write positive or negative")


def _printing(root: Path, settings: Mapping[str, Any]) -> Printing:
    try:
        return printing(settings)
    except UnusableSetting as error:
        raise _refused(root / SETTINGS, error.reason, error.remedy) from None


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
        raise _refused(root / SETTINGS, unknown.reason, unknown.remedy) from None
