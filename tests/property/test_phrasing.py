"""Whatever is encoded, every reading and every siglum is printed, unless a style leaves it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from recensio import saxon
from recensio.model.phrasing import LANGUAGES, STYLES, Phrasing, phrasing
from tests.support import tei

SIGLA: Final = ("A", "B", "Vat", "β", "γ2")
DECLARED: Final = "\n".join(f"w{n}\t{s}\n#w{n}\t{s}" for n, s in enumerate(SIGLA))
CONSPECTUS: Final = "\n".join(f"{siglum}\t{n}\tCodex {siglum}" for n, siglum in enumerate(SIGLA))
TYPES: Final = ("", "addition", "transposition", "orthographic", "conjecture", "ac", "deletion")


@dataclass(frozen=True)
class Written:
    """A reading as a test writes it."""

    words: tuple[str, ...]
    witnesses: tuple[int, ...]
    kind: str
    wrapped: str

    def tei(self, name: str) -> str:
        attributes = f" type='{self.kind}'" if self.kind else ""
        if self.witnesses:
            attributes += f" wit='{' '.join(f'#w{n}' for n in self.witnesses)}'"
        content = " ".join(self.words)
        if self.wrapped and content:
            content = f"<{self.wrapped}>{content}</{self.wrapped}>"
        return f"<{name}{attributes}>{content}</{name}>"

    @property
    def sigla(self) -> list[str]:
        return [SIGLA[n] for n in dict.fromkeys(self.witnesses)]


readings = st.builds(
    Written,
    words=st.lists(st.sampled_from(["lux", "nox", "sub", "rosa", "12"]), max_size=6).map(tuple),
    witnesses=st.lists(st.integers(0, len(SIGLA) - 1), max_size=4).map(tuple),
    kind=st.sampled_from(TYPES),
    wrapped=st.sampled_from(["", "", "hi", "add", "del", "unclear", "supplied"]),
)
entries = st.tuples(st.none() | readings, st.lists(readings, max_size=3))
styles = st.builds(
    phrasing,
    st.sampled_from(LANGUAGES),
    st.sampled_from(STYLES),
    changes=st.fixed_dictionaries(
        {},
        optional={
            "groups": st.sampled_from(["kept", "expanded", "collapsed"]),
            "ranges-from": st.integers(0, 3),
            "rest-from": st.integers(0, 3),
            "reading-limit": st.integers(0, 3),
            "orthographic": st.sampled_from(["kept", "marked", "hidden"]),
            "corrections": st.sampled_from(["forms", "marked"]),
        },
    ),
)

Entry = tuple[Written | None, list[Written]]


def document(made: Sequence[Entry]) -> str:
    apps = []
    for number, (lemma, others) in enumerate(made):
        content = (lemma.tei("lem") if lemma else "") + "".join(r.tei("rdg") for r in others)
        apps.append(f"et <app xml:id='a{number}' n='{number}'>{content}</app>")
    return tei(f"<p>{' '.join(apps)}.</p>")


def told(asked: Phrasing, kind: str) -> dict[str, str]:
    return {
        "sigla": DECLARED,
        "conspectus": CONSPECTUS,
        "phrasing": asked.lines,
        "apparatus": kind,
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(entries, min_size=1, max_size=5))
def test_the_house_prints_every_word_and_siglum(made: list[Entry]) -> None:
    asked = phrasing(changes={"lemma-limit": 0})
    output = saxon.transform(
        "plain/document.xsl", "phrases", document(made), told(asked, "undeclared")
    ).output
    lines = output.splitlines()
    assert len(lines) == len(made)
    for line, (lemma, others) in zip(lines, made, strict=True):
        for reading in (lemma, *others):
            if reading is None:
                continue
            assert all(siglum in line for siglum in reading.sigla), line
            struck = reading.wrapped == "del" and lemma and reading.words == lemma.words
            bare = reading.kind == "deletion" and lemma and reading.words == lemma.words
            if not (struck or bare):
                assert all(word in line for word in reading.words), line


@settings(max_examples=60, deadline=None)
@given(
    st.lists(entries, min_size=1, max_size=5),
    styles,
    st.sampled_from(["positive", "negative", "undeclared"]),
)
def test_a_page_has_every_reading_once_with_its_sigla_and_words(
    made: list[Entry], asked: Phrasing, kind: str
) -> None:
    page = saxon.transform("html/document.xsl", "page", document(made), told(asked, kind)).output
    found = html.fromstring(page).xpath("//li[@data-entry]")
    assert len(found) == len(made)
    for entry, (lemma, others) in zip(found, made, strict=True):
        readings = entry.xpath(".//*[@data-reading]")
        assert sorted(each.get("data-wit") for each in readings) == sorted(
            " ".join(reading.sigla) for reading in others
        )
        lemmata = [each.get("data-wit") for each in entry.xpath(".//*[@class='lemma-reading']")]
        assert lemmata == ([" ".join(lemma.sigla)] if lemma else [])
        text = entry.text_content()
        for reading in (lemma, *others):
            if reading is not None:
                assert all(word in text for word in reading.words), text
                assert all(siglum in text for siglum in reading.sigla), text
