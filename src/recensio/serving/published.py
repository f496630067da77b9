"""What a build gives to readers: the files of the site by their addresses, and what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from importlib import resources
from typing import Any, Final

from recensio.model.catalogue import Severity
from recensio.model.document import Artifact
from recensio.model.interface import Interface, interface
from recensio.model.problem import Problem
from recensio.publish.dts import Service

INDEX: Final = "index.html"
TOLD: Final = 20
"""Problems that the bar of a page lists; the others are counted."""

SHARED: Final = ("image/", "font/", "text/javascript")
"""What other files than its own a page shows: if one of them changes, it is loaded again."""


@dataclass(frozen=True)
class Published:
    """The site as it is served, in one piece: the next build takes its place as a whole.

    `files` are by their path below site/; `lost` is the page for an address where nothing stands,
    `problems` are those of the last build, which did not go through if `failed`. `service` answers
    what programs ask of the texts, if it is wanted.
    """

    files: Mapping[str, Artifact] = field(default_factory=dict)
    lost: Artifact | None = None
    problems: tuple[Problem, ...] = ()
    failed: bool = False
    interface: Interface = field(default_factory=lambda: interface("en"))
    service: Service | None = None

    def page(self, address: str) -> Artifact | None:
        """The file of an address such as "/", "/texts/" or "/texts/letter.html"."""
        path = address.lstrip("/")
        return self.files.get(f"{path}{INDEX}" if path.endswith("/") or not path else path)

    def is_folder(self, address: str) -> bool:
        """Whether the address names a folder that has a page, and lacks its last stroke."""
        return f"{address.lstrip('/')}/{INDEX}" in self.files

    def shown(self, address: str) -> bytes:
        """The HTML that is shown at an address, be it that nothing stands there."""
        found = self.page(address) or self.lost
        return found.content if found else _read("waiting.html")

    def state(self, address: str) -> Mapping[str, str]:
        """What a page at an address is made of, as digests: itself, styles, scripts and images."""
        return {
            "page": _digest([self.shown(address)]),
            "styles": self._digests["text/css"],
            "shared": self._digests["shared"],
        }

    def told(self, address: str) -> str:
        """What an open page is told, as JSON: its state, and the problems for its bar."""
        return json.dumps({**self.state(address), **self._bar}, ensure_ascii=False)

    def live(self, address: str) -> bytes:
        """The HTML of an address with the script that keeps it fresh."""
        tag = _read("live.html").decode()
        for name, digest in self.state(address).items():
            tag = tag.replace(f"{{{name}}}", digest)
        head, end, rest = self.shown(address).partition(b"</head>")
        return head + tag.encode() + end + rest

    @cached_property
    def _digests(self) -> Mapping[str, str]:
        files = [self.files[path] for path in sorted(self.files)]
        styles = [each.content for each in files if each.media_type == "text/css"]
        shared = [each.content for each in files if each.media_type.startswith(SHARED)]
        return {"text/css": _digest(styles), "shared": _digest(shared)}

    @cached_property
    def _bar(self) -> Mapping[str, Any]:
        grave = [each for each in self.problems if each.severity is not Severity.INFO]
        grave.sort(key=lambda each: each.severity is not Severity.ERROR)
        rest = len(grave) - TOLD
        return {
            "problems": [_told(each) for each in grave[:TOLD]],
            "title": self.interface.count("serve.problems", len(grave)),
            "note": self.interface.say("serve.last-good") if self.failed else "",
            "more": self.interface.count("serve.more", rest) if rest > 0 else "",
            "dismiss": self.interface.say("serve.dismiss"),
        }


def _told(problem: Problem) -> Mapping[str, str]:
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "place": str(problem.location),
        "message": problem.message,
        "hint": problem.hint,
    }


def _digest(contents: Iterable[bytes]) -> str:
    digest = blake2b(digest_size=16)
    for content in contents:
        digest.update(b"%d " % len(content))
        digest.update(content)
    return digest.hexdigest()


def _read(name: str) -> bytes:
    return resources.files("recensio.serving").joinpath(name).read_bytes()
