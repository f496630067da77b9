"""The parameters of xslt/common/phrasing for one document (settings.xsl says what each holds)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from recensio.model.apparatus import Entry, Method
from recensio.model.document import Corpus
from recensio.model.phrasing import Phrasing, phrasing, spoken
from recensio.model.witness import WitnessList
from recensio.publish.phrasing.marks import marks
from recensio.publish.phrasing.names import names
from recensio.publish.prepare import Prepared
from recensio.publish.sigla import lines, sigla_of


def parameters(
    each: Prepared, corpus: Corpus, asked: Phrasing | None = None, in_print: bool = False
) -> Mapping[str, str]:
    """What the grammar is told; `asked` is a phrasing other than the edition's.

    In print a lemma is numbered in verse only, for there its line is known; a number counted in a
    paragraph would mislead whoever reads by the lines of the page.
    """
    document = each.document
    witnesses = corpus.witnesses_of(document)
    found = marks(document.tree)
    numbered = found.repetitions.items()
    return {
        "phrasing": (asked or phrasing_of(corpus)).lines,
        "apparatus": corpus.apparatus.value,
        "sigla": lines(sigla_of(document, witnesses)),
        "conspectus": "\n".join(_conspectus(witnesses)),
        "names": lines(names(document, corpus)),
        "repetitions": lines(
            {entry: str(n) for entry, n in numbered if not in_print or entry in found.in_verse}
        ),
        "anchors": lines(found.anchors),
        "bases": lines(dict(_bases(each.entries))),
    }


def phrasing_of(corpus: Corpus) -> Phrasing:
    """How an edition phrases its apparatus: as edition.toml says, else in its language."""
    return corpus.phrasing or phrasing(spoken(corpus.metadata.language))


def abbreviations(corpus: Corpus) -> Mapping[str, str]:
    """The abbreviations of an edition's apparatus, each with the words that it stands for."""
    asked = phrasing_of(corpus)
    full = phrasing(asked.language, changes={"phrases": "full"}).words
    return {
        word: full[name]
        for name, word in asked.words.items()
        if word.endswith(".") and full[name] != word
    }


def _bases(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """The words of the text between the ends of an entry, for those that have no lem."""
    for entry in entries:
        words = " ".join(entry.place.text.split()) if entry.place else ""
        if words and entry.lemma is None and entry.method is Method.DOUBLE_END_POINT:
            yield entry.id, words


def _conspectus(witnesses: WitnessList) -> Iterator[str]:
    """Each witness with its rank among the single ones; a group has that of its first member."""
    sigla = {witness.id: witness.siglum for witness in witnesses}
    singles = [witness.id for witness in witnesses if not witness.members]
    ranks = {name: rank for rank, name in enumerate(singles)}
    for witness in witnesses:
        members = [member for member in witness.members if member in ranks]
        rank = min((ranks[each] for each in members or [witness.id] if each in ranks), default=0)
        # What is called by its name is called without its subtitle.
        label = witness.name or " ".join(witness.label.split()).partition(": ")[0]
        yield "\t".join((witness.siglum, str(rank), label, *(sigla[member] for member in members)))
