"""Check 3: basedpyright finds nothing in the packages (standard), and nothing in clients and resources (strict).

Many packages go into one run, because starting and reading the libraries takes most of the time.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from corpus.documents import Document

_TOLD = 20


def type_check(packages: dict[Document, Path]) -> dict[Document, list[str]]:
    """Return the problems of each package.

    Args:
        packages: document → folder that holds its package.
    """
    found: dict[Document, list[str]] = defaultdict(list)
    owners = {str((folder / document.package).resolve()): document for document, folder in packages.items()}
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch) / "pyrightconfig.json"
        project.write_text(json.dumps(_configuration(list(owners))), encoding="utf-8")
        tool = shutil.which("basedpyright", path=str(Path(sys.executable).parent)) or "basedpyright"
        command = [tool, "--outputjson", "--project", str(project), "--pythonpath", sys.executable]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    result = json.loads(done.stdout)
    modules = sum(1 for folder in owners for _ in Path(folder).rglob("*.py"))
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


def _configuration(folders: list[str]) -> dict[str, object]:
    return {
        "typeCheckingMode": "standard",
        "pythonVersion": "3.11",
        "include": folders,
        "strict": [f"{folder}/{part}" for folder in folders for part in ("resources", "client.py", "__init__.py")],
        "executionEnvironments": [{"root": str(Path(folder).parent)} for folder in folders],
    }


def _shortened(problems: list[str]) -> list[str]:
    more = len(problems) - _TOLD
    return [*problems[:_TOLD], f"and {more} more"] if more > 0 else problems
