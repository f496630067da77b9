"""recensio serve --dts: the texts are asked for over http."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from recensio.publish.dts import Addresses, Service
from recensio.serving.published import Published
from recensio.serving.server import Server
from tests.support import edition_of
from tests.unit.publish.dts.test_service import FILES as TEXTS
from tests.unit.serving.test_server import FILES, LOST, asked, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("served")
    service = Service(edition_of(folder, TEXTS), Addresses("http://127.0.0.1/dts/"))
    with serving(Published(FILES, LOST, service=service)) as server:
        yield server


@pytest.mark.parametrize("path", ["/dts", "/dts/"])
def test_the_entry(server: Server, path: str) -> None:
    answer = asked(server, path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "application/ld+json")
    assert json.loads(answer.content)["@type"] == "EntryPoint"


def test_a_passage_and_a_refusal(server: Server) -> None:
    answer = asked(server, "/dts/document/?resource=gospels&ref=Matt%201:1&mediaType=text/plain")
    assert (answer.status, answer.content) == (200, b"One.\n")
    assert answer.headers["Link"].endswith('collection/?id=gospels>; rel="collection"')
    refused = asked(server, "/dts/document/?resource=gospels&ref=Luke")
    assert (refused.status, refused.headers["Content-Type"]) == (404, "application/problem+json")


def test_the_site_is_served_beside_it(server: Server) -> None:
    assert asked(server, "/").status == 200
    assert asked(server, "/dtsx").status == 404


def test_without_it_there_is_nothing() -> None:
    with serving(Published(FILES, LOST)) as server:
        assert asked(server, "/dts/").status == 404
