"""The catalogue of problem codes, read from `catalogue.toml`: one rule a code, never reused.

To add a code: add its table to `catalogue.toml` (domains `SRC TEI WIT APP REG LNK PUB PKG`) and a
folder `tests/problems/CODE/` with a fixture that provokes it; `recensio schema` then writes
`docs/problems.md` anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType


class Severity(StrEnum):
    """How grave a problem is; only an error makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code means; `message` and `hint` are templates for str.format.

    `wrong` and `right` are a small example, as it would be written.
    """

    code: str
    severity: Severity
    title: str
    message: str
    hint: str
    explanation: str
    clause: str = ""
    wrong: str = ""
    right: str = ""


@cache
def catalogue() -> Mapping[str, Rule]:
    """Every rule by its code, in the order of the file."""
    # Imported here, since every command waits for this module and few need the catalogue.
    import tomllib
    from importlib import resources

    source = resources.files("recensio.model").joinpath("catalogue.toml")
    tables = tomllib.loads(source.read_text(encoding="utf-8"))
    return MappingProxyType({code: _rule(code, table) for code, table in tables.items()})


def _rule(code: str, table: Mapping[str, str]) -> Rule:
    fields = {
        name: text.strip("\n") if name in ("wrong", "right") else " ".join(text.split())
        for name, text in table.items()
        if name != "severity"
    }
    return Rule(code=code, severity=Severity(table["severity"]), **fields)
