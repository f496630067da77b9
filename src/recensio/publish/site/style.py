"""The style sheet of an edition's own, with the files that it shows, as they go into the site.

They keep their places to each other below site/own/, so no address in them changes. An address that
leads out of the edition's folder is refused: no page may ask another host for anything. What a
browser would ask for is read off the tokens of CSS (CSS Syntax Module Level 3): url(), the strings
of image-set() and its like, and @import.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from recensio.model.document import Artifact
from recensio.model.problem import Location, Outcome, Problem, problem

OWN: Final = "own"
"""The folder of the site in which the files of an edition's own stand."""

CSS: Final = "text/css"
TYPES: Final = {".css": CSS, ".woff2": "font/woff2", ".woff": "font/woff", ".svg": "image/svg+xml"}
LOADING: Final = frozenset({"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade"})
"""Functions whose strings are addresses of files to be loaded."""

TOKEN: Final = re.compile(
    r"""(?P<comment>/\*.*?(?:\*/|\Z))
    | url\(\s*(?!["'\s])(?P<bare>(?:[^)\\]|\\.)*)\)
    | (?P<string>"(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
    | (?P<function>(?:[-\w]|\\[0-9a-f]{1,6}\s?|\\.)+)\(
    | @(?P<rule>(?:[-\w]|\\[0-9a-f]{1,6}\s?|\\.)+)
    | (?P<open>\() | (?P<close>\)) | (?P<end>[;{}])""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
ESCAPE: Final = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)
SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """An address that a style sheet asks for; `line` counts from 1."""

    text: str
    line: int

    @property
    def is_remote(self) -> bool:
        """Whether it leads to another host, or to anything else that is no file."""
        return bool(SCHEME.match(self.text)) and not self.text.lower().startswith("data:")

    @property
    def path(self) -> str:
        """The path of a file; "" for what the style sheet holds itself."""
        held = self.text.lower().startswith("data:")
        return "" if held else unquote(re.split("[?#]", self.text)[0])


def addresses(css: str) -> Iterator[Address]:
    """Every address that a browser would load for this style sheet."""
    around: list[str] = []
    rule = ""
    for token in TOKEN.finditer(css):
        found = None
        if token["rule"]:
            rule = _plain(token["rule"]).lower()
        elif token["end"]:
            rule = ""
        elif token["function"] or token["open"]:
            around.append(_plain(token["function"] or "").lower())
        elif token["close"]:
            del around[-1:]
        elif token["bare"] is not None:
            found = token["bare"].strip()
        elif token["string"] and (rule == "import" or LOADING.intersection(around[-1:])):
            found = token["string"][1:-1]
        if found and rule != "namespace":
            yield Address(_plain(found), css.count("\n", 0, token.start()) + 1)


def own_style(root: Path, name: str) -> Outcome[tuple[Artifact, ...]]:
    """The style sheet `name` of the edition in `root` first, then all that it shows.

    Nothing if any of it may not be shown; PUB025 then says why.
    """
    files: dict[Path, bytes] = {}
    problems = tuple(_gathered(root.resolve(), (root / name).resolve(), root, files))
    if problems:
        return Outcome((), problems)
    return Outcome(tuple(_artifact(path, root.resolve(), files[path]) for path in files))


def _gathered(inside: Path, sheet: Path, root: Path, files: dict[Path, bytes]) -> Iterator[Problem]:
    """Read a style sheet, what it shows, and in turn the style sheets that it imports."""
    waiting = [sheet]
    while waiting:
        path = waiting.pop()
        if path in files:
            continue
        try:
            files[path] = path.read_bytes()
            css = files[path].decode("utf-8-sig") if path.suffix.lower() == ".css" else ""
        except (OSError, UnicodeDecodeError) as error:
            yield _refused(path, 0, root, f"it cannot be read: {error}")
            continue
        for address in addresses(css):
            found = (path.parent / address.path).resolve() if address.path else None
            reason = _fault(address, found, inside)
            if reason:
                yield _refused(path, address.line, root, reason)
            elif found:
                waiting.append(found)


def _fault(address: Address, found: Path | None, inside: Path) -> str:
    """Why an address may not be asked for; "" if it may."""
    if address.is_remote:
        return f"{address.text} would be asked for over the network"
    if found is None:
        return ""
    if address.text.startswith(("/", "\\")) or not found.is_relative_to(inside):
        return f"{address.text} leads out of the edition’s folder"
    return "" if found.is_file() else f"{address.text} is no file"


def _refused(path: Path, line: int, root: Path, reason: str) -> Problem:
    inside = root.resolve()
    shown = root / path.relative_to(inside) if path.is_relative_to(inside) else path
    return problem("PUB025", Location(str(shown), line or None), reason=reason)


def _artifact(path: Path, inside: Path, content: bytes) -> Artifact:
    guessed = TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0]
    place = path.relative_to(inside).as_posix()
    return Artifact(f"site/{OWN}/{place}", content, guessed or "application/octet-stream")


def _plain(text: str) -> str:
    """The text without the escapes of CSS."""
    return ESCAPE.sub(_character, text)


def _character(escape: re.Match[str]) -> str:
    if not escape[1]:
        return "" if escape[2] == "\n" else escape[2]
    code = int(escape[1], 16)
    return (
        chr(code)
        if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
        else "\N{REPLACEMENT CHARACTER}"
    )
