"""A synopsis as a record for programs: INTERFACE, collate --parallel and data/parallels.json."""

from __future__ import annotations

from typing import Any, Final

from recensio.model.synopsis import Crux, Link, Passage, Row, Span, Stretch, Synopsis

Record = dict[str, Any]
MODE: Final = "parallel"


def synopsis_record(synopsis: Synopsis) -> Record:
    """The synopsis as tables and lists; `mode` says that it is no collation of variants."""
    names = [passage.id for passage in synopsis.passages]
    return {
        "mode": MODE,
        "witnesses": names,
        "passages": [_passage(passage) for passage in synopsis.passages],
        "aligned": any(synopsis.aligned),
        "aligned_witnesses": [
            name for name, aligned in zip(names, synopsis.aligned, strict=True) if aligned
        ],
        "confidence": synopsis.confidence,
        "pairs": [
            {
                "witnesses": [names[pair.one], names[pair.other]],
                "confidence": pair.confidence,
                "aligned": pair.aligned,
            }
            for pair in synopsis.comparisons
        ],
        "rows": [_row(row) for row in synopsis.rows],
        "links": [_link(link, names) for link in synopsis.links],
        "cruces": [_crux(crux, names) for crux in synopsis.cruces],
    }


def _passage(passage: Passage) -> Record:
    record = {
        "id": passage.id,
        "siglum": passage.siglum,
        "kind": passage.kind.value,
        "line": passage.line,
        "language": passage.language,
        "attribution": passage.attribution,
    }
    return {key: value for key, value in record.items() if value}


def _row(row: Row) -> list[Record | None]:
    return [None if stretch is None else _stretch(stretch) for stretch in row]


def _stretch(stretch: Stretch) -> Record:
    return {
        "t": stretch.text,
        "words": [
            {"t": word.written, "shared": word.shared}
            | ({"crossing": word.crossing.split()} if word.crossing else {})
            for word in stretch.words
        ],
    }


def _link(link: Link, names: list[str]) -> Record:
    record = {"between": [_span(span, names) for span in (link.one, link.other)]}
    crossing = {"crossing": link.crossing} if link.crossing else {}
    return record | {"strength": link.strength} | crossing


def _span(span: Span, names: list[str]) -> Record:
    return {"witness": names[span.passage], "start": span.start, "end": span.end}


def _crux(crux: Crux, names: list[str]) -> Record:
    """The word of each witness; empty where it has a stretch and not this word."""
    return {name: word for name, word in zip(names, crux.wordings, strict=True) if word is not None}
