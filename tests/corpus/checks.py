"""Checks of one document: does it generate whole, and does the package import?"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.documents import Document
from corpus.sampling import samples

SLOWEST = 300
"""Seconds after which a process is stopped; how long a run may take is told by `allowed_seconds`."""

_ERROR = re.compile(r"error\[(?P<code>[a-z0-9-]+)\]: (?P<message>.*)")
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Outcome:
    """What a check found: problems, none if all is well, and figures."""

    problems: list[str]
    figures: dict[str, Any]


def allowed_seconds(size: int) -> float:
    """Return how long generating may take: 2 s for a small document, 20 s for one of 12 MB, on two free cores."""
    return 2 + 18 * min(1.0, size / 12_000_000)


def generate(document: Document, folder: Path) -> Outcome:
    """Check 1: the command line ends with 0, and the manifest has every operation and skips none."""
    shutil.rmtree(folder, ignore_errors=True)
    start = time.monotonic()
    command = [sys.executable, "-m", "clientsmith", "generate", str(document.path)]
    done = _run([*command, "--output", str(folder), "--package", document.package])
    seconds = round(time.monotonic() - start, 2)
    size = document.path.stat().st_size
    figures: dict[str, Any] = {"seconds": seconds, "bytes": size, "allowed": round(allowed_seconds(size), 1)}
    if done is None:
        return Outcome([f"generate took more than {SLOWEST} s"], figures)
    if done.returncode == 2 and "error[nothing-to-generate]" in done.stderr and not document.operations:
        return Outcome([], {**figures, "operations": 0})
    if done.returncode != 0:
        return Outcome([f"exit {done.returncode}: {_reason(done.stderr)}"], figures)
    manifest = json.loads((folder / "clientsmith-manifest.json").read_text(encoding="utf-8"))
    made = {(one["method"], one["path"]) for one in manifest["operations"]}
    missing = sorted(document.operations - made)
    problems = [f"operation is missing: {method} {path}" for method, path in missing]
    problems += [f"skipped: {entry}" for entry in manifest["skipped"]]
    calls = [one["call"] for one in manifest["operations"]]
    problems += [f"two operations are called {call}" for call in sorted({one for one in calls if calls.count(one) > 1})]
    figures |= {"operations": len(made), "warnings": done.stderr.count("warning[")}
    return Outcome(problems, figures)


def imports(document: Document, folder: Path) -> Outcome:
    """Check 2: every module imports in a fresh process, every model and every type adapter can be built."""
    start = time.monotonic()
    done = _run([sys.executable, "-P", str(_HERE / "import_package.py"), str(folder), document.package])
    figures = {"import_seconds": round(time.monotonic() - start, 2)}
    if done is None:
        return Outcome([f"importing took more than {SLOWEST} s"], figures)
    if done.returncode != 0:
        return Outcome([f"importing ended with {done.returncode}: {done.stderr.strip()[-300:]}"], figures)
    return Outcome(json.loads(done.stdout.splitlines()[-1]), figures)


def calls(document: Document, folder: Path, cache: Path) -> Outcome:
    """Check 4: every operation sends what the document says, and reads what it says back to the same JSON."""
    if not document.operations:
        return Outcome([], {"calls": 0, "calls_whole": 0, "calls_undefined": 0})
    drawn = samples(document, cache)
    start = time.monotonic()
    done = _run([sys.executable, "-P", str(_HERE / "call_package.py"), str(folder), document.package, str(drawn)])
    if done is None:
        return Outcome([f"calling took more than {SLOWEST} s"], {})
    if done.returncode != 0:
        return Outcome([f"calling ended with {done.returncode}: {done.stderr.strip()[-300:]}"], {})
    told = json.loads(done.stdout.splitlines()[-1])
    figures = {
        "call_seconds": round(time.monotonic() - start, 2),
        "calls": told["operations"],
        "calls_whole": told["whole"],
        "calls_undefined": told["undefined"],
    }
    return Outcome([f"{operation}: {problem}" for operation, problem in told["problems"]], figures)


def _run(command: list[str]) -> subprocess.CompletedProcess[str] | None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=SLOWEST, env=environment)
    except subprocess.TimeoutExpired:
        return None


def _reason(listing: str) -> str:
    found = [f"{match['code']}: {match['message']}" for match in _ERROR.finditer(listing)]
    if found:
        return found[0] + (f" (and {len(found) - 1} more)" if len(found) > 1 else "")
    return " ".join(listing.strip().splitlines()[-3:])[-500:] or "no reason given"
