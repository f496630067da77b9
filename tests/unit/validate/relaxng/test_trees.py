"""A tree is judged as the file that it was read from."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from recensio.validate.relaxng.advice import Advice
from recensio.validate.relaxng.messages import problem_of
from recensio.validate.relaxng.schema import Schema
from recensio.validate.relaxng.trees import problems
from tests.unit.validate.relaxng import test_matching, test_restrictions, test_simple_form
from tests.unit.validate.relaxng.cases import Correct, each, schema_at, told
from tests.unit.validate.relaxng.test_recovery import FAULTS, SCHEMA

BY_DOCUMENT_TYPE: Final = "<!DOCTYPE"
"""Of a document type a tree keeps entities and attributes as text only, so it is left out."""

CASES: Final = (*test_matching.CORRECT, *test_restrictions.CORRECT, *test_simple_form.CORRECT)


def _agree(schema: Schema, document: str, path: Path) -> None:
    path.write_text(document, encoding="utf-8")
    tree = etree.parse(path, etree.XMLParser(remove_blank_text=False, huge_tree=True))
    of_tree = list(problems(tree, str(path), schema, Advice(schema)))
    of_file = [problem_of(finding, str(path)) for finding in told(schema, document)]
    assert [(each.code, each.message, each.expected) for each in of_tree] == [
        (each.code, each.message, each.expected) for each in of_file
    ], document


@each(CASES)
def test_trees_of_the_cases(case: Correct, tmp_path: Path) -> None:
    schema = schema_at(tmp_path, case.schema, case.files)
    for document in (*case.valid, *case.invalid):
        if BY_DOCUMENT_TYPE not in document:
            _agree(schema, document, tmp_path / "text.xml")


@pytest.mark.parametrize("fault", FAULTS)
def test_trees_with_faults(fault: str, tmp_path: Path) -> None:
    _agree(schema_at(tmp_path, SCHEMA), FAULTS[fault][0], tmp_path / "text.xml")
