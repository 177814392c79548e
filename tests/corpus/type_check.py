"""Check 3: basedpyright finds nothing in the packages (standard), and nothing in clients and resources (strict).

Many packages go into one run, because starting and reading the libraries takes most of the time; and the runtime, which
is the same in all of them, is checked once.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from corpus.documents import Document

_TOLD = 20
_LARGEST_BATCH = 25_000_000


def type_check(packages: dict[Document, Path], seen: set[str] | None = None) -> dict[Document, list[str]]:
    """Return the problems of each package.

    Args:
        packages: document → folder that holds its package.
        seen: digests of copies of the runtime that need no further look, to which those of these packages are added.
    """
    seen = set() if seen is None else seen
    found: dict[Document, list[str]] = defaultdict(list)
    left_out = [core for document, folder in packages.items() if not _is_new(core := _core(document, folder), seen)]
    owners = {str((folder / document.package).resolve()): document for document, folder in packages.items()}
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch) / "pyrightconfig.json"
        project.write_text(json.dumps(_configuration(list(owners), left_out)), encoding="utf-8")
        tool = shutil.which("basedpyright", path=str(Path(sys.executable).parent)) or "basedpyright"
        command = [tool, "--outputjson", "--project", str(project), "--pythonpath", sys.executable]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    result = json.loads(done.stdout)
    modules = sum(1 for folder in owners for _ in Path(folder).rglob("*.py"))
    modules -= sum(1 for core in left_out for _ in core.rglob("*.py"))
    if result["summary"]["filesAnalyzed"] < modules:
        # Or else what was not looked at would pass for whole.
        raise RuntimeError(f"basedpyright saw {result['summary']['filesAnalyzed']} of {modules} files: {done.stderr}")
    for told in result["generalDiagnostics"]:
        if told["severity"] != "error":
            continue
        path = Path(told["file"])
        owner = next((owners[str(parent)] for parent in path.parents if str(parent) in owners), None)
        if owner is not None:
            file = path.relative_to((packages[owner] / owner.package).resolve())
            line, message = told["range"]["start"]["line"] + 1, " ".join(told["message"].split())
            found[owner].append(f"{file}:{line}: {message[:300]} ({told.get('rule', 'syntax')})")
    return {document: _shortened(found[document]) for document in packages}


def batches(packages: dict[Document, Path]) -> Iterator[dict[Document, Path]]:
    """Yield packages in lots that one run can hold."""
    batch: dict[Document, Path] = {}
    size = 0
    for document, folder in packages.items():
        own = sum(path.stat().st_size for path in (folder / document.package).rglob("*.py"))
        if batch and size + own > _LARGEST_BATCH:
            yield batch
            batch, size = {}, 0
        batch[document] = folder
        size += own
    if batch:
        yield batch


def _core(document: Document, folder: Path) -> Path:
    return (folder / document.package / "_core").resolve()


def _is_new(core: Path, seen: set[str]) -> bool:
    digest = hashlib.sha256()
    for path in sorted(core.rglob("*.py")):
        digest.update(path.relative_to(core).as_posix().encode() + b"\0" + path.read_bytes())
    is_new = digest.hexdigest() not in seen
    seen.add(digest.hexdigest())
    return is_new


def _configuration(folders: list[str], left_out: list[Path]) -> dict[str, object]:
    return {
        "typeCheckingMode": "standard",
        "pythonVersion": "3.11",
        "include": folders,
        "exclude": [str(core) for core in left_out],
        "strict": [f"{folder}/{part}" for folder in folders for part in ("resources", "client.py", "__init__.py")],
        "executionEnvironments": [{"root": str(Path(folder).parent)} for folder in folders],
    }


def _shortened(problems: list[str]) -> list[str]:
    more = len(problems) - _TOLD
    return [*problems[:_TOLD], f"and {more} more"] if more > 0 else problems
