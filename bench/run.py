"""Measure the generator and the generated client: `python bench/run.py [generation] [start] [calls] [--runs N]`.

What counts are the ratios: both sides of one are measured in turns in the same run. Nothing is judged here, since a
shared machine would make any limit lie.
"""

from __future__ import annotations

import argparse
import os
import platform

import calls
import generation
import start

_SUBJECTS = {"generation": generation.run, "start": start.run, "calls": calls.run}


def main() -> None:
    """Run the chosen measurements, or all."""
    parser = argparse.ArgumentParser(description="Measure the generator and the generated client.")
    parser.add_argument("subjects", nargs="*", choices=[*_SUBJECTS, []], metavar="SUBJECT", help=" | ".join(_SUBJECTS))
    parser.add_argument("--runs", type=int, default=7, help="samples for each figure (default: 7)")
    arguments = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores; medians of {arguments.runs}, range in brackets")
    for subject in arguments.subjects or _SUBJECTS:
        _SUBJECTS[subject](arguments.runs)


if __name__ == "__main__":
    main()
