"""data/: agreement, classes and variance as JSON and CSV; tables for NEXUS, CollateX and TEI."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, Final

from recensio.model.document import Artifact
from recensio.publish.insight.classes import Count
from recensio.publish.insight.collatex import collatex_file
from recensio.publish.insight.collation_tei import collation_file
from recensio.publish.insight.nexus_files import nexus_file
from recensio.publish.insight.tally import Tradition, tally
from recensio.publish.insight.variance import Variance
from recensio.publish.prepare import Edition
from recensio.publish.sheets import Table, csv_files

Record = dict[str, Any]

PAIRS: Final = (
    "documents",
    "a",
    "b",
    "places",
    "agree",
    "share",
    "substantive_agree",
    "substantive_share",
)
CLASSES: Final = ("document", "division", "title", "entries", "class", "readings")
DECIMALS: Final = 4


def insight_files(edition: Edition) -> Iterator[Artifact]:
    """What the apparatus shows as a whole, for programs (INTERFACE, output)."""
    found = edition.once(tally)
    agreements = [_tradition(each) for each in found.traditions]
    classes = [_count(count) for count in found.counts]
    variance = [_variance(each) for each in found.variances]
    yield _json("agreement", {"groups": agreements})
    yield from _csv("agreement", PAIRS, [_row(g, pair) for g in agreements for pair in g["pairs"]])
    yield _json("classes", {"counts": classes})
    yield from _csv("classes", CLASSES, [row for count in classes for row in _class_rows(count)])
    yield _json("variance", {"blocks": variance})
    yield from _csv("variance", tuple(Variance.__dataclass_fields__), variance)
    for each in found.attestations:
        if len(each.sigla) > 1:
            yield nexus_file(each)
            yield collation_file(each)
            table = collatex_file(each, edition)
            if table is not None:
                yield table


def _tradition(tradition: Tradition) -> Record:
    full, rolled = tradition.agreement, tradition.substantive
    return {
        "documents": [document.id for document in tradition.documents],
        "witnesses": [
            {"siglum": siglum, "places": places}
            for siglum, places in zip(full.sigla, full.known, strict=True)
        ],
        "pairs": [
            {
                "a": pair.first,
                "b": pair.second,
                "places": pair.places,
                "agree": pair.agreeing,
                "share": _rounded(pair.share),
                "substantive_agree": substantive.agreeing,
                "substantive_share": _rounded(substantive.share),
            }
            for pair, substantive in zip(full.pairs, rolled.pairs, strict=True)
        ],
    }


def _row(group: Record, pair: Record) -> Record:
    return {"documents": " | ".join(group["documents"])} | pair


def _count(count: Count) -> Record:
    return {
        "document": count.document.id,
        "division": count.division,
        "title": count.title,
        "entries": count.entries,
        "readings": dict(sorted(count.readings.items())),
    }


def _class_rows(count: Record) -> Iterator[Record]:
    for name, number in count["readings"].items():
        yield count | {"class": name, "readings": number}


def _variance(variance: Variance) -> Record:
    record = asdict(variance)
    return record | {key: _rounded(record[key]) for key in ("dissent", "variance")}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, DECIMALS)


def _json(name: str, record: Record) -> Artifact:
    content = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    return Artifact(f"data/{name}.json", content.encode(), "application/json")


def _csv(name: str, columns: Sequence[str], records: Sequence[Record]) -> Iterator[Artifact]:
    rows = [[record[column] for column in columns] for record in records]
    return csv_files([Table(name, columns, rows)])
