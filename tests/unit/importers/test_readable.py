"""The report as text."""

from __future__ import annotations

from dataclasses import replace

from recensio.importers.profile import Rule
from recensio.importers.readable import as_lines
from tests.unit.importers.support import MARKDOWN, imported

SOURCE = """# A title of many words, so long that not all of it can be shown in a report of few

Top of the page

He left.<sup>1</sup> She, who had waited long enough for him and for others like him who went

away, stayed.<sup>7</sup>

---

1. *Reka*, p. 5.

2. *Ibid.*
"""


def test_the_report_as_text() -> None:
    profile = replace(MARKDOWN, cuts=True, boilerplate=Rule(lines=(range(3, 4),)))
    report = replace(imported(SOURCE, profile).report, source="memoir.md", digest="ab12")
    assert "\n".join(as_lines(report)) == (
        """\
Import of memoir.md
sha256 ab12
13 lines, 258 characters
notes: 2 references, 2 bodies, 1 linked
citations: 1 name a work, 1 ibid., 1 of these resolved

Recognised: 4
  heading: 1
     1  A title of many words, so long that not all of it can be sho
  rule: 1
     9
  note: 2
    11  *Reka*, p. 5.
    13  *Ibid.*

Joined: 1
     5 + 7  away, stayed.<sup>7</sup>

Dropped as boilerplate: 1
     3  Top of the page

Dropped marks: 13
  heading mark: 1
        in lines 1
  note reference: 5
        in lines 5, 7
  rule: 1
        in lines 9
  note number: 2
        in lines 11, 13
  emphasis mark: 4
        in lines 11, 13

Doubted: 2
  reference without a note: 1
     7  7
  note without a reference: 1
    13  *Ibid.*"""
    )
