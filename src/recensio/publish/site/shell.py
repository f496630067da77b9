"""The shell around the content of a page: head, navigation, foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from recensio import __version__
from recensio.model.document import Artifact
from recensio.model.problem import Problem
from recensio.publish.pages import ICON, SCRIPTS, STYLE, to_root
from recensio.publish.prepare import Edition
from recensio.publish.site.cited.head import Head
from recensio.publish.site.page import Page
from recensio.publish.site.rooms import Entrance
from recensio.publish.site.style import own_style
from recensio.publish.site.theme import Theme
from recensio.tei.names import XML_LANG

FRAME: Final = "base"
"""The file of styles/ that stands in the head of every page, so that it is drawn at once."""

STYLES: Final = ("front", "reading", "elements", "critical", "registers", "finding", "print")
"""The files of styles/ that together are the style sheet of the site, in their order."""

ALWAYS: Final = ("reading.js",)
"""The scripts of every page."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What an edition changes in the look of all pages: templates, and a style sheet of its own.

    `files` are the style sheet first, then all that it shows.
    """

    theme: Theme
    files: tuple[Artifact, ...] = ()
    refusals: tuple[Problem, ...] = ()

    @property
    def styles(self) -> tuple[str, ...]:
        """The addresses of style sheets to read after ours, below site/."""
        return tuple(quote(each.path.removeprefix("site/")) for each in self.files[:1])

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with it, once all pages are drawn."""
        return (*self.refusals, *self.theme.problems)


def dress_of(edition: Edition) -> Dress:
    """How the edition dresses its pages (the table [site] of edition.toml)."""
    web, root = edition.corpus.web, Path(edition.corpus.root)
    theme = Theme(root / web.templates if web.templates else None)
    if not web.style:
        return Dress(theme)
    own = own_style(root, web.style)
    return Dress(theme, own.value, own.problems)


def drawn(
    page: Page,
    edition: Edition,
    navigation: Sequence[Entrance],
    dress: Dress,
    head: Head | None = None,
    root: str | None = None,
) -> Artifact:
    """The page in the shell of the edition; `root` is the way to site/, if not from its path."""
    html = dress.theme.render(
        page=page,
        head=head,
        main=Markup(page.main),  # noqa: S704 - made by our stylesheets, which escape all text
        edition=edition.corpus.metadata,
        web=edition.corpus.web,
        navigation=navigation,
        here=next((each for each in navigation if each.room == page.room), None),
        language=_language(page, edition),
        interface=edition.corpus.interface,
        say=edition.corpus.interface.say,
        root=to_root(page.path) if root is None else root,
        frame=_frame(),
        style=STYLE,
        icon=ICON,
        own_styles=dress.styles,
        scripts=[f"{SCRIPTS}/{name}" for name in (*ALWAYS, *page.scripts)],
        version=__version__,
    )
    source = page.document.path if page.document else None
    return Artifact(f"site/{page.path}", html.encode(), "text/html", source)


def served(edition: Edition) -> Iterator[Artifact]:
    """The style sheet, the icon and the scripts that pages name."""
    icon = _folder(ICON).read_bytes()
    yield Artifact(f"site/{ICON}", icon, "image/svg+xml")
    styles = "\n".join(_read("styles", f"{name}.css") for name in STYLES)
    yield Artifact(f"site/{STYLE}", styles.encode(), "text/css")
    for file in sorted(_folder("scripts").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".js"):
            yield Artifact(f"site/{SCRIPTS}/{file.name}", file.read_bytes(), "text/javascript")


def _language(page: Page, edition: Edition) -> str:
    """The language of what is read on a page: that of its document, else of the site's words."""
    of_text = page.document.tree.getroot().get(XML_LANG) if page.document else None
    return of_text or edition.corpus.interface.language


@cache
def _frame() -> Markup:
    """The style sheet of the frame without comments and line breaks."""
    rules = re.sub(r"/\*.*?\*/", "", _read("styles", f"{FRAME}.css"), flags=re.DOTALL)
    return Markup(" ".join(rules.split()))  # noqa: S704 - our own file, in which there is no "<"


def _read(folder: str, name: str) -> str:
    return _folder(folder).joinpath(name).read_text(encoding="utf-8")


def _folder(name: str) -> resources.abc.Traversable:
    return resources.files("recensio.publish.site").joinpath(name)
