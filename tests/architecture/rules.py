"""The one direction of imports (docs/design.md, section 2) as tables, and the reading of source files that checks them.

A part is what stands right below the package: a folder (`source`) or a module (`naming`). To let a part use another
one, first ask whether the arrow may point that way at all; then add it here and in the design.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

PACKAGE = "clientsmith"
MODULE_LINES = 400
TEMPLATE_LINES = 120

_OUTSIDE = "<outside>"
_GROUND = {"positions", "diagnostics", "naming", "pins", "prose", "text", "trees"}

# part -> the parts of ours that it may import (itself is always allowed)
PARTS: dict[str, set[str]] = {
    "__init__": {"pipeline", "config", "diagnostics"},
    "__main__": {"cli"},
    "cli": {"cli_options", "pipeline", "config", "diagnostics", "report"},
    "cli_options": {"config"},
    "names_file": {"config", "pins", "trees"},
    "pipeline": {"config", "names_file", "policy", "selection", "source", "schemas", "lower", "ir", "emit"} | _GROUND,
    "policy": {"diagnostics"},
    "selection": {"config", "source", "ir"} | _GROUND,
    "report": {"diagnostics", "policy"},
    "config": {"diagnostics", "trees"},
    "emit": {"ir", "prose", "text", "naming", "trees"},
    "lower": {"schemas", "source", "ir"} | _GROUND,
    "schemas": {"source", "ir"} | _GROUND,
    "source": {"positions", "diagnostics", "trees"},
    "ir": {"positions", "text"},
    "runtime": set(),
    "diagnostics": {"positions"},
    "positions": set(),
    "naming": set(),
    "pins": set(),
    "prose": set(),
    "text": {"prose"},
    "trees": set(),
}

# library -> the parts or files that may import it; the standard library is open to all
LIBRARIES: dict[str, set[str]] = {
    "datamodel_code_generator": {"schemas/engine.py"},
    "httpx2": {"runtime/variants/http_library_httpx2.py"},
    "httpx": {"runtime/http_library.py", "source"},  # in the runtime: `from .http_library import httpx`
    "jinja2": {"emit"},
    "jsonpath": {"source/overlay.py"},
    "jsonschema_rs": {"source"},
    "markupsafe": {"emit"},
    "pydantic": {"runtime", "config", "schemas"},
    "pydantic_core": {"runtime", "config", "schemas"},
    "rich": {"cli"},
    "ruff": {"emit"},
    "typer": {"cli", "cli_options"},
    "yaml": {"source"},
}


@dataclass(frozen=True, slots=True)
class Import:
    """An import statement: where it stands, and the absolute name that it asks for."""

    file: PurePosixPath
    line: int
    name: str
    relative: bool

    @property
    def part(self) -> str:
        """The part that the statement stands in."""
        return PurePosixPath(self.file.parts[0]).stem

    @property
    def target_part(self) -> str | None:
        """The part of ours that is asked for, or None for a library."""
        first, _, rest = self.name.partition(".")
        return (rest.partition(".")[0] or "__init__") if first == PACKAGE else None


def import_violations(root: Path) -> list[str]:
    """Return one sentence for each import below the package folder `root` that the tables do not allow."""
    return [message for found in _imports(root) if (message := _judge(found)) is not None]


def size_violations(folder: Path, pattern: str, limit: int) -> list[str]:
    """Return one sentence for each file below `folder` that is longer than `limit` lines."""
    violations: list[str] = []
    for path in sorted(folder.rglob(pattern)):
        lines = len(path.read_text(encoding="utf-8").splitlines()) if path.is_file() else 0
        if lines > limit:
            name = path.relative_to(folder).as_posix()
            violations.append(f"{name} has {lines} lines, {limit} at most: move out what has another reason to change.")
    return violations


def _judge(found: Import) -> str | None:
    where = f"{found.file.as_posix()}:{found.line}"
    allowed = PARTS.get(found.part)
    if allowed is None:
        return f"{where}: the part `{found.part}` is new: say in PARTS what it may import, in the design what it does."
    if found.name == _OUTSIDE:
        return f"{where}: this relative import leads out of {PACKAGE}."
    target = found.target_part
    if found.part == "runtime" and target is not None and not found.relative:
        return f"{where}: write this import relatively: the runtime is copied into packages that never see {PACKAGE}."
    if target is None:
        return _judge_library(found, where)
    if target == found.part or target in allowed:
        return None
    names = ", ".join(sorted(allowed)) or "nothing of ours"
    return (
        f"{where}: `{found.part}` imports `{target}`, and may import {names}. "
        "Hand the value over as an argument from pipeline.py, or move what both need to a part below."
    )


def _judge_library(found: Import, where: str) -> str | None:
    library = found.name.partition(".")[0]
    if library in sys.stdlib_module_names:
        return None
    places = LIBRARIES.get(library)
    if places is None:
        return f"{where}: `{library}` is new: declare it in pyproject.toml, and say in LIBRARIES who may use it."
    if found.part in places or found.file.as_posix() in places:
        return None
    return f"{where}: only {', '.join(sorted(places))} may import `{library}`; call what stands there instead."


def _imports(root: Path) -> Iterator[Import]:
    for path in sorted(root.rglob("*.py")):
        file = PurePosixPath(path.relative_to(root).as_posix())
        for node in ast.walk(ast.parse(path.read_bytes(), filename=str(file))):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(file, node.lineno, alias.name, relative=False)
            elif isinstance(node, ast.ImportFrom):
                base = _base(file, node)
                # `from clientsmith import naming` and `from . import naming` name the part in the list.
                names = [f"{base}.{alias.name}" for alias in node.names] if base == PACKAGE else [base]
                for name in names:
                    yield Import(file, node.lineno, name, relative=node.level > 0)


def _base(file: PurePosixPath, node: ast.ImportFrom) -> str:
    if node.level == 0:
        return node.module or ""
    package = [PACKAGE, *file.parent.parts]
    above = package[: len(package) - node.level + 1]
    if not above:
        return _OUTSIDE
    return ".".join([*above, *([node.module] if node.module else [])])
