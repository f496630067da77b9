"""How an edition changes the frame of its pages: templates of its own, which extend ours.

Its page.html.jinja begins with `{% extends "recensio/page.html.jinja" %}` and overrides blocks. It
runs in Jinja's sandbox: it reads what a page is made of, and files of its folder, and nothing else.
A page on which it fails is drawn with our template, and the mistake is told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from recensio.model.problem import Location, Problem, problem
from recensio.publish.site.style import Address, addresses

PAGE: Final = "page.html.jinja"
OURS: Final = "recensio"
"""The name in front of our templates: "recensio/page.html.jinja"."""

OPTIONS: Final[Mapping[str, Any]] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
SEEN: Final = frozenset({"builtins", "jinja2", "markupsafe", OURS})
"""The packages of whose objects a template of an edition sees attributes; trees are of none."""

MISTAKES: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template can raise while it draws a page."""

TAG: Final = re.compile(r"<([a-z][\w-]*)\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
ATTRIBUTE: Final = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
LOADED: Final = frozenset({"src", "srcset", "poster", "data", "background"})
STYLE: Final = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
FETCHED: Final = frozenset(
    ("stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "preconnect")
)
"""Links of a head that a browser follows by itself."""


class Theme:
    """The templates of an edition; ours, if it has none. `problems` are those met in drawing."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._own: Template | None = None
        self._problems: dict[Problem, None] = {}
        if folder is not None:
            try:
                self._own = _sandbox(folder).get_template(PAGE)
            except TemplateError as error:
                self._tell(error)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with templates of the edition, each mistake once."""
        return tuple(self._problems)

    def render(self, **context: Any) -> str:
        """A page drawn."""
        if self._own is not None:
            try:
                html = self._own.render(**context)
            except MISTAKES as error:
                self._tell(error)
            else:
                remote = list(dict.fromkeys(_remote(html)))
                if not remote:
                    return html
                self._refuse(remote)
        return _ours().render(**context)

    def _tell(self, error: Exception) -> None:
        place = _place(error, self._folder or Path())
        words = error.message if isinstance(error, TemplateError) else str(error)
        reason = " ".join((words or type(error).__name__).split())
        self._problems[problem("PUB024", place, reason=reason)] = None

    def _refuse(self, remote: list[str]) -> None:
        place = Location(str((self._folder or Path()) / PAGE))
        for address in remote:
            reason = f"{address} would be asked for over the network"
            self._problems[problem("PUB025", place, reason=reason)] = None


class _Sandbox(ImmutableSandboxedEnvironment):
    """Sees the values that we hand to templates, and nothing behind them."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may look at an attribute."""
        of_package = type(obj).__module__.partition(".")[0]
        return of_package in SEEN and bool(super().is_safe_attribute(obj, attr, value))


class _Folder(BaseLoader):
    """The templates of one folder; no name and no link leads out of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """The text of a template and its file. Raises TemplateNotFound."""
        path = self._folder / template
        try:
            if path.resolve().is_relative_to(self._folder.resolve()):
                return path.read_text(encoding="utf-8"), str(path), None
        except (OSError, ValueError):
            pass
        raise TemplateNotFound(template)


def _sandbox(folder: Path) -> Environment:
    ours = PackageLoader("recensio.publish.site")
    loader = ChoiceLoader([_Folder(folder), PrefixLoader({OURS: ours}), ours])
    return _Sandbox(loader=loader, **OPTIONS)


@cache
def _ours() -> Template:
    loader = PackageLoader("recensio.publish.site")
    return Environment(loader=loader, **OPTIONS).get_template(PAGE)  # noqa: S701 - see OPTIONS


def _place(error: Exception, folder: Path) -> Location:
    """Where in a template of the folder a mistake is: Jinja puts templates into the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return Location(error.filename or str(folder / PAGE), error.lineno)
    place, trace = Location(str(folder / PAGE)), error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if Path(file).is_relative_to(folder):
            place = Location(file, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _remote(html: str) -> Iterator[str]:
    """The addresses on other hosts that a browser would ask for to show the page."""
    for tag in TAG.finditer(html):
        values = {name.lower(): a or b or c for name, a, b, c in ATTRIBUTE.findall(tag[2])}
        found = [value for name, value in values.items() if name in LOADED]
        if tag[1].lower() == "link" and FETCHED.intersection(values.get("rel", "").lower().split()):
            found.append(values.get("href", ""))
        parts = (part.split()[0] for value in found for part in value.split(",") if part.strip())
        yield from (part for part in parts if Address(part, 0).is_remote)
    for style in STYLE.finditer(html):
        yield from (each.text for each in addresses(style[1]) if each.is_remote)
