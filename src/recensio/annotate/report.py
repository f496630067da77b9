"""The report on an annotation: what was marked, what is doubtful, which names no register has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from recensio.annotate.files import Annotated, Marked
from recensio.annotate.proposals import Proposal
from recensio.model.problem import Problem

Files = Mapping[str, Annotated]


def as_json(
    files: Files, proposals: Sequence[Proposal], others: Sequence[Problem]
) -> dict[str, Any]:
    """The report as JSON can hold it; `others` are problems of no single name."""
    doubts = [
        {
            "code": problem.code,
            "message": problem.message,
            **asdict(problem.location),
            "text": marked.text,
            "context": marked.context,
            "candidates": list(marked.entries),
            "basis": marked.basis.value,
        }
        for file in files.values()
        for marked in file.doubtful
        for problem in marked.doubts
    ]
    doubts += [
        {"code": each.code, "message": each.message, **asdict(each.location)} for each in others
    ]
    return {
        "marked": [_mark(path, mark) for path, file in files.items() for mark in file.marked],
        "doubts": doubts,
        "proposals": [
            {
                "name": proposal.name,
                "kind": proposal.kind.value,
                "forms": list(proposal.forms),
                "times": proposal.times,
                "path": proposal.first.location.path,
                "line": proposal.first.location.line,
                "context": proposal.first.context,
                "entry": proposal.entry,
            }
            for proposal in proposals
        ],
    }


def _mark(path: str, mark: Marked) -> dict[str, Any]:
    return {
        "path": path,
        "line": mark.location.line,
        "column": mark.location.column,
        "text": mark.text,
        "element": mark.element,
        **dict(mark.attributes),
    }


def as_lines(files: Files, proposals: Sequence[Proposal]) -> Iterator[str]:
    """The report for people: the counts, each doubt with its words, the names that are proposed."""
    yield "MARKED"
    for path, file in files.items():
        counts = Counter(mark.element for mark in file.marked)
        told = ", ".join(f"{count} {element}" for element, count in sorted(counts.items()))
        yield f"  {path}: {told or 'nothing new'}"
    yield ""
    yield "DOUBTS, each with the words around and the candidates, the likeliest first"
    for file in files.values():
        for mark in file.doubtful:
            yield f"  {mark.location}: {mark.context}"
            yield f"      {', '.join(mark.entries)} ({_reason(mark)})"
    yield ""
    yield "NAMES THAT NO REGISTER HAS, with how often and where first"
    for proposal in proposals:
        forms = f" ({', '.join(proposal.forms)})" if len(proposal.forms) > 1 else ""
        yield f"  {proposal.times:4} {proposal.name}{forms}: {proposal.first.location}"
        yield f"       {proposal.entry}"


def _reason(mark: Marked) -> str:
    if mark.is_cut:
        return "tags cut the name"
    return "written otherwise" if mark.is_misread else mark.basis.value


def as_register(proposals: Sequence[Proposal]) -> str:
    """The names that are proposed as a TEI document of lists, to paste from."""
    lists = (
        ("listPerson", "persons"),
        ("listOrg", "orgs"),
        ("listPlace", "places"),
        ("listBibl", "works"),
    )
    parts = "".join(_listed(name, kind, proposals) for name, kind in lists)
    header = (
        "<teiHeader><fileDesc><titleStmt><title>Names that no register has</title></titleStmt>"
        "<publicationStmt><p>Proposed by recensio annotate; to be checked.</p></publicationStmt>"
        "<sourceDesc><p>Found by their capitals and their company.</p></sourceDesc></fileDesc>"
        "</teiHeader>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'
        f"{header}\n<standOff>\n{parts or '<listPerson><head>None</head></listPerson>'}"
        "</standOff>\n</TEI>\n"
    )


def _listed(name: str, kind: str, proposals: Sequence[Proposal]) -> str:
    entries = [f"  {p.entry}\n" for p in proposals if p.kind.value == kind]
    return f"<{name}>\n{''.join(entries)}</{name}>\n" if entries else ""
