"""What is wrong with a document, as its reading finds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a document, from `start` up to `end`, and the place where they begin."""

    start: int
    end: int
    line: int
    column: int

    @property
    def is_written(self) -> bool:
        """Whether there is anything: what a document type supplies stands nowhere."""
        return self.start < self.end


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The characters of a span give way to a text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault: its code, where it is, and what the message says.

    `subject` is the element, attribute or text at fault, `element` the element around it.
    `expected` holds at most five names or values, best first. `remedy` is what an editor should
    do, in words, and `rewritings` does it where that is safe. One `of_element` is at some place of
    the element that it is about; one that is `withdrawn` is not to be told.
    """

    code: str
    at: Span
    subject: str
    element: str = ""
    reason: str = ""
    expected: tuple[str, ...] = ()
    remedy: str = ""
    rewritings: tuple[Rewriting, ...] = ()
    of_element: bool = False
    withdrawn: bool = False
