"""The catalogue of problems: complete, used, and understandable by itself."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from recensio.model.catalogue import Rule, catalogue
from tests.support import ROOT

DOMAINS = ("SRC", "TEI", "LNK", "WIT", "APP", "REG", "PUB", "PKG", "COL", "ANN")
CODE = re.compile(rf"\b(?:{'|'.join(DOMAINS)})\d{{3}}\b")
RULES = tuple(catalogue().values())


def fields(template: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(template) if name}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_can_be_understood(rule: Rule) -> None:
    assert CODE.fullmatch(rule.code)
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.explanation.endswith(".")
    for template in (rule.message, rule.hint):
        assert template
        assert not template.endswith(".")
        assert all(name.isidentifier() for name in fields(template))


def test_every_code_is_reported_somewhere_and_every_report_has_a_code() -> None:
    files = [*(ROOT / "src").rglob("*.py"), *(ROOT / "xslt").rglob("*.xsl")]
    used = {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}
    assert used == set(catalogue())
