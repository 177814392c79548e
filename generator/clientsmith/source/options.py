"""What a document may make the reader do: bounds for untrusted input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Bounds and permissions for reading a document.

    Attributes:
        allow_remote: Whether documents may be fetched over http and https.
        max_bytes: The largest size of one file.
        max_depth: How deep objects and lists may be nested.
        max_alias_nodes: How many nodes the aliases of one YAML file, or the inlined references of one document, may
            add in all.
        allowed_root: References must not lead out of this folder; None means the folder of the root document.
        max_files: How many files one document may consist of.
        overlays: Overlay documents to apply to the root document, in this order.
        allow_private_hosts: Whether remote documents may come from loopback and private addresses.
    """

    allow_remote: bool = False
    max_bytes: int = 64 * 1024 * 1024
    max_depth: int = 200
    max_alias_nodes: int = 1_000_000
    allowed_root: Path | None = None
    max_files: int = 10_000
    allow_private_hosts: bool = False
    overlays: tuple[Path | str, ...] = ()
