"""Schemas kept on disk from run to run: whatever is there, the verdict is that of the schema."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from recensio.validate.relaxng import compiled
from recensio.validate.relaxng.compiled import Compiled, load_schema
from recensio.validate.relaxng.faults import SchemaFault
from recensio.validate.relaxng.schema import Schema
from tests.unit.validate.relaxng.cases import codes, lay

MAIN: Final = '<grammar><include href="part.rng"/></grammar>'
PART: Final = '<grammar><start><element name="{}"><empty/></element></start></grammar>'


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "recensio" / "schemas"


def _laid(folder: Path, root: str = "a") -> Path:
    return lay(folder, MAIN, {"part.rng": PART.format(root)})


def _allows(kept: Compiled, root: str) -> bool:
    return codes(Schema(kept), f"<{root}/>") == []


def _only(cache: Path) -> Path:
    (path,) = cache.iterdir()
    return path


def _count_compilations(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    counted: list[Path] = []
    compile_schema = compiled.compile_schema

    def counting(path: Path) -> Compiled:
        counted.append(path)
        return compile_schema(path)

    monkeypatch.setattr(compiled, "compile_schema", counting)
    return counted


def test_a_schema_is_compiled_once(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = _count_compilations(monkeypatch)
    path = _laid(tmp_path)
    first = load_schema(path)
    assert _allows(load_schema(path), "a")
    assert _allows(first, "a")
    assert counted == [path]
    assert _only(cache).suffix == ".json"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"7",
        b'"text"',
        b"{}",
        b'{"form": 1}',
        b'{"form": 0, "nodes": []}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
)
def test_a_spoilt_file_is_written_anew(content: bytes, cache: Path, tmp_path: Path) -> None:
    path = _laid(tmp_path)
    load_schema(path)
    whole = _only(cache).read_bytes()
    _only(cache).write_bytes(content)
    assert _allows(load_schema(path), "a")
    assert _only(cache).read_bytes() == whole


@pytest.mark.parametrize(
    ("key", "value"),
    [("form", -1), ("sources", None), ("sources", []), ("sources", {}), ("more", 1)],
)
def test_a_file_of_another_version_is_written_anew(
    key: str, value: object, cache: Path, tmp_path: Path
) -> None:
    path = lay(tmp_path, PART.format("a"), {})
    load_schema(path)
    whole = _only(cache).read_bytes()
    _only(cache).write_text(json.dumps({**json.loads(whole), key: value}), encoding="utf-8")
    assert _allows(load_schema(path), "a")
    assert _only(cache).read_bytes() == whole


@pytest.mark.parametrize("length", [0.1, 0.5, 0.99])
def test_a_file_cut_short_is_written_anew(length: float, cache: Path, tmp_path: Path) -> None:
    path = _laid(tmp_path)
    load_schema(path)
    whole = _only(cache).read_bytes()
    _only(cache).write_bytes(whole[: int(len(whole) * length)])
    assert _allows(load_schema(path), "a")
    assert _only(cache).read_bytes() == whole


def test_a_change_of_an_included_file_is_noticed(cache: Path, tmp_path: Path) -> None:
    path = _laid(tmp_path)
    assert _allows(load_schema(path), "a")
    (tmp_path / "part.rng").write_text(
        (tmp_path / "part.rng").read_text(encoding="utf-8").replace('"a"', '"b"'), encoding="utf-8"
    )
    assert _allows(load_schema(path), "b")
    (tmp_path / "part.rng").unlink()
    with pytest.raises(SchemaFault):
        load_schema(path)
    assert cache.is_dir()


@pytest.mark.usefixtures("cache")
def test_the_same_schema_in_another_folder_includes_another_file(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert _allows(load_schema(_laid(one, "a")), "a")
    assert _allows(load_schema(_laid(other, "b")), "b")
    assert _allows(load_schema(one / "schema.rng"), "a")


@pytest.mark.usefixtures("cache")
def test_a_relative_path_means_another_file_in_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        monkeypatch.chdir(_laid(tmp_path / name, name).parent)
        assert _allows(load_schema(Path("schema.rng")), name)


def test_a_cache_that_cannot_be_written_does_no_harm(cache: Path, tmp_path: Path) -> None:
    path = _laid(tmp_path)
    cache.parent.parent.mkdir()
    cache.parent.write_text("a file, where a folder should be", encoding="utf-8")
    assert _allows(load_schema(path), "a")
    assert _allows(load_schema(path), "a")


def test_a_folder_in_place_of_a_kept_schema_does_no_harm(cache: Path, tmp_path: Path) -> None:
    path = _laid(tmp_path)
    load_schema(path)
    kept = _only(cache)
    kept.unlink()
    kept.mkdir()
    assert _allows(load_schema(path), "a")


def test_the_schemas_used_longest_ago_go(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "KEPT", 3)
    for number in range(6):
        load_schema(lay(tmp_path, PART.format(f"a{number}"), {}))
    assert len(list(cache.iterdir())) == 3


def test_an_incorrect_schema_is_not_kept(cache: Path, tmp_path: Path) -> None:
    path = lay(tmp_path, "<grammar/>", {})
    for _ in range(2):
        with pytest.raises(SchemaFault):
            load_schema(path)
    assert not cache.exists()


@pytest.mark.usefixtures("cache")
def test_two_processes_at_once(cache: Path, tmp_path: Path) -> None:
    path = _laid(tmp_path)
    program = (
        "import sys; from pathlib import Path;"
        "from recensio.validate.relaxng.compiled import load_schema;"
        "assert load_schema(Path(sys.argv[1])).start >= 0"
    )
    command = [sys.executable, "-c", program, str(path)]
    runs = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
    assert [(run.wait(30), run.communicate()[1]) for run in runs] == [(0, b"")] * 3
    assert _only(cache).suffix == ".json"
    assert _allows(load_schema(path), "a")
