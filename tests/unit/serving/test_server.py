from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPResponse

import pytest

from recensio.model.document import Artifact
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem
from recensio.serving.published import TOLD, Published
from recensio.serving.server import Server

PAGE = b"<!DOCTYPE html><html><head><title>x</title></head><body></body></html>"
FILES = {
    "index.html": Artifact("site/index.html", PAGE, "text/html"),
    "texts/index.html": Artifact("site/texts/index.html", PAGE, "text/html"),
    "texts/a.xml": Artifact("site/texts/a.xml", b"<a/>", "application/tei+xml"),
    "style.css": Artifact("site/style.css", b"p {}", "text/css"),
    "ж.svg": Artifact("site/ж.svg", b"<svg/>", "image/svg+xml"),
    "search.wasm": Artifact("site/search.wasm", b"\0asm", "application/wasm"),
}
LOST = Artifact("site/404.html", PAGE.replace(b"x", b"lost"), "text/html")


@contextmanager
def serving(published: Published) -> Iterator[Server]:
    server = Server(0)
    server.publish(published)
    server.start()
    try:
        yield server
    finally:
        server.close()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(Published(FILES, LOST)) as server:
        yield server


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    content: bytes


@contextmanager
def asking(server: Server, path: str, method: str, host: str) -> Iterator[HTTPResponse]:
    port = int(server.address.rpartition(":")[2].strip("/"))
    with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{port}")
        connection.endheaders()
        with connection.getresponse() as answer:
            yield answer


def asked(server: Server, path: str, method: str = "GET", host: str = "") -> Answer:
    with asking(server, path, method, host) as answer:
        return Answer(answer.status, answer.headers, answer.read())


@pytest.mark.parametrize(
    ("path", "media_type", "content"),
    [
        ("/texts/a.xml", "application/tei+xml", b"<a/>"),
        ("/style.css?state=1", "text/css; charset=utf-8", b"p {}"),
        ("/%D0%B6.svg", "image/svg+xml; charset=utf-8", b"<svg/>"),
        ("/search.wasm", "application/wasm", b"\0asm"),
    ],
)
def test_files_have_their_types(server: Server, path: str, media_type: str, content: bytes) -> None:
    answer = asked(server, path)
    assert (answer.status, answer.content) == (200, content)
    assert answer.headers.get("Content-Type") == media_type
    assert answer.headers.get("Cache-Control") == "no-store"
    head = asked(server, path, "HEAD")
    assert (head.status, head.content) == (200, b"")
    assert head.headers.get("Content-Length") == str(len(content))


@pytest.mark.parametrize("path", ["/", "/index.html", "/texts/"])
def test_a_page_has_the_script_and_nothing_else_more(server: Server, path: str) -> None:
    content = asked(server, path).content
    begin, end = content.index(b"<script"), content.index(b"</script>\n") + len(b"</script>\n")
    assert content[:begin] + content[end:] == PAGE


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/../edition.toml",
        "/%2e%2e/edition.toml",
        "//etc/passwd",
        "/texts/../..",
        "/a%00",
    ],
)
def test_nothing_else_is_handed_out(server: Server, path: str) -> None:
    answer = asked(server, path)
    assert answer.status == 404
    assert b"<title>lost</title>" in answer.content


def test_a_folder_leads_to_its_page(server: Server) -> None:
    answer = asked(server, "/texts")
    assert (answer.status, answer.headers.get("Location")) == (302, "/texts/")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1", "evil.example:80"])
def test_another_name_for_this_machine_gets_nothing(server: Server, host: str) -> None:
    for path in ("/", "/.recensio/events", "/.recensio/live.js"):
        answer = asked(server, path, host=host)
        assert (answer.status, answer.content) == (421, b"")


def test_localhost_is_this_machine(server: Server) -> None:
    port = server.address.rpartition(":")[2].strip("/")
    assert asked(server, "/", host=f"localhost:{port}").status == 200


def test_a_port_that_is_not_free_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CannotGoOn) as failure:
            Server(taken.getsockname()[1])
    assert [found.code for found in failure.value.problems] == ["PUB008"]


def told(answer: HTTPResponse) -> dict[str, object]:
    """The next event of a stream."""
    while not (line := answer.readline()).startswith(b"data: "):
        assert line
    event: dict[str, object] = json.loads(line.removeprefix(b"data: "))
    return event


def test_open_pages_are_told_what_changes() -> None:
    with (
        serving(Published(FILES, LOST)) as server,
        asking(server, "/.recensio/events?page=%2Findex.html", "GET", "") as stream,
    ):
        assert stream.headers.get("Content-Type") == "text/event-stream; charset=utf-8"
        first = told(stream)
        style = Artifact("site/style.css", b"q {}", "text/css")
        server.publish(Published({**FILES, "style.css": style}, LOST))
        second = told(stream)
        assert first["page"] == second["page"]
        assert first["styles"] != second["styles"]
        server.publish(Published({**FILES, "index.html": LOST}, LOST))
        assert told(stream)["page"] != second["page"]


def test_problems_are_told_the_gravest_first_and_counted() -> None:
    place = Location("a.xml", 3, 4)
    broken = problem("SRC001", place, reason="no end")
    note = problem("PUB001", place, element="x", count=1)
    many = tuple(problem("SRC002", place, path=str(number)) for number in range(TOLD))
    event = json.loads(Published(problems=(note, broken, *many), failed=True).told("/"))
    assert event["problems"][0] == {
        "severity": "error",
        "code": "SRC001",
        "place": "a.xml:3:4",
        "message": broken.message,
        "hint": broken.hint,
    }
    assert len(event["problems"]) == TOLD
    assert event["title"] == f"{TOLD + 1} problems"
    assert event["more"] == "and 1 more, in the terminal"
    assert event["note"]


def test_without_a_site_there_is_a_page_that_waits() -> None:
    with serving(Published()) as server:
        answer = asked(server, "/")
        assert answer.status == 404
        assert b"No site yet" in answer.content
