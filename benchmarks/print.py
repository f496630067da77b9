"""What a printed book costs: pages a second and memory, by the length of the book.

    python -m benchmarks.print [PAGES ...]

The books are made up from a seed, with an entry or a note for every twenty-five words. Each is
printed in a process of its own, as each pass of the press is, so the peak is that of the largest
pass. With `--tex` the same books are set by LuaLaTeX and reledmac instead, in the runs that they
need until nothing changes; see docs/tex.md for what must be installed.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from recensio.corpus import read_corpus
from recensio.project import open_project
from recensio.publish.book import book_of, pdf
from recensio.publish.prepare import Edition, prepare
from recensio.publish.tex import tex

PER_PAGE: Final = 300
"""Words of text on a page beside the entries of this book."""

CHAPTER: Final = 8000
"""Words of a chapter, PARAGRAPH those of a paragraph, ENTRY those for which there is an entry."""
PARAGRAPH: Final = 110
ENTRY: Final = 25
DAY: Final = 1_767_225_600

SYLLABLES: Final = tuple(
    "bacedifogulamenirosutavexizopretriclaspogra"[i : i + 2] for i in range(0, 42, 2)
)
HEAD: Final = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="la"><teiHeader><fileDesc><titleStmt><title>'
    "Chapter {}</title></titleStmt><publicationStmt><p>Made up.</p></publicationStmt><sourceDesc>"
    '<listWit><witness xml:id="A"/><witness xml:id="B"/><witness xml:id="C"/></listWit>'
    "</sourceDesc>"
    "</fileDesc></teiHeader><text><body><div><head>Chapter {}</head>"
)


PAGE: Final = re.compile(rb"/Type\s*/Page\b")
WRITTEN: Final = re.compile(r"Output written on edition\.pdf \((\d+)")


def main() -> None:
    """Print each book asked for and a line of the table for it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="*", type=int, default=[30, 100, 400])
    parser.add_argument("--tex", action="store_true", help="by reledmac, where it is installed")
    parser.add_argument("--row", action="store_true", help="print one row and no head")
    options = parser.parse_args()
    if options.row:
        print(row(options.pages[0], by_tex if options.tex else by_typst), flush=True)
        return
    print("| pages | seconds | s per 100 pages | CPU s | peak MiB |")
    print("| ---: | ---: | ---: | ---: | ---: |", flush=True)
    for pages in options.pages:
        command = [sys.executable, "-m", "benchmarks.print", str(pages), "--row"]
        command += ["--tex"] if options.tex else []
        subprocess.run(command, check=True)


def by_typst(edition: Edition, _folder: Path) -> int:
    """Print a book as Recensio does, and return the number of its pages."""
    return len(PAGE.findall(pdf(edition, DAY).value[0].content))


def by_tex(edition: Edition, folder: Path) -> int:
    """Print a book with reledmac until nothing changes, and return the number of its pages."""
    for artifact in tex(book_of(edition, DAY)).value:
        (folder / Path(artifact.path).name).write_bytes(artifact.content)
    before, now, runs = "", "-", 0
    while before != now:
        runs += 1
        command = ["lualatex", "-interaction=batchmode", "edition.tex"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        noted = sorted(folder.glob("edition.[0-9a]*"))
        before, now, runs = (
            now,
            "".join(path.read_text(encoding="utf-8") for path in noted),
            runs + 1,
        )
    print(f"{runs} runs", file=sys.stderr)
    log = (folder / "edition.log").read_text(encoding="utf-8", errors="replace")
    return int(WRITTEN.findall(log)[0])


def row(length: int, printed: Callable[[Edition, Path], int] = by_typst) -> str:
    """Make a book of about so many pages, print it, and return its line of the table."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(chapters(length * PER_PAGE)):
            (Path(folder) / f"{number:03}.xml").write_text(text, encoding="utf-8")
        edition = prepare(read_corpus(open_project([Path(folder)])).value).value
        start, before = time.perf_counter(), _processor()
        pages = printed(edition, Path(folder))
        seconds, processor = time.perf_counter() - start, _processor() - before
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return f"| {pages} | {seconds:.1f} | {100 * seconds / pages:.1f} | {processor:.1f} | {peak} |"


def _processor() -> float:
    """Seconds of all processors so far, of this process and of those that it started."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def chapters(words: int) -> Iterator[str]:
    """Documents of so many words together; the same for the same number."""
    chance = random.Random(words)  # noqa: S311 (not for secrets)
    for number, length in enumerate([CHAPTER] * (words // CHAPTER) + [words % CHAPTER], 1):
        paragraphs = (_paragraph(chance) for _ in range(max(1, length // PARAGRAPH)))
        yield HEAD.format(number, number) + "".join(paragraphs) + "</div></body></text></TEI>"


def _paragraph(chance: random.Random) -> str:
    parts = []
    for position in range(PARAGRAPH):
        lot = chance.random()
        if lot < 0.7 / ENTRY and position:
            parts.append(_entry(chance))
        elif lot < 1 / ENTRY and position:
            parts.append(f'{_word(chance)}<note place="foot">{_words(chance, 4, 30)}.</note>')
        else:
            parts.append(_word(chance))
    return f"<p>{' '.join(parts)}.</p>"


def _entry(chance: random.Random) -> str:
    return (
        f'<app><lem wit="#A">{_words(chance, 1, 3)}</lem><rdg wit="#B">{_words(chance, 1, 3)}</rdg>'
        f'<rdg wit="#C">{_word(chance)}</rdg></app>'
    )


def _words(chance: random.Random, least: int, most: int) -> str:
    return " ".join(_word(chance) for _ in range(chance.randint(least, most)))


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))


if __name__ == "__main__":
    main()
