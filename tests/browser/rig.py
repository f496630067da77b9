"""A real browser for tests: Debian's Chromium, driven by Playwright, without a network.

Use the fixtures `browser` and `visitor` (tests/browser/conftest.py): a visitor opens pages of a
site, from the disk or over http, and notes every error of the console and every failed request.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from threading import Thread
from typing import Any, Final, Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The sets of axe's rules that every page is held to."""

LOOK: Final = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
"""Rules whose answer depends on the window and the colour scheme."""

QUICKLY: Final = {"preload": False, "resultTypes": ["violations"]}
"""Style sheets are not asked for again, which file:// forbids; what passes is not described."""

Scheme = Literal["light", "dark"]


@dataclass
class Visitor:
    """A reader with a window of a width, a colour scheme, with scripts or without."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, page: Path | str) -> Page:
        """Open a file from the disk or an address."""
        self.page.goto(page.as_uri() if isinstance(page, Path) else page)
        return self.page

    def violations(self, of_look: bool = False) -> list[str]:
        """What axe finds wrong with the page that is open, a line for each place.

        `of_look`: only what can come and go with the width of the window and the colours.
        """
        self.page.evaluate(axe())
        held = {"type": "rule", "values": LOOK} if of_look else {"type": "tag", "values": RULES}
        options = {"runOnly": held, **QUICKLY}
        found: dict[str, Any] = self.page.evaluate("options => axe.run(options)", options)
        return [
            f"{each['id']}: {node['html'][:200]}: {node['failureSummary']}"
            for each in found["violations"]
            for node in each["nodes"]
        ]


@cache
def axe() -> str:
    """The script of axe, as its Python package brings it."""
    file = resources.files("axe_playwright_python").joinpath("axe.min.js")
    return file.read_text(encoding="utf-8")


@contextmanager
def visiting(
    browser: Browser,
    width: int = 1280,
    height: int = 900,
    scheme: Scheme = "light",
    scripts: bool = True,
    **options: Any,
) -> Iterator[Visitor]:
    """A visitor in a window of its own."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        java_script_enabled=scripts,
        **options,
    )
    visitor = Visitor(context.new_page())

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            visitor.errors.append(message.text)

    def failed(request: Request) -> None:
        visitor.errors.append(f"{request.url}: {request.failure}")

    visitor.page.on("console", said)
    visitor.page.on("pageerror", lambda error: visitor.errors.append(str(error)))
    visitor.page.on("requestfailed", failed)
    visitor.page.on("request", lambda request: visitor.requests.append(request.url))
    try:
        yield visitor
    finally:
        context.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which a folder is served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
