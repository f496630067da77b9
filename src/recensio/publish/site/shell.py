"""The shell around the content of a page: head, navigation, foot. The only use of Jinja."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from recensio import __version__
from recensio.model.document import Artifact
from recensio.publish.pages import ICON, SCRIPTS, STYLE, to_root
from recensio.publish.prepare import Edition
from recensio.publish.site.page import Page
from recensio.publish.site.rooms import Entrance
from recensio.tei.names import XML_LANG

STYLES: Final = ("base", "reading", "elements", "critical", "registers", "finding", "print")
"""The files of styles/ that together are the style sheet of the site, in their order."""

ALWAYS: Final = ("reading.js",)
"""The scripts of every page."""


def drawn(page: Page, edition: Edition, navigation: Sequence[Entrance]) -> Artifact:
    """The page in the shell of the edition."""
    html = _template().render(
        page=page,
        main=Markup(page.main),  # noqa: S704 - made by our stylesheets, which escape all text
        edition=edition.corpus.metadata,
        web=edition.corpus.web,
        navigation=navigation,
        here=next((each for each in navigation if each.room == page.room), None),
        language=_language(page, edition),
        interface=edition.corpus.interface,
        say=edition.corpus.interface.say,
        root=to_root(page.path),
        style=STYLE,
        icon=ICON,
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


def _read(folder: str, name: str) -> str:
    return _folder(folder).joinpath(name).read_text(encoding="utf-8")


def _folder(name: str) -> resources.abc.Traversable:
    return resources.files("recensio.publish.site").joinpath(name)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("recensio.publish.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.jinja")
