"""edition.toml as it is written: its tables and keys, and of what kind their values are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from recensio.model.failure import CannotGoOn
from recensio.model.printing import KEYS as PRINT_KEYS
from recensio.model.printing import NUMBER
from recensio.model.problem import Location, problem
from recensio.model.web import KEYS as SITE_KEYS

SETTINGS: Final = "edition.toml"
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
    "site": SITE_KEYS,
}
FORMS: Final[Mapping[type | tuple[type, ...], str]] = {
    list: "a list of strings in brackets",
    str: "a string in quotes",
    int: "a whole number",
    NUMBER: "a number",
}
"""How a value of each kind is written."""


def read_settings(path: Path) -> dict[str, Any]:
    """The tables of an edition.toml, whose keys and kinds of values are known.

    Raises CannotGoOn if it is not understood.
    """
    # Imported here: files of a stranger are checked without settings, and that is to start at once.
    import tomllib

    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise refused(path, f"it is not TOML: {error}", "mend the line named") from None
    except OSError as error:
        reason = f"it cannot be read: {error.strerror}"
        raise refused(path, reason, "make the file readable") from None
    for table, keys in settings.items():
        known = _known(path, table, KEYS, "table")
        if not isinstance(keys, dict):
            raise refused(path, f"{table} is not a table", f"write [{table}] above its keys")
        for key, value in keys.items():
            expected = _known(path, key, known, f"key in [{table}]")
            _check_value(path, table, key, value, expected)
    return settings


def _known(path: Path, name: str, names: Mapping[str, Any], what: str) -> Any:
    if name in names:
        return names[name]
    raise refused(path, f"{name} is not a {what}", f"known are: {', '.join(names)}")


def _check_value(
    path: Path, table: str, key: str, value: object, expected: type | tuple[type, ...]
) -> None:
    if expected is dict:
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise refused(path, f"{key} is not a list of tables", f"write [[validate.{key}]]")
        return
    if expected is Mapping:
        if not isinstance(value, dict):
            raise refused(path, f"{key} is not a table", f"write [{table}.{key}] above its keys")
        return
    if not isinstance(value, expected) or isinstance(value, bool):
        reason = f"{key} has a value of the wrong kind"
        raise refused(path, reason, f"write {FORMS[expected]}")
    if isinstance(value, list) and not all(isinstance(member, str) for member in value):
        raise refused(path, f"{key} holds something else than strings", "write strings in quotes")


def refused(path: Path, reason: str, remedy: str) -> CannotGoOn:
    """The error that edition.toml is not understood (SRC010)."""
    return CannotGoOn(problem("SRC010", Location(str(path)), reason=reason, remedy=remedy))
