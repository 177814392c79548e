"""From the intermediate representation to files."""

from __future__ import annotations

from clientsmith.emit.format import FormatError
from clientsmith.emit.inspection import to_json
from clientsmith.emit.plan import MANIFEST, EmitError, emit
from clientsmith.emit.write import Difference, WriteError, compare_tree, write_file, write_tree

__all__ = [
    "MANIFEST",
    "Difference",
    "EmitError",
    "FormatError",
    "WriteError",
    "compare_tree",
    "emit",
    "to_json",
    "write_file",
    "write_tree",
]
