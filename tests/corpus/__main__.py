"""Run the checks over a folder of documents (`make corpus`). Uses clientsmith through its command line only."""

from __future__ import annotations

import argparse
import random
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from corpus import checks, table
from corpus.documents import Document, documents, fetch
from corpus.results import Results, fingerprint
from corpus.type_check import batches, type_check

CACHE = Path(".cache/corpus")
LEDGER = Path(__file__).parent / "KNOWN.md"


def main() -> int:
    """Run what is asked for and print the table; 1 where the ledger and the result differ."""
    asked = arguments()
    folder = asked.folder or fetch(asked.cache, "subfolders" if asked.subfolders else "usual")
    chosen = choose(documents(folder), asked)
    results, numbers = Results(asked.cache / "results"), asked.checks.split(",")
    states = {number: fingerprint(number) for number in {"1", *numbers}}
    if asked.failed:
        chosen = [document for document in chosen if results.failed(document)]
    packages = asked.cache / "packages"
    single = [number for number in numbers if number != "3"]
    todo = [one for one in chosen if asked.fresh or not all(results.is_done(one, n, states[n]) for n in single)]
    if not asked.table:
        run_each(todo, asked, results, states)
        if "3" in numbers:
            left = [one for one in chosen if asked.fresh or not results.is_done(one, "3", states["3"])]
            run_types(left, packages, results, states["3"])
    known, gaps = results.all(chosen), table.ledger(asked.ledger)
    for line in table.lines(known, numbers, gaps):
        print(line)  # noqa: T201
    differing = table.unexpected(known, numbers, gaps)
    for line in differing:
        print(f"unexpected: {line}", file=sys.stderr)  # noqa: T201
    return 1 if differing else 0


def run_each(todo: list[Document], asked: argparse.Namespace, results: Results, states: dict[str, str]) -> None:
    """Generate, import and call, several documents at a time."""

    def one(document: Document) -> None:
        folder = asked.cache / "packages" / document.name
        try:
            all_but_types(document, folder)
        finally:
            document.forget()

    def all_but_types(document: Document, folder: Path) -> None:
        if asked.fresh or not folder.is_dir() or not results.is_done(document, "1", states["1"]):
            made = checks.generate(document, folder)
            results.write(document, "1", states["1"], made.problems, made.figures)
        if not folder.is_dir():
            if "4" in states:
                nothing = ["there is no package"] if results.failed(document) else []
                results.write(document, "4", states["4"], nothing, {})
            return
        if "2" in states and (asked.fresh or not results.is_done(document, "2", states["2"])):
            imported = checks.imports(document, folder)
            results.write(document, "2", states["2"], imported.problems, imported.figures)
        if "4" in states:
            called = checks.calls(document, folder, asked.cache)
            results.write(document, "4", states["4"], called.problems, called.figures)

    with ThreadPoolExecutor(asked.jobs) as pool:
        running = {pool.submit(one, document): document for document in todo}
        for count, done in enumerate(as_completed(running), start=1):
            done.result()
            if sys.stderr.isatty() or count % 20 == 0:
                print(f"{count} of {len(todo)}: {running[done].name}", file=sys.stderr, flush=True)  # noqa: T201


def run_types(todo: list[Document], packages: Path, results: Results, state: str) -> None:
    """Check types, many packages at a time."""
    there = {document: packages / document.name for document in todo if (packages / document.name).is_dir()}
    seen: set[str] = set()
    for batch in batches(there):
        for document, problems in type_check(batch, seen).items():
            results.write(document, "3", state, problems, {})


def choose(found: list[Document], asked: argparse.Namespace) -> list[Document]:
    """Narrow the documents down: by name, by size, by lot."""
    if asked.only:
        found = [
            one for one in found if any(part in str(one.path) or part in one.name for part in asked.only.split(","))
        ]
    if asked.largest:
        found = [document for document in found if document.path.stat().st_size <= asked.largest]
    if asked.sample and asked.sample < len(found):
        found = sorted(random.Random(asked.seed).sample(found, asked.sample), key=lambda one: one.name)
    return found


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="corpus", description=__doc__)
    parser.add_argument(
        "--folder", type=Path, help="folder with documents in it or below; the public ones are fetched without it"
    )
    parser.add_argument("--subfolders", action="store_true", help="the public documents of subfolders instead")
    parser.add_argument(
        "--ledger", type=Path, default=LEDGER, help="file of known gaps (default: KNOWN.md beside this)"
    )
    parser.add_argument("--cache", type=Path, default=CACHE, help="where documents, packages and results are kept")
    parser.add_argument("--checks", default="1,2", help="numbers of the checks: 1, 2, 3, 4 (default 1,2)")
    parser.add_argument("--sample", type=int, help="how many documents to draw by lot")
    parser.add_argument("--seed", type=int, default=0, help="another draw")
    parser.add_argument("--only", help="parts of paths or names, separated by commas")
    parser.add_argument("--largest", type=int, help="leave out documents of more bytes")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time")
    parser.add_argument("--fresh", action="store_true", help="do over what is known already")
    parser.add_argument("--failed", action="store_true", help="only documents that were not whole before")
    parser.add_argument("--table", action="store_true", help="run nothing, print what is known")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
