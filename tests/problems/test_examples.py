"""The small examples of the catalogue: what is called wrong is reported, what is right is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.model.catalogue import catalogue
from recensio.validate import validate
from tests.support import corpus_at, tei

METHOD = (
    '<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/>'
    "</encodingDesc>"
)
WITNESSES = '<listWit><witness xml:id="A">A</witness><witness xml:id="B">B</witness></listWit>'
EXAMPLES = {
    code: (rule.wrong, rule.right)
    for code, rule in catalogue().items()
    if rule.wrong.lstrip().startswith("<") and not code.startswith("SRC")
}


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_is_one(code: str, tmp_path: Path) -> None:
    for number, example in enumerate(EXAMPLES[code]):
        body = f"{WITNESSES}<div>{example}</div>"
        corpus = corpus_at(tmp_path / str(number), {"a.xml": tei(body, header=METHOD)})
        codes = {problem.code for problem in validate(corpus, None)}
        assert codes == ({code} if number == 0 else set())
