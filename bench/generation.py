"""How long a cold run of the generator takes, against what merely importing its engine takes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time

from measure import ROOT, row, title


def run(runs: int) -> None:
    """Measure `clientsmith generate` on the assistants' document, each time in a fresh process and an empty folder."""
    engine: list[float] = []
    generate: list[float] = []
    for _ in range(runs):
        engine.append(_milliseconds([sys.executable, "-c", "import datamodel_code_generator"]))
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-c", "from clientsmith.cli import main; main()", "generate", "--output", folder]
            generate.append(_milliseconds(command))
    title("Regenerating the assistants' client (whole process)")
    row("import of datamodel-code-generator alone", engine, "ms")
    row("clientsmith generate", generate, "ms", engine)


def _milliseconds(command: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"A measured process failed:\n{done.stdout}{done.stderr}")
    return (time.perf_counter() - start) * 1000
