"""An OCFL object keeps every version of a package, is valid to others, and shows its damages."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from recensio.model.failure import CannotGoOn
from recensio.package.ocfl import User, commit_version
from recensio.package.proof import Proof
from recensio.package.verify import verify
from tests.conftest import Recensio
from tests.support import codes
from tests.unit.package.bags import MOMENT, clean_bag, resealed

USER: Final = User("A. Editor", "https://orcid.org/0000-0002-1825-0097")


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    return clean_bag(tmp_path)


@pytest.fixture
def kept(bag: Path, tmp_path: Path) -> Path:
    """An object with two versions, of which the second has a file changed and one more."""
    folder = tmp_path / "object"
    commit_version(folder, bag, "First.", USER, MOMENT)
    second_state(bag)
    commit_version(folder, bag, "Second.", USER, MOMENT + 86_400)
    return folder


def second_state(bag: Path) -> Path:
    """The bag with a file changed and one more, as it is packed a second time."""
    (bag / "data/tei/a.xml").write_bytes(b"<TEI>new text</TEI>")
    (bag / "data/copy.html").write_bytes((bag / "data/site/i.html").read_bytes())
    return resealed(bag)


def files_of(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def inventory_of(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "inventory.json").read_bytes())
    return read


def test_a_version_stores_only_what_is_new(kept: Path) -> None:
    names = [name for name in files_of(kept) if name.startswith("v2/content")]
    assert [name for name in names if "manifest" not in name] == ["v2/content/data/tei/a.xml"]
    inventory = inventory_of(kept)
    assert inventory["head"] == "v2"
    paths = {path for paths in inventory["versions"]["v2"]["state"].values() for path in paths}
    assert {"data/copy.html", "data/site/i.html", "bagit.txt"} <= paths
    assert inventory["versions"]["v1"]["created"] == "2026-09-21T14:13:20Z"
    assert (kept / "v2/inventory.json").read_bytes() == (kept / "inventory.json").read_bytes()


def test_a_sound_object_passes_and_says_what_is_proven(kept: Path) -> None:
    proof = Proof()
    assert list(verify(kept, proof)) == []
    assert (proof.kind, proof.algorithms) == ("OCFL 1.1 object, 2 versions", ("sha512",))
    assert proof.files == len([name for name in files_of(kept) if "/content/" in name])


def test_the_same_content_and_moments_give_the_same_bytes(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    bag = clean_bag(tmp_path / "again")
    other = tmp_path / "again" / "object"
    commit_version(other, bag, "First.", USER, MOMENT)
    second_state(bag)
    commit_version(other, bag, "Second.", USER, MOMENT + 86_400)
    assert files_of(other) == files_of(kept)


def test_nothing_new_is_no_version(kept: Path, bag: Path) -> None:
    before = files_of(kept)
    assert commit_version(kept, bag, "Again.", USER, MOMENT).value == "v2"
    assert files_of(kept) == before


def test_what_was_once_there_is_not_stored_again(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first = clean_bag(tmp_path / "again")
    assert commit_version(kept, first, "Back.", USER, MOMENT).value == "v3"
    assert sorted(name for name in files_of(kept) if name.startswith("v3")) == [
        "v3/inventory.json",
        "v3/inventory.json.sha512",
    ]
    assert codes(list(verify(kept))) == []


def test_versions_with_noughts_go_on_with_noughts(bag: Path, tmp_path: Path) -> None:
    folder = tmp_path / "object"
    commit_version(folder, bag, "First.", USER, MOMENT)
    for path in (folder / "inventory.json", folder / "v1/inventory.json"):
        content = path.read_bytes().replace(b'"v1', b'"v001')
        path.write_bytes(content)
        sidecar = f"{hashlib.sha512(content).hexdigest()} inventory.json\n"
        path.with_name("inventory.json.sha512").write_text(sidecar, encoding="utf-8")
    (folder / "v1").rename(folder / "v001")
    (bag / "data/empty").write_bytes(b"full")
    resealed(bag)
    assert commit_version(folder, bag, "Second.", USER, MOMENT).value == "v002"
    assert codes(list(verify(folder))) == []


@pytest.mark.parametrize("number", [1, 2, 3])
def test_another_program_finds_the_object_valid(number: int, bag: Path, tmp_path: Path) -> None:
    theirs = pytest.importorskip("ocfl", reason="ocfl-py is not installed")
    folder = tmp_path / "object"
    for each in range(number):
        (bag / "data/tei/a.xml").write_bytes(b"text %d" % each)
        resealed(bag)
        commit_version(folder, bag, f"Version {each}.", USER, MOMENT + each)
    judge = theirs.Object()
    passed, validator = judge.validate(str(folder), log_warnings=True)
    assert passed, validator.log
    assert validator.log.num_warnings == 0, str(validator.log)


def test_an_object_of_another_program_passes_and_takes_a_version(bag: Path, tmp_path: Path) -> None:
    theirs = pytest.importorskip("ocfl", reason="ocfl-py is not installed")
    folder = tmp_path / "theirs"
    facts = theirs.VersionMetadata(message="m", name="n", address="mailto:n@example.org")
    made = theirs.Object(identifier="urn:x:1", spec_version="1.1", fixity=["md5", "sha1"])
    made.create(srcdir=str(bag), metadata=facts, objdir=str(folder))
    assert codes(list(verify(folder))) == []
    (bag / "data/empty").write_bytes(b"full")
    resealed(bag)
    assert commit_version(folder, bag, "Ours.", USER, MOMENT).value == "v2"
    assert codes(list(verify(folder))) == []
    passed, validator = theirs.Object().validate(str(folder))
    assert passed, str(validator.log)


Damage = Callable[[Path], object]


def changed(path: str, old: bytes, new: bytes) -> Damage:
    def change(folder: Path) -> None:
        content = (folder / path).read_bytes()
        assert old in content
        (folder / path).write_bytes(content.replace(old, new))

    return change


def retold(*keys: str | int, value: object = None) -> Damage:
    """Something else in the inventory, with its digest made anew and in its version too."""

    def tell(folder: Path) -> None:
        inventory: Any = inventory_of(folder)
        place = inventory
        for key in keys[:-1]:
            place = place[key]
        if value is None:
            del place[keys[-1]]
        else:
            place[keys[-1]] = value
        content = json.dumps(inventory).encode()
        digest = hashlib.sha512(content).hexdigest()
        for within in (folder, folder / "v2"):
            (within / "inventory.json").write_bytes(content)
            sidecar = f"{digest} inventory.json\n".encode()
            (within / "inventory.json.sha512").write_bytes(sidecar)

    return tell


def rewrite_history(folder: Path) -> None:
    """The newest inventory has another first version than the first has."""
    inventory = inventory_of(folder)
    state = inventory["versions"]["v1"]["state"]
    digest = next(digest for digest, paths in state.items() if "data/tei/a.xml" in paths)
    state[digest] = ["data/tei/z.xml"]
    retold("versions", "v1", "state", value=state)(folder)


FIRST: Final = "v1/content/data/tei/a.xml"

DAMAGES: Final[dict[str, tuple[Damage, set[str], str]]] = {
    "content changed": (changed(FIRST, b"text", b"lies"), {"PKG003"}, FIRST),
    "content removed": (lambda f: (f / FIRST).unlink(), {"PKG002"}, FIRST),
    "content added": (
        lambda f: (f / "v1/content/x").write_bytes(b""), {"PKG004"}, "v1/content/x",
    ),
    "a file beside the versions": (
        lambda f: (f / "x.txt").write_bytes(b""), {"PKG004"}, "x.txt",
    ),
    "a version too many": (
        lambda f: shutil.copytree(f / "v2", f / "v3"), {"PKG004"}, "v3/inventory.json",
    ),
    "a version removed": (
        lambda f: shutil.rmtree(f / "v2"), {"PKG002", "PKG059"}, "v2/content/data/tei/a.xml",
    ),
    "a link": (lambda f: (f / "v1/content/l").symlink_to("/"), {"PKG006"}, "v1/content/l"),
    "the inventory changed": (
        changed("inventory.json", b"First.", b"Later."), {"PKG055", "PKG056"}, "inventory.json",
    ),
    "the inventory's digest changed": (
        lambda f: (f / "inventory.json.sha512").write_bytes(b"0" * 128 + b" inventory.json\n"),
        {"PKG055"}, "inventory.json.sha512",
    ),
    "the inventory's digest without a name": (
        lambda f: (f / "inventory.json.sha512").write_bytes(b"0" * 128), {"PKG055"}, "sha512",
    ),
    "the inventory's digest removed": (
        lambda f: (f / "inventory.json.sha512").unlink(), {"PKG002"}, "inventory.json.sha512",
    ),
    "the inventory removed": (
        lambda f: (f / "inventory.json").unlink(), {"PKG002"}, "inventory.json",
    ),
    "an older inventory changed": (
        changed("v1/inventory.json", b"First.", b"Later."), {"PKG055"}, "v1/inventory.json",
    ),
    "an inventory that is no JSON": (
        changed("inventory.json", b"{", b"["), {"PKG056"}, "no JSON",
    ),
    "no declaration": (
        lambda f: (f / "0=ocfl_object_1.1").unlink(), {"PKG056"}, "0 files that declare",
    ),
    "a declaration of the future": (
        lambda f: (f / "0=ocfl_object_1.1").rename(f / "0=ocfl_object_9.9"), {"PKG056"}, "known",
    ),
    "an empty declaration": (
        lambda f: (f / "0=ocfl_object_1.1").write_bytes(b""), {"PKG056"}, "ocfl_object_1.1",
    ),
    "history rewritten": (
        rewrite_history, {"PKG056", "PKG002"}, "it knows other files in v1",
    ),
    "another id": (retold("id", value="x"), {"PKG056"}, "another id"),
    "no id": (retold("id"), {"PKG056"}, "does not state id"),
    "an unknown key": (retold("colour", value="red"), {"PKG056"}, "colour"),
    "another head": (retold("head", value="v1"), {"PKG056"}, "head is v1"),
    "a weak algorithm": (retold("digestAlgorithm", value="md5"), {"PKG056"}, "md5"),
    "a content folder outside": (retold("contentDirectory", value=".."), {"PKG056"}, ".."),
    "a gap in the versions": (retold("versions", "v1"), {"PKG056"}, "without a gap"),
    "a day that is none": (
        retold("versions", "v1", "created", value="2026-13-01"), {"PKG056"}, "2026-13-01",
    ),
    "a version without a state": (retold("versions", "v1", "state"), {"PKG056"}, "state of v1"),
    "a user without a name": (
        retold("versions", "v1", "user", value={"address": "x"}), {"PKG056"}, "has no name",
    ),
    "a message that is a number": (
        retold("versions", "v1", "message", value=3), {"PKG056"}, "message of v1",
    ),
    "a manifest that climbs out": (
        retold("manifest", "0" * 128, value=["v1/content/../../x"]), {"PKG056"}, "astray",
    ),
    "a manifest that nobody uses": (
        retold("manifest", "0" * 128, value=["v1/content/x"]), {"PKG056"}, "no version uses",
    ),
    "a state that nothing stands for": (
        retold("versions", "v1", "state", "0" * 128, value=["x"]), {"PKG056"}, "no content for x",
    ),
    "a state that climbs out": (
        retold("versions", "v1", "state", "0" * 128, value=["../x"]), {"PKG056"}, "../x",
    ),
    "a fixity block that differs": (
        retold("fixity", value={"md5": {"0" * 32: [FIRST]}}), {"PKG056"}, "its md5 digest of",
    ),
    "a fixity block of nothing": (
        retold("fixity", value={"md5": {"0" * 32: ["v1/content/x"]}}), {"PKG056"}, "v1/content/x",
    ),
}  # fmt: skip


def test_content_and_inventories_that_were_forged_together_are_found(kept: Path) -> None:
    lies = b"<TEI>new lies</TEI>"
    path = "v2/content/data/tei/a.xml"
    old = hashlib.sha512((kept / path).read_bytes()).hexdigest()
    (kept / path).write_bytes(lies)
    text = (kept / "inventory.json").read_text(encoding="utf-8")
    forged = json.loads(text.replace(old, hashlib.sha512(lies).hexdigest()))
    retold("manifest", value=forged["manifest"])(kept)
    retold("versions", value=forged["versions"])(kept)
    problems = list(verify(kept))
    assert codes(problems) == ["PKG053"]
    assert problems[0].message.startswith("data/tei/a.xml of v2 is as the manifests have it")


def test_a_bag_that_was_kept_without_a_file_is_found(bag: Path, tmp_path: Path) -> None:
    (bag / "data/tei/a.xml").unlink()
    commit_version(tmp_path / "object", bag, "m", USER, MOMENT)
    problems = list(verify(tmp_path / "object"))
    assert [each.message for each in problems] == [
        "data/tei/a.xml of v1 stands in the manifest and is not in the package"
    ]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_to_an_object_is_named_and_takes_no_version(
    damage: str, kept: Path, bag: Path
) -> None:
    damaged, expected, word = DAMAGES[damage]
    damaged(kept)
    problems = list(verify(kept))
    said = "\n".join(each.message for each in problems)
    assert {each.code for each in problems} == expected, said
    assert word in said
    before = files_of(kept)
    (bag / "data/empty").write_bytes(b"full")
    with pytest.raises(CannotGoOn) as raised:
        commit_version(kept, bag, "More.", USER, MOMENT)
    assert codes(raised.value.problems)[0] == "PKG057"
    assert files_of(kept) == before


def test_an_object_whose_newest_version_has_no_inventory_is_warned_of(kept: Path) -> None:
    (kept / "v2/inventory.json").unlink()
    (kept / "v2/inventory.json.sha512").unlink()
    assert codes(list(verify(kept))) == ["PKG059"]


def test_a_run_that_breaks_off_leaves_the_object_as_it_was(
    kept: Path, bag: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(kept)
    (bag / "data/empty").write_bytes(b"full")
    replace = Path.replace

    def full(path: Path, target: Path) -> Path:
        if target.name.endswith("sha512"):
            raise OSError(28, "no space left")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space"):
        commit_version(kept, bag, "More.", USER, MOMENT)
    assert files_of(kept) == before
    assert not list(kept.parent.glob(".new-*"))


def test_what_cannot_be_kept_is_refused(bag: Path, tmp_path: Path) -> None:
    (bag / "data/link").symlink_to("/etc/passwd")
    with pytest.raises(CannotGoOn) as raised:
        commit_version(tmp_path / "object", bag, "m", USER, MOMENT)
    assert codes(raised.value.problems) == ["PKG006"]
    assert not (tmp_path / "object").exists()


@pytest.mark.parametrize("taken", ["file", "folder"])
def test_what_is_no_object_takes_no_version(taken: str, bag: Path, tmp_path: Path) -> None:
    place = tmp_path / "taken"
    if taken == "file":
        place.write_bytes(b"x")
    else:
        place.mkdir()
        (place / "x").write_bytes(b"x")
    with pytest.raises(CannotGoOn) as raised:
        commit_version(place, bag, "m", USER, MOMENT)
    assert codes(raised.value.problems)[0] == "PKG057"


def test_the_command_verifies_objects(kept: Path, recensio: Recensio) -> None:
    run = recensio("verify", str(kept), "--format", "json", cwd=kept.parent)
    report = json.loads(run.out)
    assert (run.code, report["problems"]) == (0, [])
    assert report["proof"]["kind"] == "OCFL 1.1 object, 2 versions"
    assert report["proof"]["seal"]["of"] == "inventory.json"
