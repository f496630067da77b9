"""recensio annotate."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import typer

from recensio import __version__
from recensio.annotate import lexicon_of_corpus, siglum_of
from recensio.annotate.decisions import Decision, Decisions, Rulings, read_decisions, unmet
from recensio.annotate.files import Annotated, annotate_file
from recensio.annotate.lexicon import Lexicon
from recensio.annotate.proposals import Proposal, proposals_of
from recensio.annotate.report import as_json, as_lines, as_register
from recensio.cli.building import exit_code
from recensio.cli.progress import Waiting
from recensio.cli.report import as_text, summary
from recensio.corpus import read_corpus
from recensio.model.document import Corpus, Document, DocumentKind
from recensio.model.problem import Outcome, Problem
from recensio.project import SETTINGS, Project, open_project
from recensio.publish.write import write_file

TEXT_SUFFIXES: Final = (".txt", ".text", ".md")


def annotate(
    paths: Sequence[Path], check: bool, report: Path | None, propose: Path | None, show_all: bool
) -> int:
    """Mark names and dates in the texts, or with `check` say what would be; the exit code."""
    project = open_project(paths)
    read = read_corpus(project)
    edition = _edition(read.value, project, paths)
    own = read.value if edition is project else read_corpus(edition).value
    lexicon = lexicon_of_corpus(own)
    settled = decisions_of(edition, lexicon)
    texts = read.value.of_kind(DocumentKind.TEXT)
    outcomes = {d.path: _annotated(d, lexicon, settled.value) for d in _shown(texts)}
    files = {path: outcome.value for path, outcome in outcomes.items()}
    idle = _unmet(settled.value, files, texts, edition is project)
    unreadable = [p for o in outcomes.values() for p in o.problems if p.code == "SRC004"]
    others = (*read.problems, *settled.problems, *unreadable, *idle)
    problems = (*others, *(p for o in outcomes.values() for p in o.problems if p.code != "SRC004"))
    changed = _write(files, check)
    proposals = proposals_of(unknown for each in files.values() for unknown in each.unknown)
    _tell(report, propose, files, proposals, others)
    for line in as_text(problems, show_all):
        typer.echo(line, err=True)
    verb = "would change" if check else "changed"
    typer.echo(f"{changed} of {len(texts)} files {verb}; {summary(problems)}")
    return exit_code(problems, strict=False) or int(check and bool(changed))


def decisions_of(project: Project, lexicon: Lexicon) -> Outcome[Decisions]:
    """What the editor of an edition has settled; nothing if edition.toml names no file for it."""
    if project.decisions is None:
        return Outcome(Decisions())
    return read_decisions(project.decisions, lexicon)


def _edition(corpus: Corpus, project: Project, paths: Sequence[Path]) -> Project:
    """The edition whose registers count: the project, or where it has none, the one around it."""
    if corpus.of_kind(DocumentKind.REGISTER):
        return project
    starts = [Path.cwd(), *(path.resolve() for path in paths)]
    folders = (folder for start in starts for folder in (start, *start.parents))
    edition = next((folder for folder in folders if (folder / SETTINGS).is_file()), None)
    return open_project([edition]) if edition else project


def _shown(texts: Sequence[Document]) -> Iterator[Document]:
    """The texts, each named on a terminal while it is read."""
    waiting = Waiting()
    for number, text in enumerate(texts, 1):
        waiting.say(f"annotating {Path(text.path).name} ({number} of {len(texts)})")
        yield text
    waiting.hide()


def _annotated(document: Document, lexicon: Lexicon, decisions: Decisions) -> Outcome[Annotated]:
    content = Path(document.path).read_bytes()
    rulings = Rulings(decisions, lexicon, document.id)
    return annotate_file(content, document.path, lexicon, siglum_of(document), rulings)


def _unmet(
    decisions: Decisions, files: Mapping[str, Annotated], texts: Sequence[Document], is_whole: bool
) -> tuple[Problem, ...]:
    met: Counter[Decision] = sum((file.met for file in files.values()), Counter())
    return tuple(unmet(decisions, met, [document.id for document in texts], is_whole))


def _write(files: Mapping[str, Annotated], check: bool) -> int:
    """Write the files that have new marks, unless it is only to be checked; how many they are."""
    changed = {path: file for path, file in files.items() if file.marked}
    for path, file in changed.items():
        if not check:
            write_file(Path(path), file.content)
        counts = Counter(marked.element for marked in file.marked)
        told = ", ".join(f"{count} {element}" for element, count in sorted(counts.items()))
        typer.echo(f"{path}: {told}{' to be marked' if check else ''}")
    return len(changed)


def _tell(
    report: Path | None,
    propose: Path | None,
    files: Mapping[str, Annotated],
    proposals: Sequence[Proposal],
    others: Sequence[Problem],
) -> None:
    """Write the report, as text or JSON by the ending of its name, and the proposed entries."""
    if report is not None and report.suffix.lower() in TEXT_SUFFIXES:
        write_file(report, "\n".join([*as_lines(files, proposals), ""]).encode())
    elif report is not None:
        told = as_json(files, proposals, others)
        record = {"tool": "recensio", "version": __version__, **told}
        write_file(report, (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())
    if propose is not None:
        write_file(propose, as_register(proposals).encode())
