"""Putting a generated tree on disk, or comparing it with what is there."""

from __future__ import annotations

import difflib
import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from clientsmith.emit.plan import MANIFEST
from clientsmith.trees import mapping

_SHOWN_LINES: Final = 40


class WriteError(Exception):
    """The tree could not be written; nothing has changed. Says why."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as it would be generated; `diff` shows the first lines that differ."""

    path: str
    what: str
    diff: str


def write_tree(output: Path, files: dict[str, str]) -> tuple[str, ...]:
    """Write a tree, all of it or nothing.

    All files are first written beside the output; then those that differ take the place of the old ones, and files that
    an earlier run wrote and this one does not go away. If a step fails, the steps before it are undone.

    Args:
        output: the folder to write to.
        files: path relative to it → text.

    Returns:
        The paths that were changed, added or removed.

    Raises:
        WriteError: the disk refused.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        stale = sorted(set(_earlier_files(output)) - files.keys())
        changed = [path for path, text in files.items() if not _is_current(output / path, text)]
        if not changed and not stale:
            return ()
        with tempfile.TemporaryDirectory(prefix=".clientsmith-", dir=output) as folder:
            _exchange(output, Path(folder), files, changed, stale)
        for path in stale:
            _remove_empty_folders((output / path).parent, output)
    except OSError as error:
        message = f"cannot write {error.filename or output}: {error.strerror or error}"
        raise WriteError(message) from error
    return tuple(sorted({*changed, *stale}))


def write_file(path: Path, text: str) -> None:
    """Write one file, whole or not at all.

    Raises:
        WriteError: it cannot be written.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".clientsmith-", dir=path.parent) as folder:
            written = Path(folder) / path.name
            written.write_text(text, encoding="utf-8", newline="\n")
            written.replace(path)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror or error}."
        raise WriteError(message) from error


def _exchange(output: Path, folder: Path, files: dict[str, str], changed: list[str], stale: list[str]) -> None:
    new, old = folder / "new", folder / "old"
    for path in changed:
        target = new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(files[path], encoding="utf-8", newline="\n")
    moved: list[tuple[Path, Path]] = []
    try:
        for path in (*stale, *changed):
            if (output / path).is_dir():
                # All of ours that it held has gone before; what is left over is not to be lost.
                _remove_empty_folders(output / path, output)
            elif (output / path).exists():
                moved.append((output / path, old / path))
                (old / path).parent.mkdir(parents=True, exist_ok=True)
                (output / path).replace(old / path)
        for path in changed:
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            moved.append((new / path, output / path))
            (new / path).replace(output / path)
    except BaseException:
        for source, target in reversed(moved):
            if target.exists():
                source.parent.mkdir(parents=True, exist_ok=True)
                target.replace(source)
        raise


def _earlier_files(output: Path) -> Iterator[str]:
    """Yield the files that the manifest of an earlier run lists, as far as they are inside of the output folder."""
    try:
        written = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    inside = output.resolve()
    for path in mapping(mapping(written).get("files")):
        target = output / path
        if target.is_file() and target.resolve().is_relative_to(inside):
            yield path


def _is_current(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def _remove_empty_folders(folder: Path, output: Path) -> None:
    while folder != output and folder.is_relative_to(output):
        shutil.rmtree(folder / "__pycache__", ignore_errors=True)
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def compare_tree(output: Path, files: dict[str, str]) -> tuple[Difference, ...]:
    """Compare a tree with what is on disk; nothing is written.

    Returns:
        One difference for each file that is missing, differs, or would go away.
    """
    differences: list[Difference] = []
    for path, text in files.items():
        target = output / path
        if not target.is_file():
            differences.append(Difference(path, "missing", ""))
        elif not _is_current(target, text):
            differences.append(Difference(path, "differs", _diff(target, path, text)))
    stale = sorted(set(_earlier_files(output)) - files.keys())
    differences.extend(Difference(path, "no longer generated", "") for path in stale)
    return tuple(differences)


def _diff(target: Path, path: str, text: str) -> str:
    there = target.read_bytes().decode("utf-8", "replace").splitlines()
    lines = list(
        difflib.unified_diff(there, text.splitlines(), f"{path} (there)", f"{path} (generated)", lineterm="", n=1)
    )
    shown = lines[:_SHOWN_LINES]
    if len(lines) > len(shown):
        shown.append(f"... {len(lines) - len(shown)} more lines")
    return "\n".join(shown)
