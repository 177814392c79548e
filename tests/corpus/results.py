"""What is known of each document: one JSON file each, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.documents import Document

ROOT = Path(__file__).parents[2]


def fingerprint(check: str) -> str:
    """Return a digest of everything of ours that decides what is generated, and for check 4 how it is called."""
    digest = hashlib.sha256()
    parts = [("generator/clientsmith", "*.py"), ("templates", "*.jinja")]
    parts += [("tests/corpus", "*.py"), ("tests/corpus", "*.mjs")] if check == "4" else []
    for folder, pattern in parts:
        for path in sorted((ROOT / folder).rglob(pattern)):
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class Results:
    """The results of a corpus.

    A result holds, per number of a check, its problems and the fingerprint that they were found with.
    """

    def __init__(self, folder: Path) -> None:
        """Use a folder, which is made if it is not there."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def read(self, document: Document) -> dict[str, Any]:
        """Return what is known of a document."""
        path = self._path(document)
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"checks": {}, "figures": {}}

    def is_done(self, document: Document, check: str, state: str) -> bool:
        """Tell whether a check of a document has been made with what we have now."""
        return self.read(document)["checks"].get(check, {}).get("state") == state

    def failed(self, document: Document) -> bool:
        """Tell whether something is known to be wrong with a document."""
        return any(check["problems"] for check in self.read(document)["checks"].values())

    def write(self, document: Document, check: str, state: str, problems: list[str], figures: dict[str, Any]) -> None:
        """Keep the outcome of a check."""
        known = self.read(document)
        known["checks"][check] = {"state": state, "problems": problems}
        known["figures"].update(figures)
        path = self._path(document)
        part = path.with_suffix(".part")
        part.write_text(json.dumps(known, indent=1, ensure_ascii=False), encoding="utf-8")
        part.replace(path)

    def all(self, documents: Iterable[Document]) -> dict[Document, dict[str, Any]]:
        """Return what is known of each document."""
        return {document: self.read(document) for document in documents}

    def _path(self, document: Document) -> Path:
        return self._folder / f"{document.name}.json"
