"""How long a cold run of the generator takes, against the models' engine alone on the same document."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import ROOT, row, title

_CLIENTSMITH = [sys.executable, "-c", "from clientsmith.cli import main; main()"]
_ENGINE = [sys.executable, "-m", "datamodel_code_generator", "--input-file-type", "openapi"]


def run(runs: int) -> None:
    """Measure the generator on the assistants' document, each time in a fresh process and an empty folder."""
    engine: list[float] = []
    generate: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = folder / "document.json"
        document.write_bytes(_output([*_CLIENTSMITH, "bundle", "spec/openapi.yaml"]))
        options = ["--output-model-type", "pydantic_v2.BaseModel", "--disable-warnings"]
        for turn in range(runs):
            models = str(folder / f"models{turn}.py")
            engine.append(_milliseconds([*_ENGINE, "--input", str(document), "--output", models, *options]))
            generate.append(_milliseconds([*_CLIENTSMITH, "generate", "--output", str(folder / f"client{turn}")]))
    title("Regenerating the assistants' client (whole process)")
    row("datamodel-codegen, models in one file", engine, "ms")
    row("clientsmith generate", generate, "ms", engine)


def _milliseconds(command: list[str]) -> float:
    start = time.perf_counter()
    _output(command)
    return (time.perf_counter() - start) * 1000


def _output(command: list[str]) -> bytes:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"A measured process failed:\n{done.stdout.decode()}{done.stderr.decode()}")
    return done.stdout
