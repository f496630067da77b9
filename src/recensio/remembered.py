"""What a process that builds again and again remembers of its pure steps.

A step is a function whose value depends on its arguments alone. `remembered` marks one: while a
process is `remembering`, its value for the same arguments is not reckoned twice. An ordinary build
remembers nothing. Arguments are compared by value, trees by identity: a tree that was read once is
never changed, so the same tree is the same text.

To remember another step: make it a function of its own whose arguments are all that it looks at,
and put `@remembered` above it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Memory:
    """The values of the last build, and of the one that goes on."""

    def __init__(self) -> None:
        self._before: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}

    def __contains__(self, key: Hashable) -> bool:
        """Whether the value of a key is known."""
        return key in self._now or key in self._before

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, made if it is not known."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        value: T = self._now[key]
        return value

    def turn(self, complete: bool) -> None:
        """A build has ended: if it went through, what it did not use is forgotten."""
        self._before = self._now if complete else {**self._before, **self._now}
        self._now = {}


_memory: Final[ContextVar[Memory | None]] = ContextVar("memory", default=None)


@contextmanager
def remembering(memory: Memory) -> Iterator[None]:
    """Within it steps are remembered; it ends as a build ends."""
    token = _memory.set(memory)
    complete = False
    try:
        yield
        complete = True
    finally:
        _memory.reset(token)
        memory.turn(complete)


def memory() -> Memory | None:
    """The memory of this process, if it has one."""
    return _memory.get()


def remembered(step: Callable[P, T]) -> Callable[P, T]:
    """The step, remembered; it is called by position with what can be hashed."""

    @wraps(step)
    def recalled(*args: P.args, **kwargs: P.kwargs) -> T:
        known = memory()
        if known is None:
            return step(*args, **kwargs)
        return known.recall((step, *args), lambda: step(*args, **kwargs))

    return recalled
