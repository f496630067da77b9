from __future__ import annotations

import time
from pathlib import Path
from threading import Thread, Timer

from recensio.serving.watching import Watch
from tests.support import laid_out


def seen(watch: Watch, change: Thread) -> float:
    """Seconds until a change is seen."""
    change.start()
    start = time.monotonic()
    watch.wait()
    return time.monotonic() - start


def test_a_change_a_new_file_and_a_removal_are_seen(tmp_path: Path) -> None:
    laid_out(tmp_path, {"a.xml": "a", "b/c.css": "c"})
    watch = Watch([tmp_path])
    new = tmp_path / "b/.c.css.new"
    new.write_text("d")
    changes = (
        lambda: (tmp_path / "a.xml").write_text("ab"),
        lambda: (tmp_path / "b/d.html").write_text("d"),
        lambda: new.replace(tmp_path / "b/c.css"),
        (tmp_path / "a.xml").unlink,
    )
    for change in changes:
        assert seen(watch, Thread(target=change)) < 2


def test_many_changes_on_end_are_one(tmp_path: Path) -> None:
    watch = Watch([tmp_path])

    def write() -> None:
        for number in range(10):
            (tmp_path / f"{number}.xml").write_text("x")
            time.sleep(0.01)

    writing = Thread(target=write)
    seen(watch, writing)
    assert not writing.is_alive()


def test_what_was_built_and_what_is_hidden_is_not_looked_at(tmp_path: Path) -> None:
    laid_out(tmp_path, {"a.xml": "a", "output/build.json": "{}"})
    watch = Watch([tmp_path])
    laid_out(tmp_path, {"output/site/a.html": "a", ".git/index": "", ".a.xml.swp": ""})
    assert seen(watch, Timer(0.3, lambda: (tmp_path / "b.xml").write_text("b"))) >= 0.3
