"""The only door to Pagefind, the program that makes the index which a browser searches.

It is spoken to as its own Python package does, in JSON over a pipe; that package waits a tenth of a
second for each answer, which ten thousand passages would wait for a quarter of an hour.
https://pagefind.app/docs/py-api/
"""

from __future__ import annotations

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from gzip import decompress
from threading import Thread
from typing import IO, Any, Final

END: Final = b","
"""Ends each message, in both directions."""

NEEDED: Final = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
NEEDED_ENDINGS: Final = (".pf_meta", ".pf_index", ".pf_fragment", ".pagefind")
"""What a search needs; the forms and styles of Pagefind's own are left out."""

HEAD: Final = b"pagefind_dcd"
"""How every packed file of the index begins, once unpacked."""


class PagefindError(Exception):
    """Pagefind is not there or did not do what it was asked; the text says why."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is found as one: its address, its text, and what is told with it."""

    url: str
    text: str
    told: Mapping[str, str]


def index(records: Sequence[Record], language: str) -> dict[str, bytes]:
    """The files of an index by their names; the same for the same records.

    `language` decides how words are stemmed, "und" leaves them as they are. Raises PagefindError.
    """
    messages = list(_messages(records, language))
    answers = _answers(messages)
    if len(answers) != len(messages) or "files" not in answers[-1]:
        refused = next((each["message"] for each in answers if "message" in each), "it ended early")
        raise PagefindError(str(refused))
    files = {file["path"]: b64decode(file["content"]) for file in answers[-1]["files"]}
    return {path: content for path, content in files.items() if _is_needed(path)}


def fragments(files: Mapping[str, bytes]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The passages of an index: the name that results give each, and what is told with it."""
    for path, content in files.items():
        if path.endswith(".pf_fragment"):
            fragment = json.loads(decompress(content).removeprefix(HEAD))
            name = path.rpartition("/")[2].removesuffix(".pf_fragment")
            yield name, fragment["meta"]


def _messages(records: Sequence[Record], language: str) -> Iterator[Mapping[str, Any]]:
    yield {"type": "NewIndex", "config": {"force_language": language, "keep_index_url": True}}
    for record in records:
        yield {
            "type": "AddRecord",
            "index_id": 0,
            "url": record.url,
            "content": record.text,
            "language": language,
            "meta": record.told,
            "filters": {},
            "sort": {},
        }
    yield {"type": "GetFiles", "index_id": 0}


def _answers(messages: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What Pagefind answers to each message, in their order."""
    with _started() as process:
        if process.stdin is None or process.stdout is None:
            raise AssertionError("pipes were asked for")
        writer = Thread(target=_write, args=(process.stdin, messages), daemon=True)
        writer.start()
        received = _received(process.stdout, len(messages))
        process.kill()
        writer.join()
    try:
        answers = [json.loads(b64decode(each)) for each in received.split(END) if each]
    except ValueError:
        raise PagefindError(received[:200].decode(errors="replace")) from None
    ordered = sorted(answers, key=lambda answer: answer["message_id"] or 0)
    return [answer["payload"] for answer in ordered]


def _started() -> subprocess.Popen[bytes]:
    try:
        from pagefind.service import get_executable

        program = get_executable()
    except ImportError as error:
        raise PagefindError(str(error)) from None
    if program is None:
        raise PagefindError("its program is not installed")
    command, pipe = [str(program), "--service"], subprocess.PIPE
    try:
        return subprocess.Popen(command, stdin=pipe, stdout=pipe)  # noqa: S603 - no shell
    except OSError as error:
        raise PagefindError(f"{program}: {error.strerror or error}") from None


def _write(pipe: IO[bytes], messages: Sequence[Mapping[str, Any]]) -> None:
    try:
        for number, payload in enumerate(messages):
            message = json.dumps({"message_id": number, "payload": payload})
            pipe.write(b64encode(message.encode()) + END)
        pipe.flush()
    except OSError:
        # The program has ended, which whoever reads its answers notices.
        with suppress(OSError):
            pipe.close()


def _received(pipe: IO[bytes], count: int) -> bytes:
    """As many answers as messages were sent, or what came until the program ended."""
    chunks: list[bytes] = []
    missing = count
    while missing > 0:
        chunk = pipe.read1(1 << 20)  # type: ignore[attr-defined]  # a pipe is buffered
        if not chunk:
            break
        missing -= chunk.count(END)
        chunks.append(chunk)
    return b"".join(chunks)


def _is_needed(path: str) -> bool:
    return path in NEEDED or path.endswith(NEEDED_ENDINGS)
