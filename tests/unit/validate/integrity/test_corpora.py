"""Real editions: what is found in them was read, and is wrong there."""

from __future__ import annotations

from typing import Final

import pytest

from recensio.model.catalogue import Severity
from tests.support import SHARED, needs_corpora
from tests.unit.validate.integrity.editions import checked

WRONG: Final = {
    "rusdracor": [],
    "sarit-double-end-point": [],
    "perseus-latin": [],
    "dharma": [],
    "schnitzler-tagebuch": [],
    # 5. 5. 1902 with @when 1903-05-05
    "schnitzler-briefe": ["TEI071 L01218.xml:97"],
    # <date from-iso="1905-01-01" to-iso="1882-01-01">
    "schnitzler-briefe-registers": ["TEI070 listorg.xml:16642"],
    # <date when="1818">1831</date>, twice
    "frankenstein-standoff": ["TEI071 spine_C04.xml:54", "TEI071 spine_C19.xml:54"],
}


@needs_corpora
@pytest.mark.parametrize("name", list(WRONG))
def test_only_what_is_wrong_is_more_than_a_remark(name: str) -> None:
    problems = checked(SHARED / "corpora" / name)
    grave = [e for e in problems if e.severity is not Severity.INFO]
    places = [f"{e.code} {e.location.path.rpartition('/')[2]}:{e.location.line}" for e in grave]
    assert places == WRONG[name]
    assert len(problems) - len(grave) <= 5
