"""Fresh processes, a quick server on loopback, and medians."""

from __future__ import annotations

import contextlib
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
BODY = Path(__file__).with_name("assistant.json")


def fresh_process(script: str, *arguments: str) -> dict[str, Any]:
    """Run a Python script in a new process that can import the generated package; return the JSON that it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT / "generated")},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        sys.exit(f"A measured process failed:\n{done.stderr}")
    return json.loads(done.stdout)


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Run, in a process of its own, a server that answers every request with the assistant; give its address."""
    command = [sys.executable, str(Path(__file__).with_name("server.py")), str(BODY)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


def median(samples: list[float]) -> float:
    """Return the middle of the samples."""
    return statistics.median(samples)


def title(text: str) -> None:
    """Print a headline."""
    print(f"\n{text}")


def row(name: str, samples: list[float], unit: str, base: list[float] | None = None) -> None:
    """Print the median and the range of some samples, and how they compare with the base of the same run."""
    ratio = f"{median(samples) / median(base):7.2f} x" if base else " " * 9
    print(f"  {name:<46}{median(samples):9.1f} {unit:<3}{ratio}   ({min(samples):.1f} to {max(samples):.1f})")
