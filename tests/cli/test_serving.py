"""recensio serve: what a browser gets, and that a change is built."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.support import laid_out, tei

PATIENCE = 60
"""Seconds to wait for a build on a slow machine."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def waited_for(words: str, address: str) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=5) as answer:  # noqa: S310 - an address on loopback
                if words in answer.read().decode():
                    return True
        except (URLError, ConnectionError):
            pass
        time.sleep(0.2)
    return False


def test_a_change_is_built_and_served(tmp_path: Path) -> None:
    laid_out(tmp_path, {"letter.xml": tei("<p>The first words.</p>")})
    port = free_port()
    command = [sys.executable, "-c", "from recensio.cli.app import main; main()"]
    server = subprocess.Popen([*command, "serve", "--port", str(port)], cwd=tmp_path)
    try:
        address = f"http://127.0.0.1:{port}/texts/letter.html"
        assert waited_for("The first words.", address)
        (tmp_path / "letter.xml").write_text(tei("<p>The second words.</p>"))
        assert waited_for("The second words.", address)
    finally:
        server.terminate()
        server.wait(PATIENCE)
