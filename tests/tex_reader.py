"""TeX that Recensio wrote, read back as text by a reader that knows the commands by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

CHARACTERS: Final = {
    "\\textbackslash": "\\",
    "\\textasciicircum": "^",
    "\\textasciitilde": "~",
    **{f"\\{character}": character for character in "{}$&#_%"},
    "\\-": "\u00ad",
    "\\ ": " ",
    "~": "\u00a0",
}
"""What prints a character that TeX would take for markup."""

DROPPED: Final = {
    "edlabel": 1, "xxref": 2, "lemma": 1, "begin": 1, "end": 1, "beginnumbering": 0,
    "endnumbering": 0, "teichapter": 1, "teil": 2, "teiin": 2, "teimention": 1, "teiwithin": 1,
    "teinamed": 1, "teipicture": 1, "teikeep": 0, "teidiv": 0, "teileaf": 0,
}  # fmt: skip
"""The commands that print nothing of their arguments, with how many these are."""

PRINTED: Final = {
    "teihead": (0, 1, 0), "teiheadline": (0, 0, 1), "teiweb": (0, 1), "teiforeign": (0, 1),
    "teicell": (0, 1),
}  # fmt: skip
"""The commands of which some arguments are printed and others not."""

PART: Final = re.compile(r"\\[A-Za-z]+ ?|\\.|[{}]|~|\s+|[^\\{}~\s]+", re.DOTALL)


@dataclass
class Read:
    """The running text, a line for each paragraph, and what goes to the foot."""

    text: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(source: str) -> Read:
    """The text of what stands between \\begin{document} and \\end{document}, or of a part of it."""
    found = Read()
    found.text.append(_print(iter(PART.findall(source)), found))
    return found


def plain(source: str) -> str:
    """A piece of TeX as text."""
    return read(source).text[0]


def _print(parts: Iterator[str], found: Read) -> str:
    """What is printed up to the brace that closes what is open, or to the end."""
    printed: list[str] = []
    for part in parts:
        if part == "}":
            break
        if part == "{":
            printed.append(_print(parts, found))
        elif part in CHARACTERS or part.strip() in CHARACTERS:
            printed.append(CHARACTERS.get(part) or CHARACTERS[part.strip()])
        elif part.startswith("\\"):
            printed.append(_command(part.strip().removeprefix("\\"), parts, found))
        else:
            printed.append(" " if part.isspace() else part)
    return "".join(printed)


def _command(name: str, parts: Iterator[str], found: Read) -> str:
    if name == "symbol":
        return chr(int(_argument(parts, found)))
    if name == "edtext":
        lemma = _argument(parts, found)
        _argument(parts, found)
        return lemma
    if note := re.fullmatch(r"[A-D]footnote", name):
        found.notes.append(_argument(parts, found))
        return "" if note else name
    for _ in range(DROPPED.get(name, 0)):
        _argument(parts, found)
    if name in PRINTED:
        return "".join(
            text if shown else ""
            for shown, text in ((shown, _argument(parts, found)) for shown in PRINTED[name])
        )
    return "\n" if name in {"teiend", "teibreak"} else ""


def _argument(parts: Iterator[str], found: Read) -> str:
    """The argument in braces that comes next; options in brackets before it are left out."""
    for part in parts:
        if part == "{":
            return _print(parts, found)
        if not part.startswith("[") and not part.isspace():
            raise AssertionError(f"{part!r} stands where an argument is looked for")
    raise AssertionError("an argument is missing")
