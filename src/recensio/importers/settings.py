"""The TOML of an import profile as a Profile; what is not understood is a problem SRC010.

To add a key: add its field to the dataclass in `profile.py`, and here its name with the function
that turns the value into the field's or raises NotUnderstood.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeVar

from recensio.importers.forms import FORMS
from recensio.importers.profile import (
    HTML,
    SCRIPTS,
    STATED,
    Division,
    Facsimile,
    Gap,
    Notes,
    Place,
    Profile,
    References,
    Rule,
    Voice,
)
from recensio.model.problem import Location, Outcome, Problem, problem

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)
Converter = Callable[[Any], Any]

NOT_IN_NAMES: Final = re.compile(
    "[^-.0-9A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u3001-\ud7ff]+"
)
"""XML 1.0, production 4a, without the rarer ranges."""
CORRECTIONS: Final = ".corrections.toml"
"""How the names of files of corrections end, so that they are not taken for profiles."""

PARALLELS: Final = "parallels.toml"
"""The file of passages that are set side by side, which is no profile either."""

LONGEST: Final = 60
"""How many characters of a file's name go into its siglum, which names files in its turn."""

MARKUP_OF_SUFFIX: Final[Mapping[str, str]] = {
    ".md": "markdown",
    ".markdown": "markdown",
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht"), HTML),
}


class NotUnderstood(Exception):
    """A value that is not understood, and what to write instead."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


def default_profile(path: Path) -> Profile:
    """The profile of a source that has none: by the name of its file."""
    markup = MARKUP_OF_SUFFIX.get(path.suffix.lower(), "plain")
    return Profile(
        siglum=identifier(path.stem[:LONGEST]),
        markup=markup,
        bare_headings=markup == "plain",
        references=_references(markup),
    )


def completed(profile: Profile, path: Path) -> Profile:
    """A profile whose file says no markup, with what the name of the source tells."""
    if profile.path is None or "markup" in profile.given:
        return profile
    default = default_profile(path)
    told = {"markup", "bare_headings", "references"} - profile.given
    return replace(profile, **{name: getattr(default, name) for name in told})


def read_profile(path: Path) -> Outcome[Profile | None]:
    """The profile in the TOML file `path`.

    No value if the file cannot be read (SRC002) or is no TOML (SRC010). A key that is not known
    or has a value of the wrong kind is a problem SRC010, and its default holds.
    """
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        return Outcome(None, (problem("SRC002", Location(str(path)), path=path),))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return Outcome(None, (_refused(path, f"it is not TOML: {error}", "mend the line named"),))
    problems: list[Problem] = []
    values = dict(_converted(path, settings, problems))
    given = frozenset(values)
    values.setdefault("siglum", identifier(path.stem))
    values.setdefault("references", _references(values.get("markup", "plain")))
    for key in values.keys() & {"header", "corrections"}:
        values[key] = path.parent / values[key]
    return Outcome(Profile(path=path, given=given, **values), tuple(problems))


def identifier(name: str) -> str:
    """A name as the beginning of an xml:id."""
    plain = NOT_IN_NAMES.sub("-", name).strip("-.")
    return plain if plain[:1].isalpha() else f"s-{plain}".rstrip("-")


def _references(markup: str) -> tuple[References, ...]:
    """The forms of reference by default: in Markdown a number in brackets is most often text."""
    bracket = () if markup == "markdown" else (References.BRACKET,)
    return (References.SUPERSCRIPT, *bracket)


def _converted(
    path: Path, settings: Mapping[str, Any], problems: list[Problem]
) -> Iterator[tuple[str, Any]]:
    for key, value in settings.items():
        try:
            yield key, _converter(key, KEYS)(value)
        except NotUnderstood as error:
            reason = f"{key}: {error.reason}"
            problems.append(_refused(path, reason, error.remedy))


def _refused(path: Path, reason: str, remedy: str) -> Problem:
    return problem("SRC010", Location(str(path)), reason=reason, remedy=remedy)


def _converter(key: str, known: Mapping[str, Converter]) -> Converter:
    if key not in known:
        raise NotUnderstood("there is no such key", f"write one of: {', '.join(known)}")
    return known[key]


def _of_type(kind: type[T], words: str) -> Callable[[Any], T]:
    def converter(value: Any) -> T:
        # In Python a truth value is a number; in a profile it is not.
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise NotUnderstood(f"{value!r} is not {words}", f"write {words}")
        return value

    return converter


_text = _of_type(str, "a text in quotes")
_truth = _of_type(bool, "true or false")
_number = _of_type(int, "a whole number")
_list: Callable[[Any], list[Any]] = _of_type(list, "a list in square brackets")
_table: Callable[[Any], dict[str, Any]] = _of_type(dict, "a table")


def _one_of(known: Iterable[str]) -> Callable[[Any], str]:
    names = tuple(known)

    def converter(value: Any) -> str:
        if value not in names:
            raise NotUnderstood(f"{value!r} is not known", f"write one of: {', '.join(names)}")
        return str(value)

    return converter


def _choice(kind: type[Choice]) -> Callable[[Any], Choice]:
    name = _one_of(kind)
    return lambda value: kind(name(value))


def _several(single: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    return lambda values: tuple(single(value) for value in _list(values))


def _siglum(value: Any) -> str:
    name = _text(value)
    if identifier(name) != name:
        raise NotUnderstood(f"{name!r} is no XML name", f"write {identifier(name)!r}")
    return name


def _file_name(value: Any) -> str:
    name = _text(value)
    if Path(name).name != name:
        raise NotUnderstood(f"{name!r} is not beside the profile", "write the name of a file there")
    return name


def _corrections_name(value: Any) -> str:
    name = _file_name(value)
    if not name.endswith(CORRECTIONS):
        raise NotUnderstood(f"{name!r} does not end in {CORRECTIONS}", "rename the file")
    return name


def _pattern(value: Any) -> re.Pattern[str]:
    try:
        return re.compile(_text(value))
    except re.error as error:
        raise NotUnderstood(f"{value!r} is no pattern: {error}", "see the module re") from None


def _lines(value: Any) -> range:
    first, _, last = str(value).partition("-")
    if not first.isdecimal() or not (last or first).isdecimal():
        raise NotUnderstood(f"{value!r} is not a line or range", 'write "12" or "12-15"')
    return range(int(first), int(last or first) + 1)


def _all_lines(values: Any) -> tuple[range, ...]:
    return tuple(_lines(value) for value in _list(values))


def _fields(kind: Callable[..., T], converters: Mapping[str, Converter], *needed: str) -> Converter:
    def converter(value: Any) -> T:
        table = _table(value)
        for name in needed:
            if name not in table:
                raise NotUnderstood(f"{name} is missing", f"add {name}")
        return kind(**{name: _converter(name, converters)(v) for name, v in table.items()})

    return converter


_RULE: Final = _fields(Rule, {"lines": _all_lines, "patterns": _several(_pattern)})
_DIVISION: Final[Mapping[str, Converter]] = {
    "heading": _text,
    "line": _number,
    "type": _text,
    "place": _choice(Place),
    "part": _one_of("YNIMF"),
    "level": _number,
}
KEYS: Final[Mapping[str, Converter]] = {
    "siglum": _siglum,
    "sha256": lambda value: _text(value).lower(),
    "header": _file_name,
    "title": _text,
    "language": _text,
    "markup": _one_of((*FORMS, HTML)),
    "chapters": _pattern,
    "bare_headings": _truth,
    "references": _several(_choice(References)),
    "notes": _choice(Notes),
    "cuts": _truth,
    "captions": _truth,
    "quotations": _truth,
    "facsimile": _fields(Facsimile, {"script": _one_of(SCRIPTS), "language": _text}, "script"),
    "boilerplate": _RULE,
    "caption": _RULE,
    "division": _several(_fields(Division, _DIVISION)),
    "gap": _several(
        _fields(Gap, {"line": _number, "after": _text, "reason": _text}, "line", "after")
    ),
    "voice": _several(_fields(Voice, {"signature": _text, "resp": _siglum}, "signature", "resp")),
    "corrections": _corrections_name,
    "stated": _fields(dict, dict.fromkeys(STATED, _RULE)),
}
