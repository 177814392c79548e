"""One run of ruff over the generated Python, with a configuration of our own."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from ruff import find_ruff_bin  # pyright: ignore[reportMissingTypeStubs]

_LINE_LENGTH: Final = 120


class FormatError(Exception):
    """Ruff did not format the tree; says what it said."""


def format_tree(files: dict[str, str]) -> dict[str, str]:
    """Format the Python among generated files.

    Args:
        files: path with forward slashes → text.

    Returns:
        The same files; those whose path ends in `.py` formatted.

    Raises:
        FormatError: ruff refused a file.
    """
    python = [path for path in files if path.endswith(".py")]
    with tempfile.TemporaryDirectory(prefix="clientsmith-") as folder:
        for path in python:
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(files[path], encoding="utf-8", newline="\n")
        command = [find_ruff_bin(), "format", "--isolated", "--no-cache", "--target-version", "py311"]
        command += ["--line-length", str(_LINE_LENGTH), "--no-respect-gitignore", folder]
        done = subprocess.run(  # noqa: S603 - our own dependency, on files of our own
            command, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"}
        )
        if done.returncode != 0:
            raise FormatError(done.stderr.strip().replace(folder + os.sep, ""))
        return {
            path: Path(folder, path).read_text(encoding="utf-8") if path.endswith(".py") else text
            for path, text in files.items()
        }
