"""The press: Typst, one pass in a process of its own, so that its memory is given back.

This module is run as `python -m recensio.publish.print.press` and is the only one that imports
typst. It reads an order as JSON from standard input and answers as JSON on standard output. Only
the embedded faces and the given folders are used, so that a book is the same on every machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

Claim = tuple[str, ...]
"""Standards that a file says it meets, as Typst names them: ("ua-1", "a-2a")."""

TIMEOUT: Final = 1800
"""Seconds after which a pass is given up."""


class PressError(Exception):
    """Typst refused a pass; `diagnostics` is its full report."""

    def __init__(self, message: str, diagnostics: str = "") -> None:
        super().__init__(message)
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True)
class Impression:
    """A file to be printed from a sheet, with the claims to try in turn.

    The last claim should be the empty one: it is always granted.
    """

    sheet: str
    output: Path
    claims: tuple[Claim, ...] = ((),)


@dataclass(frozen=True, slots=True)
class Printed:
    """A file as it was printed: the claim it makes, and Typst's report on each that it may not."""

    impression: Impression
    refusals: tuple[str, ...]

    @property
    def claim(self) -> Claim:
        """The standards that the file says it meets."""
        return self.impression.claims[len(self.refusals)]


@dataclass(frozen=True, slots=True)
class Press:
    """A folder of sheets (Typst files) and the faces to print them with."""

    folder: Path
    fonts: tuple[Path, ...] = ()

    def ask(self, sheet: str, question: str) -> Any:
        """The answer to a Typst expression about a sheet; raises PressError."""
        return self._run(sheet=sheet, question=question)["answer"]

    def print(
        self, impressions: Sequence[Impression], timestamp: int, question: str = "none"
    ) -> tuple[Any, tuple[Printed, ...]]:
        """Print each impression, and answer a question about the first; raises PressError.

        They share one process: a second file of the same text is laid out already.
        """
        done = self._run(
            sheet=impressions[0].sheet,
            question=question,
            impressions=[(each.sheet, str(each.output), each.claims) for each in impressions],
            timestamp=timestamp,
        )
        pairs = zip(impressions, done["refusals"], strict=True)
        return done["answer"], tuple(Printed(each, tuple(reports)) for each, reports in pairs)

    def _run(self, **order: Any) -> dict[str, Any]:
        order |= {"folder": str(self.folder), "fonts": [str(path) for path in self.fonts]}
        command = [sys.executable, "-m", __name__]
        try:
            done = subprocess.run(  # noqa: S603 (our own module)
                command,
                input=json.dumps(order).encode(),
                capture_output=True,
                check=False,
                timeout=TIMEOUT,
            )
        except subprocess.TimeoutExpired:
            raise PressError(f"no page after {TIMEOUT} seconds") from None
        if done.returncode:
            raise PressError(_last_line(done.stderr) or f"the press ended ({done.returncode})")
        answer: dict[str, Any] = json.loads(done.stdout)
        if "error" in answer:
            raise PressError(answer["error"], answer["diagnostics"])
        return answer


def _last_line(stderr: bytes) -> str:
    lines = stderr.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


def _execute(order: dict[str, Any]) -> dict[str, Any]:
    import typst

    folder = Path(order["folder"])
    fonts = typst.Fonts(include_system_fonts=False, font_paths=order["fonts"])
    compiler: Any = None
    try:
        compiler = typst.Compiler(folder / order["sheet"], root=folder, font_paths=fonts)
        answer = json.loads(compiler.eval(order["question"]))
        refusals = [
            _print(compiler, folder / sheet, output, order["timestamp"], claims)
            for sheet, output, claims in order.get("impressions", ())
        ]
    except typst.TypstError as error:
        return {"error": str(error), "diagnostics": error.diagnostic or ""}
    except RuntimeError as error:  # a question says less than a compilation
        return {"error": str(error), "diagnostics": _diagnostics(compiler)}
    return {"answer": answer, "refusals": refusals}


def _print(
    compiler: Any, sheet: Path, output: str, timestamp: int, claims: list[list[str]]
) -> list[str]:
    """Write a file with the first claim that is granted; return the reports on those before it.

    The layout is kept from one try to the next, so a claim that is refused costs little.
    """
    import typst

    how = {"input": sheet, "output": output, "format": "pdf", "timestamp": timestamp}
    refusals: list[str] = []
    *high, last = claims
    for claim in high:
        try:
            compiler.compile(**how, pdf_standards=claim)
        except typst.TypstError as error:
            refusals.append(error.diagnostic or str(error))
        else:
            return refusals
    compiler.compile(**how, pdf_standards=last)
    return refusals


def _diagnostics(compiler: Any) -> str:
    import typst

    try:
        compiler.compile(format="pdf")
    except typst.TypstError as error:
        return error.diagnostic or str(error)
    return ""


if __name__ == "__main__":
    json.dump(_execute(json.load(sys.stdin)), sys.stdout)
