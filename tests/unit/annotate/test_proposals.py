"""Names that no register has are proposed, ready for one."""

from __future__ import annotations

from pathlib import Path

from recensio.annotate.proposals import Proposal, proposals_of
from recensio.model.register import RegisterKind
from recensio.tei.io import read
from tests.conftest import Recensio
from tests.support import laid_out, tei
from tests.unit.annotate.support import REGISTERS, outcome_of


def proposed(body: str) -> list[Proposal]:
    """What is proposed for the names of a body."""
    return list(proposals_of(outcome_of(body).value.unknown))


def test_a_person_is_known_by_the_forename_and_found_again_by_the_surname() -> None:
    (found,) = proposed("<p>Then Pavel Orlov came.</p><p>With P. N. Orlov and to Orlov.</p>")
    assert (found.kind, found.name, found.times) == (RegisterKind.PERSONS, "Pavel Orlov", 3)
    assert set(found.forms) == {"Pavel Orlov", "P. N. Orlov", "Orlov"}
    assert found.entry == (
        '<person xml:id="orlov_pavel"><persName type="canonical"><surname>Orlov</surname>, '
        "<forename>Pavel</forename></persName></person>"
    )
    assert found.first.context == "Then Pavel Orlov came."


def test_organisations_and_places_are_known_by_their_company() -> None:
    found = proposed("<p>He left the Bern Academy. They were in Odessa, and sailed to Odessa.</p>")
    assert {(each.kind, each.name) for each in found} == {
        (RegisterKind.ORGS, "Bern Academy"),
        (RegisterKind.PLACES, "Odessa"),
    }


def test_what_is_no_name_is_not_proposed() -> None:
    body = (
        "<p>The Harvest was good; the harvest. In May the Marxists and Leninism met on Monday. "
        "Ryutin. A. B.</p>"
    )
    assert proposed(body) == []


def test_the_command_writes_entries_that_are_tei(tmp_path: Path, recensio: Recensio) -> None:
    files = {
        "edition.toml": '[files]\ntexts = ["a.xml"]\nregisters = ["r.xml"]\n',
        "r.xml": REGISTERS,
        "a.xml": tei("<p>Then Pavel &lt;Orlov came, and Pavel Orlov went.</p>"),
    }
    laid_out(tmp_path, files)
    run = recensio("annotate", "--check", "--propose", "new.xml", "--report", "r.txt", cwd=tmp_path)
    assert run.code == 0
    outcome = read(tmp_path / "new.xml")
    assert outcome.value is not None
    assert [str(e.tag).rpartition("}")[2] for e in outcome.value.tree.iter("{*}person")] == [
        "person"
    ]
    report = (tmp_path / "r.txt").read_text(encoding="utf-8")
    assert "Pavel Orlov" in report
    assert "a.xml:1:" in report
