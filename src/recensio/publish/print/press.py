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

TIMEOUT: Final = 1800
"""Seconds after which a pass is given up."""


class PressError(Exception):
    """Typst refused a pass; `diagnostics` is its full report."""

    def __init__(self, message: str, diagnostics: str = "") -> None:
        super().__init__(message)
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True)
class Press:
    """A folder of sheets (Typst files) and the faces to print them with."""

    folder: Path
    fonts: tuple[Path, ...] = ()

    def ask(self, sheet: str, question: str) -> Any:
        """The answer to a Typst expression about a sheet; raises PressError."""
        return self._run(sheet=sheet, question=question)["answer"]

    def print(
        self,
        sheet: str,
        output: Path,
        timestamp: int,
        question: str = "none",
        standards: Sequence[str] = (),
    ) -> Any:
        """Print a sheet as PDF to `output` and answer a question about it; raises PressError."""
        printed = self._run(
            sheet=sheet,
            question=question,
            output=str(output),
            timestamp=timestamp,
            standards=list(standards),
        )
        return printed["answer"]

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
        if "output" in order:
            compiler.compile(
                output=order["output"],
                format="pdf",
                timestamp=order["timestamp"],
                pdf_standards=order["standards"],
            )
    except typst.TypstError as error:
        return {"error": str(error), "diagnostics": error.diagnostic or ""}
    except RuntimeError as error:  # a question says less than a compilation
        return {"error": str(error), "diagnostics": _diagnostics(compiler)}
    return {"answer": answer}


def _diagnostics(compiler: Any) -> str:
    import typst

    try:
        compiler.compile(format="pdf")
    except typst.TypstError as error:
        return error.diagnostic or str(error)
    return ""


if __name__ == "__main__":
    json.dump(_execute(json.load(sys.stdin)), sys.stdout)
