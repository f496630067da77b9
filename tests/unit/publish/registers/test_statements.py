"""The chronology: what each witness dates, as issue 8 encodes it."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from recensio.publish.registers import has_happenings, registers_of
from recensio.publish.registers.chronology import chronology
from recensio.publish.registers.statements import Happening, happenings
from recensio.publish.registers.timeline import panels
from tests.support import edition_of, tei

EVENTS = (
    "<listEvent>"
    "<event xml:id='arrest' notBefore='1930-11-13' notAfter='1930-11-15'>"
    "<label>Arrest</label></event>"
    "<event xml:id='affair' from='1930' to='1937'><label>Affair</label></event>"
    "<event xml:id='undated'><label>Undated</label></event>"
    "</listEvent>"
)
WITNESSES = "<listWit><witness xml:id='R'/><witness xml:id='S'/><witness xml:id='W'/></listWit>"
ARRESTED = (
    "<app xml:id='d18' n='18'><lem wit='#R'>on <date when='1930-11-13'>13 November</date></lem>"
    "<witDetail wit='#R'>l. 4894</witDetail>"
    "<rdg wit='#R'>on <date when='1930-11-15'>15 November</date></rdg>"
    "<rdg wit='#W'>six weeks later</rdg><rdg type='silent' wit='#S'/>"
    "<note>From <date when='1930-09-23'>23 September</date>.</note></app>"
)
NAMED = "<p>The <name type='event' ref='#arrest'>arrest</name> came " + ARRESTED + ".</p>"
PRECISE = (
    "<p>He was expelled <app xml:id='d17'><lem wit='#R'><date when='1931-09-23'>23 September"
    "</date></lem><rdg wit='#W #S'>in <date when='1931-09'>September</date></rdg></app>.</p>"
)


def told(folder: Path, body: str, registers: str = EVENTS) -> dict[str, Happening]:
    files = {"a.xml": tei(WITNESSES + body, title="A chapter"), "b.xml": tei(registers)}
    return {each.title: each for each in happenings(registers_of(edition_of(folder, files)))}


def dates(happening: Happening) -> list[tuple[tuple[str, ...], str, int]]:
    return [(each.sigla, each.when, each.gap) for each in happening.statements]


def test_an_entry_belongs_to_the_event_that_its_passage_names(tmp_path: Path) -> None:
    found = told(tmp_path, NAMED)
    assert list(found) == ["Affair", "Arrest"]
    assert dates(found["Arrest"]) == [
        (("R",), "1930-11-13", 0),
        (("R",), "1930-11-15", 2),
        ((), "[1930-11-13..1930-11-15]", 0),
    ]
    assert found["Arrest"].gap == 2
    assert [(each.sigla, each.text) for each in found["Arrest"].accounts] == [
        (("W",), "six weeks later"),
        (("S",), ""),
    ]
    assert found["Arrest"].entry == ("18", "A chapter", "texts/a.html#d18")


def test_an_entry_may_point_at_its_event(tmp_path: Path) -> None:
    pointing = PRECISE.replace("<app ", "<app corresp='#affair' ")
    assert len(told(tmp_path, pointing)["Affair"].statements) == 3


def test_an_entry_without_an_event_is_called_by_its_lemma(tmp_path: Path) -> None:
    found = told(tmp_path, PRECISE)["23 September"]
    assert found.words == ("He was expelled ", "23 September", ".")
    assert found.address == "texts/a.html#d17"


def test_less_precise_is_not_different(tmp_path: Path) -> None:
    assert told(tmp_path, PRECISE)["23 September"].gap == 0


def test_the_dates_of_one_reading_do_not_differ_from_each_other(tmp_path: Path) -> None:
    both = "from <date when='1932-03'>March</date> to <date when='1932-06'>June</date>"
    body = f"<p><app><lem wit='#R'>{both}</lem><rdg wit='#S'>{both}!</rdg></app></p>"
    (found,) = told(tmp_path, body, "<p/>").values()
    assert (len(found.statements), found.gap) == (4, 0)


def test_what_has_no_date_is_no_event(tmp_path: Path) -> None:
    body = "<p><app><lem wit='#R'>a</lem><note><date when='1930'>1930</date></note></app></p>"
    assert not told(tmp_path, body, "<p/>")
    edition = edition_of(tmp_path / "2", {"a.xml": tei(body)})
    assert not has_happenings(edition)


def test_same_dates_share_a_row_and_others_do_not(tmp_path: Path) -> None:
    found = told(tmp_path, NAMED)["Arrest"]
    (panel,) = panels([found])
    rows = [[t.when for t in row.statements] for row in panel.rows(found)]
    assert rows == [["1930-11-13"], ["[1930-11-13..1930-11-15]"], ["1930-11-15"]]
    assert [tick.date for tick in panel.ticks()] == ["1930-11"]


def test_dense_years_have_panels_of_their_own(tmp_path: Path) -> None:
    body = "".join(
        f"<p><app xml:id='a{n}'><lem wit='#R'><date when='{when}'>{n}</date></lem></app></p>"
        for n, when in enumerate(("1920", "1923", "1930-01", "1930-02", "1930-03", "1931", "1960"))
    )
    found = panels(list(told(tmp_path, body, "<p/>").values()))
    assert [panel.years for panel in found] == [
        (1920, 1923),
        (1930, 1930),
        (1931, 1931),
        (1960, 1960),
    ]


def test_many_witnesses_have_no_column_each(tmp_path: Path) -> None:
    wits = [f"w{n}" for n in range(12)]
    listed = "".join(f"<witness xml:id='{w}'/>" for w in wits)
    lem = f"<lem wit='{' '.join(f'#{w}' for w in wits)}'><date when='1930'>1930</date></lem>"
    body = f"<listWit>{listed}</listWit><p><app>{lem}</app></p>"
    tree = chronology(registers_of(edition_of(tmp_path, {"a.xml": tei(body)})))
    names = [etree.QName(each).localname for each in tree]
    assert names == ["panel", "happening"]
    assert tree[0][-1][0].get("sigla") == " ".join(wits[:8]) + " +4"
