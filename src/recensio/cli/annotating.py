"""recensio annotate."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import typer

from recensio import __version__
from recensio.annotate import Annotated, annotate_file, lexicon_of_corpus, siglum_of
from recensio.annotate.lexicon import Lexicon
from recensio.cli.building import exit_code
from recensio.cli.report import as_text, summary
from recensio.corpus import read_corpus
from recensio.model.document import Corpus, Document, DocumentKind
from recensio.model.problem import Outcome, Problem
from recensio.project import SETTINGS, open_project
from recensio.publish.write import write_file


def annotate(paths: Sequence[Path], check: bool, report: Path | None, show_all: bool) -> int:
    """Mark names and dates in the texts, or with `check` say what would be; the exit code."""
    read = read_corpus(open_project(paths))
    lexicon = _lexicon(read.value, paths)
    texts = read.value.of_kind(DocumentKind.TEXT)
    outcomes = {Path(document.path): _annotated(document, lexicon) for document in texts}
    found = (problem for outcome in outcomes.values() for problem in outcome.problems)
    problems = (*read.problems, *found)
    changed = {path: outcome.value for path, outcome in outcomes.items() if outcome.value.marked}
    for path, annotated in changed.items():
        if not check:
            write_file(path, annotated.content)
        typer.echo(f"{path}: {_counted(annotated)}{' to be marked' if check else ''}")
    if report is not None:
        write_file(report, _report(changed, problems).encode())
    for line in as_text(problems, show_all):
        typer.echo(line, err=True)
    verb = "would change" if check else "changed"
    typer.echo(f"{len(changed)} of {len(texts)} files {verb}; {summary(problems)}")
    return exit_code(problems, strict=False) or int(check and bool(changed))


def _lexicon(corpus: Corpus, paths: Sequence[Path]) -> Lexicon:
    """The names of the registers, or where there are none, of those of the edition around."""
    if not corpus.of_kind(DocumentKind.REGISTER):
        starts = [Path.cwd(), *(path.resolve() for path in paths)]
        folders = (folder for start in starts for folder in (start, *start.parents))
        edition = next((folder for folder in folders if (folder / SETTINGS).is_file()), None)
        corpus = read_corpus(open_project([edition])).value if edition else corpus
    return lexicon_of_corpus(corpus)


def _annotated(document: Document, lexicon: Lexicon) -> Outcome[Annotated]:
    content = Path(document.path).read_bytes()
    return annotate_file(content, document.path, lexicon, siglum_of(document))


def _counted(annotated: Annotated) -> str:
    counts = Counter(marked.element for marked in annotated.marked)
    return ", ".join(f"{count} {element}" for element, count in sorted(counts.items()))


def _report(changed: Mapping[Path, Annotated], problems: Sequence[Problem]) -> str:
    """What was marked and what was left open, as JSON."""
    marked = [
        {
            "path": str(path),
            "line": mark.location.line,
            "column": mark.location.column,
            "text": mark.text,
            "element": mark.element,
            **dict(mark.attributes),
        }
        for path, annotated in changed.items()
        for mark in annotated.marked
    ]
    doubts = [
        {"code": problem.code, "message": problem.message, **asdict(problem.location)}
        for problem in problems
    ]
    record = {"tool": "recensio", "version": __version__, "marked": marked, "doubts": doubts}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
