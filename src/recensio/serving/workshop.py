"""One build after the other, each reckoning only what has changed since the one before."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from recensio.model.document import Artifact
from recensio.model.failure import CannotGoOn
from recensio.pipeline import Build, Listener, Request, build
from recensio.publish.dts import Addresses, Service
from recensio.publish.renewal import Renewal
from recensio.publish.site import lost_page
from recensio.remembered import Memory, remembering
from recensio.serving.published import Published

SITE: Final = "site/"


@dataclass(frozen=True, slots=True)
class Turn:
    """What a build has made: the site as it now is, and which of its files are new or gone."""

    published: Published
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    seconds: float


class Workshop:
    """Builds the site of an edition, whose request is made anew for each build."""

    def __init__(
        self, request: Callable[[], Request], listener: Listener, address: str = ""
    ) -> None:
        """With the `address` of a server it also makes what answers there at dts/."""
        self._request = request
        self._listener = listener
        self._address = address
        self._memory = Memory()
        self._renewal = Renewal()
        self.published = Published()

    def build(self) -> Turn:
        """Build; what stops a build leaves the site as it is, with what is wrong told beside it.

        So does a document that can no longer be read: who mends it goes on looking at its page.
        """
        start = time.perf_counter()
        before = self.published.files
        try:
            self.published = self._built()
        except CannotGoOn as failure:
            self.published = replace(self.published, problems=failure.problems, failed=True)
        after = self.published.files
        return Turn(
            self.published,
            tuple(path for path in after if not _is_same(before.get(path), after[path])),
            tuple(before.keys() - after.keys()),
            time.perf_counter() - start,
        )

    def _built(self) -> Published:
        artifacts: list[Artifact] = []
        with remembering(self._memory):
            request = self._request()
            state = build(request, self._listener, lambda made, _out: artifacts.extend(made))
            if self.published.files and not _is_whole(state):
                return replace(self.published, problems=state.problems, failed=True)
            published = replace(_published(state), service=self._service(state))
            self._renewal.write(artifacts, request.out)
        return published

    def _service(self, state: Build) -> Service | None:
        if state.edition is None or not self._address:
            return None
        return Service(state.edition, Addresses(f"{self._address}dts/", self._address))


def _is_whole(state: Build) -> bool:
    """Whether every file of the edition could be read."""
    documents = state.corpus.documents if state.corpus else ()
    return len(documents) == len(state.request.project.files)


def _is_same(before: Artifact | None, after: Artifact) -> bool:
    return before is not None and before.content == after.content


def _published(state: Build) -> Published:
    site = (each for each in state.artifacts if each.path.startswith(SITE))
    return Published(
        files={each.path.removeprefix(SITE): each for each in site},
        lost=lost_page(state.edition) if state.edition else None,
        problems=state.problems,
        interface=state.edition.corpus.interface if state.edition else Published().interface,
    )
