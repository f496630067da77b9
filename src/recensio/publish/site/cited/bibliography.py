"""Citations for reference managers: BibTeX, RIS, and the JSON of CSL processors.

RIS: https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html;
CSL: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from recensio.model.citation import Agent, Citation

ESCAPED: Final = str.maketrans(
    {each: f"\\{each}" for each in "{}%&#$_"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def bibtex(citations: Sequence[Citation]) -> str:
    """The citations as BibTeX."""
    return "\n".join("\n".join(_bibtex(citation)) + "\n" for citation in citations)


def ris(citations: Sequence[Citation]) -> str:
    """The citations as RIS, whose lines end as its specification asks."""
    return "".join(f"{line}\r\n" for citation in citations for line in _ris(citation))


def csl(citations: Sequence[Citation]) -> str:
    """The citations as a list of CSL-JSON."""
    written = [dict(_csl(citation)) for citation in citations]
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _bibtex(citation: Citation) -> Iterator[str]:
    fields = {
        "author": " and ".join(map(_bibtex_name, citation.authors)),
        "editor": " and ".join(map(_bibtex_name, citation.editors)),
        "title": f"{{{citation.title.translate(ESCAPED)}}}",
        "booktitle": f"{{{citation.container.translate(ESCAPED)}}}" if citation.container else "",
        "year": "".join(citation.day[:1]),
        "publisher": citation.publisher.translate(ESCAPED),
        "url": (citation.address or citation.identifier).translate({ord("{"): "", ord("}"): ""}),
        "langid": citation.language,
    }
    yield f"@{'incollection' if citation.container else 'book'}{{{citation.key},"
    yield from (f"  {name} = {{{value}}}," for name, value in fields.items() if value)
    yield "}"


def _bibtex_name(agent: Agent) -> str:
    """A name; braces keep together what is no family name and given name."""
    is_parted = bool(agent.family and agent.given) or ", " in agent.name
    name = agent.inverted.translate(ESCAPED)
    return name if is_parted and not agent.is_body else f"{{{name}}}"


def _ris(citation: Citation) -> Iterator[str]:
    lines = (
        ("TY", "CHAP" if citation.container else "BOOK"),
        ("ID", citation.key),
        *(("AU", agent.inverted) for agent in citation.authors),
        *(("ED", agent.inverted) for agent in citation.editors),
        ("TI", citation.title),
        ("T2", citation.container),
        ("PY", "".join(citation.day[:1])),
        ("DA", "/".join(citation.day)),
        ("PB", citation.publisher),
        ("LA", citation.language),
        ("UR", citation.address or citation.identifier),
    )
    yield from (f"{tag}  - {' '.join(value.split())}" for tag, value in lines if value)
    yield "ER  - "


def _csl(citation: Citation) -> Iterator[tuple[str, Any]]:
    yield "id", citation.key
    yield "type", "chapter" if citation.container else "book"
    yield "title", citation.title
    for name, value in (
        ("container-title", citation.container),
        ("author", list(map(_csl_name, citation.authors))),
        ("editor", list(map(_csl_name, citation.editors))),
        ("publisher", citation.publisher),
        ("language", citation.language),
        ("URL", citation.address or citation.identifier),
    ):
        if value:
            yield name, value
    if citation.day:
        yield "issued", {"date-parts": [[int(part) for part in citation.day]]}


def _csl_name(agent: Agent) -> Mapping[str, str]:
    if agent.family and agent.given and not agent.is_body:
        return {"family": agent.family, "given": agent.given}
    family, comma, given = agent.name.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": agent.name}
