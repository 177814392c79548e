"""Ruff over the generated Python, with a configuration of our own: imports in order, then the layout."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from ruff import find_ruff_bin  # pyright: ignore[reportMissingTypeStubs]

_LINE_LENGTH: Final = 120
_IMPORTS: Final = ("--config", "lint.isort.combine-as-imports=true")


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
        _ruff(folder, "check", "--select", "I", "--fix", "--exit-zero", "--quiet", *_IMPORTS)
        _ruff(folder, "format")
        return {
            path: Path(folder, path).read_text(encoding="utf-8") if path.endswith(".py") else text
            for path, text in files.items()
        }


def _ruff(folder: str, *arguments: str) -> None:
    command = [find_ruff_bin(), *arguments, "--isolated", "--no-cache", "--target-version", "py311"]
    command += ["--config", f"line-length={_LINE_LENGTH}", "--no-respect-gitignore", "."]
    done = subprocess.run(  # noqa: S603 - our own dependency, on files of our own
        # Which packages count as one's own depends on the folder that ruff is started in.
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    if done.returncode != 0:
        raise FormatError(done.stderr.strip().replace(folder + os.sep, ""))
