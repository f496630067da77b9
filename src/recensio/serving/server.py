"""The site over http, for this machine alone, and the events that tell open pages what changed.

Pages are handed out of memory, so a browser never meets half a site, and no path leads anywhere
else. Requests must name this machine as their host: a page of a stranger whose name was made to
point here (DNS rebinding) gets nothing. Events are those of HTML, section 9.2.
"""

from __future__ import annotations

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from threading import Condition, Lock, Thread
from typing import Any, Final
from urllib.parse import parse_qs, quote, unquote, urlsplit

from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem
from recensio.publish.dts import Service
from recensio.serving.published import Published

HERE: Final = "127.0.0.1"
NAMES: Final = (HERE, "localhost", "[::1]")
OWN: Final = "/.recensio/"
"""Where the files of the server itself stand; no page of a site has such an address."""

DTS: Final = "/dts/"
"""Where the texts are asked for by programs, if that is wanted (publish/dts)."""

OWN_FILES: Final = {"live.js": "text/javascript", "live.css": "text/css"}
ICON: Final = "/favicon.ico"
"""What browsers ask for of their own accord."""

BEAT: Final = 15.0
"""Seconds after which an open page is written to, to see whether it is still there."""

HTML: Final = "text/html"
TEXTS: Final = ("text/", "application/json", "application/xml", "image/svg+xml")
"""Media types that are told with their encoding, which is always UTF-8."""

ALWAYS: Final = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Server:
    """Hands out what was published last."""

    def __init__(self, port: int) -> None:
        """Take the port; 0 is any that is free. Raises CannotGoOn (PUB008)."""
        self.published = Published()
        self.turn = 0
        self.changed = Condition()
        self.citing = Lock()
        self.closed = False
        try:
            self._http = _Http((HERE, port), self)
        except OSError as error:
            reason = error.strerror or str(error)
            raise CannotGoOn(problem("PUB008", Location(), port=port, reason=reason)) from None
        self.address = f"http://{HERE}:{self._http.server_port}/"
        self.hosts = {f"{name}:{self._http.server_port}" for name in NAMES}

    def start(self) -> None:
        """Answer from now on, in threads of its own."""
        Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()

    def publish(self, published: Published) -> None:
        """Let this be what is handed out, and tell all open pages."""
        with self.changed:
            self.published = published
            self.turn += 1
            self.changed.notify_all()

    def after(self, turn: int) -> tuple[Published, int]:
        """What is published after a turn and which turn that is, waited for as long as a beat."""
        with self.changed:
            self.changed.wait_for(lambda: self.turn != turn or self.closed, BEAT)
            return self.published, self.turn

    def close(self) -> None:
        """Answer no more."""
        with self.changed:
            self.closed = True
            self.changed.notify_all()
        self._http.shutdown()
        self._http.server_close()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, address: tuple[str, int], owner: Server) -> None:
        self.owner = owner
        super().__init__(address, _Answer)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that has gone away is no fault."""


class _Answer(BaseHTTPRequestHandler):
    server: _Http
    protocol_version = "HTTP/1.1"
    server_version = "Recensio"
    sys_version = ""
    timeout = 60

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to the problems of the edition."""

    def do_HEAD(self) -> None:
        """As GET, without the content."""
        self.do_GET()

    def do_GET(self) -> None:
        """A file of the site, a file of the server, or the events."""
        if self.headers.get("Host", "") not in self.server.owner.hosts:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"", "text/plain")
            return
        url = urlsplit(self.path)
        address, service = unquote(url.path), self.server.owner.published.service
        if address == f"{OWN}events":
            self._tell(parse_qs(url.query).get("page", ["/"])[0])
        elif address.removeprefix(OWN) in OWN_FILES:
            self._send_own(address.removeprefix(OWN))
        elif service is not None and f"{address}/".startswith(DTS):
            self._cite(f"{address}/".removeprefix(DTS), url.query, service)
        else:
            self._send_page(address)

    def _send_page(self, address: str) -> None:
        published = self.server.owner.published
        found = published.page(address)
        if found is None and published.is_folder(address):
            self._send(HTTPStatus.FOUND, b"", HTML, Location=f"/{quote(address.strip('/'))}/")
        elif found is None and address == ICON:
            self._send(HTTPStatus.NO_CONTENT, b"", "image/x-icon")
        elif found is None:
            self._send(HTTPStatus.NOT_FOUND, published.live(address), HTML)
        elif found.media_type == HTML:
            self._send(HTTPStatus.OK, published.live(address), HTML)
        else:
            self._send(HTTPStatus.OK, found.content, found.media_type)

    def _cite(self, path: str, query: str, service: Service) -> None:
        with self.server.owner.citing:  # lxml has its trees read by one thread at a time.
            answer = service.at(path, query)
        self._send(HTTPStatus(answer.status), answer.body, answer.media_type, **answer.headers)

    def _send_own(self, name: str) -> None:
        content = resources.files("recensio.serving").joinpath(name).read_bytes()
        self._send(HTTPStatus.OK, content, OWN_FILES[name])

    def _send(self, status: HTTPStatus, content: bytes, media_type: str, **more: str) -> None:
        self.send_response(status)
        encoding = "; charset=utf-8" if media_type.startswith(TEXTS) else ""
        self.send_header("Content-Type", f"{media_type}{encoding}")
        self.send_header("Content-Length", str(len(content)))
        for name, value in {**ALWAYS, **more}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _tell(self, address: str) -> None:
        """The state of a page, now and whenever something was built, until the page goes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        for name, value in ALWAYS.items():
            self.send_header(name, value)
        self.end_headers()
        self.close_connection = True
        owner, told = self.server.owner, -1
        while self.command != "HEAD" and not owner.closed:
            published, turn = owner.after(told)
            event = f"data: {published.told(unquote(address))}\n\n" if turn != told else ":\n\n"
            self.wfile.write(f"retry: 500\n{event}".encode())
            told = turn
