"""data/text and data/witnesses: the reading text and each witness's text, one block a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from recensio.model.document import Artifact, DocumentKind
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.model.witness import Siglum
from recensio.publish.comparison import Compared, comparisons, record
from recensio.publish.names import named
from recensio.publish.prepare import Edition, Prepared
from recensio.tei.names import XML_ID
from recensio.tei.placing import Linked
from recensio.tei.text import lines_of
from recensio.tei.witness_texts import DocumentTexts, WitnessTexts


def text_files(edition: Edition) -> Outcome[tuple[Artifact, ...]]:
    """The reading text of every document, and where it has entries the text of every witness.

    Reported are entries whose words are not found (WIT010), readings that contradict each other
    (WIT011), and how the texts agree with transcriptions (WIT012 to WIT014).
    """
    texts = WitnessTexts(edition.corpus)
    artifacts: list[Artifact] = []
    problems: list[Problem] = []
    witnesses: dict[str, Sequence[Siglum]] = {}
    for each in edition.readable:
        lines = lines_of(each.document.tree.getroot())
        artifacts.append(_artifact(f"data/text/{each.document.id}.txt", lines, each))
        if each.entries or texts.concerns(each.document):
            of_document = texts.of(each.document)
            sigla = witnesses[each.document.id] = sigla_of(each, of_document, edition)
            artifacts += _of_witnesses(each, of_document, sigla)
            problems += _unclear(of_document)
    outcome = comparisons(edition.corpus, witnesses, texts)
    artifacts += [_comparison(edition, outcome.value)] if outcome.value else []
    return Outcome(tuple(artifacts), (*problems, *outcome.problems))


def _of_witnesses(
    each: Prepared, texts: DocumentTexts, sigla: Sequence[Siglum]
) -> Iterator[Artifact]:
    for siglum, name in named(sigla):
        path = f"data/witnesses/{each.document.id}/{name}.txt"
        yield _artifact(path, texts.lines(siglum), each)


def _unclear(texts: DocumentTexts) -> Iterator[Problem]:
    """What is left open in the texts of a document, after they were rebuilt."""
    if texts.unplaced:
        count = _entries(len(texts.unplaced))
        yield problem("WIT010", _place(texts.unplaced[0]), count=count)
    if texts.contradictions:
        first, sigla = next(iter(texts.contradictions.items()))
        several = len(texts.contradictions) > 1
        count = f" ({len(texts.contradictions):,} entries in this document)" if several else ""
        yield problem("WIT011", _place(first), count=count, sigla=", ".join(sigla))


def _place(entry: Linked) -> Location:
    return Location(entry.document.path, entry.app.sourceline, xml_id=entry.app.get(XML_ID))


def _entries(count: int) -> str:
    return f"{count:,} {'entry' if count == 1 else 'entries'}"


def _comparison(edition: Edition, found: Sequence[Compared]) -> Artifact:
    content = json.dumps(record(edition.corpus, found), ensure_ascii=False, indent=1) + "\n"
    return Artifact("data/witnesses/comparison.json", content.encode(), "application/json")


def sigla_of(each: Prepared, texts: DocumentTexts, edition: Edition) -> list[Siglum]:
    """The witnesses that document and edition declare, then those that only entries name."""
    listed = (*edition.corpus.of_kind(DocumentKind.WITNESSES), each.document)
    witnesses = [witness for document in listed for witness in document.witnesses]
    groups = {witness.siglum for witness in witnesses if witness.members}
    declared = [witness.siglum for witness in witnesses]
    named = [
        siglum
        for entry in each.entries
        for reading in (entry.lemma, *entry.readings)
        if reading is not None
        for siglum in reading.witnesses
    ]
    return [
        siglum
        for siglum in dict.fromkeys([*declared, *named, *texts.named])
        if siglum not in groups
    ]


def _artifact(path: str, lines: list[str], each: Prepared) -> Artifact:
    content = "".join(f"{line}\n" for line in lines).encode()
    return Artifact(path, content, "text/plain", each.document.path)
