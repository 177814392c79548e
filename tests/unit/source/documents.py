"""Helps to write small documents of several files."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

from clientsmith.source import Bundle, ReadOptions, read

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nservers: [{url: 'https://x.example'}]\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files and return the path of the first."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    return folder / next(iter(files))


def read_files(folder: Path, files: dict[str, str], options: ReadOptions | None = None) -> Bundle:
    """Write files and read the first as a document."""
    return read(write(folder, files), options)


def at(bundle: Bundle, *tokens: str | int) -> Any:
    """Look a value of the tree up."""
    value: Any = bundle.tree
    for token in tokens:
        value = value[token]
    return value
