"""data/*.json: what the edition holds, for programs (INTERFACE, output)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recensio.model.apparatus import Detail, Entry, Place, Reading
from recensio.model.document import Artifact
from recensio.model.register import Mention, Note, RegisterKind
from recensio.publish.pages import page_of
from recensio.publish.phrasing import phrases, phrasing_of
from recensio.publish.prepare import Edition

Record = dict[str, Any]


def json_files(edition: Edition, entries: Sequence[Record]) -> Iterator[Artifact]:
    """edition, apparatus, registers, mentions and notes as JSON, in document order.

    `entries` are the `entry_records`, which the tables need too.
    """
    yield _artifact("edition", edition_record(edition))
    yield _artifact("apparatus", {"entries": entries})
    yield _artifact("registers", register_records(edition))
    yield _artifact("mentions", {"mentions": mention_records(edition)})
    yield _artifact("notes", {"notes": note_records(edition)})


def edition_record(edition: Edition) -> Record:
    """The title, the documents with their pages, the witnesses."""
    corpus = edition.corpus
    return {
        "title": corpus.metadata.title,
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "path": corpus.relative(document),
                "page": page_of(document),
            }
            for document in corpus.readable
        ],
        "witnesses": [
            {"siglum": witness.siglum, "id": witness.id, "label": witness.label}
            for witness in corpus.witnesses
        ],
    }


def entry_records(edition: Edition) -> list[Record]:
    """Every entry of every document; a nested one names its parent.

    `phrase` is the entry as it is printed, its notes apart, which the record holds already.
    """
    asked = phrasing_of(edition.corpus).changed(notes="no")
    return [
        _entry(entry) | {"phrase": worded.get(entry.id, "")}
        for each in edition.prepared
        for worded in (phrases(each, edition.corpus, asked),)
        for entry in each.entries
    ]


def mention_records(edition: Edition) -> list[Record]:
    """Every name and date marked in a text."""
    return [_mention(m) | {"id": m.id} for each in edition.readable for m in each.mentions]


def note_records(edition: Edition) -> list[Record]:
    """Every note of a text, those of the apparatus apart."""
    return [_note(note) for each in edition.readable for note in each.notes]


def register_records(edition: Edition) -> Mapping[str, list[Record]]:
    """The registers by kind, each entry with its mentions in document order."""
    mentioned = defaultdict(list)
    for each in edition.readable:
        for mention in each.mentions:
            mentioned[mention.ref].append(_mention(mention))
    registers: dict[str, list[Record]] = {kind.value: [] for kind in RegisterKind}
    for entry in sorted(edition.corpus.registers, key=lambda entry: (entry.sort, entry.id)):
        registers[entry.kind].append(
            {
                "id": entry.id,
                "label": entry.label,
                "sort": entry.sort,
                "authority": list(entry.authority),
                "mentions": mentioned.get(entry.id, []),
            }
        )
    return registers


def _entry(entry: Entry) -> Record:
    return {
        "id": entry.id,
        "document": entry.document,
        "number": entry.number,
        "method": entry.method.value,
        "parent": entry.parent,
        "xpath": entry.location.xpath,
        "line": entry.location.line,
        "lemma": _reading(entry.lemma) if entry.lemma else None,
        "readings": [_reading(reading) for reading in entry.readings],
        "notes": list(entry.notes),
        "type": entry.kind,
        "layer": entry.layer,
        "loc": entry.loc,
        "from": entry.begin,
        "to": entry.end,
        "place": entry.place.text if entry.place else None,
        "span": _span(entry.place) if entry.place else None,
        "exclude": list(entry.exclude),
        "transposed": list(entry.transposed),
        "details": [_detail(detail) for detail in entry.details],
    }


def _span(place: Place) -> Record:
    return {
        "document": place.document,
        "from": place.first,
        "to": place.last,
        "ids": [place.begins, place.ends],
    }


def _reading(reading: Reading) -> Record:
    return {
        "text": reading.text,
        "witnesses": list(reading.witnesses),
        "type": reading.kind,
        "cause": reading.cause,
        "resp": reading.resp,
        "hand": reading.hand,
        "source": reading.source,
        "group": reading.group,
        "cert": reading.cert,
        "detail": reading.detail,
        "id": reading.id,
        "lem": reading.is_lemma,
        "covered": list(reading.covered),
        "groups": list(reading.groups),
        "inherited": dict(reading.inherited),
        "sequence": reading.sequence,
        "exclude": list(reading.exclude),
        "corresp": list(reading.corresp),
        "before_correction": reading.before_correction,
        "resolved": reading.resolved,
        "marks": [{"type": each.kind, "witnesses": list(each.witnesses)} for each in reading.marks],
        "details": [_detail(detail) for detail in reading.details],
        "attested": reading.attested,
        "notes": list(reading.notes),
    }


def _detail(detail: Detail) -> Record:
    return {"type": detail.kind, "witnesses": list(detail.witnesses), "text": detail.text}


def _mention(mention: Mention) -> Record:
    return {
        "document": mention.document,
        "type": mention.kind,
        "text": mention.text,
        "ref": mention.ref,
        "when": mention.when,
        "xpath": mention.location.xpath,
        "line": mention.location.line,
    }


def _note(note: Note) -> Record:
    return {
        "document": note.document,
        "id": note.id,
        "type": note.kind,
        "resp": note.resp,
        "text": note.text,
        "xpath": note.location.xpath,
    }


def _artifact(name: str, record: object) -> Artifact:
    content = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    return Artifact(f"data/{name}.json", content.encode(), "application/json")
