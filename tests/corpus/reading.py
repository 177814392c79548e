"""Documents as plain data: YAML by the core schema of YAML 1.2, and the files that a document refers to put into it.

A reading of its own that shares nothing with clientsmith.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import yaml

FILES = "x-corpus-files"
"""Where the other files stand in what `read` returns."""

_DEEPEST = 200
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_FIRST_BYTES = 200_000
_NAMES_ITSELF = re.compile(r"""(?m)(^["']?|[{,]\s*")(openapi|swagger)["']?\s*:\s*["']?\d""")


class _Loader(yaml.CSafeLoader):
    """YAML 1.2: no dates, no `yes` and `no`, no octal numbers that begin with 0; and keys are texts."""

    yaml_implicit_resolvers: dict[str | None, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - overrides

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        self.flatten_mapping(node)
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                key.tag = "tag:yaml.org,2002:str"
        return super().construct_mapping(node, deep=deep)


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("merge", r"<<", "<"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), list(_first))


def _integer(_: Any, node: yaml.ScalarNode) -> int:
    text = node.value
    return int(text, 0) if text[:2].lower() in {"0o", "0x"} else int(text)


def _float(_: Any, node: yaml.ScalarNode) -> float:
    return float(node.value)


_Loader.add_constructor("tag:yaml.org,2002:int", _integer)
_Loader.add_constructor("tag:yaml.org,2002:float", _float)


def is_document(path: Path) -> bool:
    """Tell whether a file looks like an OpenAPI document, broken or not."""
    with path.open("rb") as file:
        text = file.read(_FIRST_BYTES).decode("utf-8-sig", "replace")
    if _NAMES_ITSELF.search(text):
        return True
    # Documents whose keys are in order may say late what they are.
    return len(text) >= _FIRST_BYTES // 4 and bool(_NAMES_ITSELF.search(path.read_text("utf-8-sig", "replace")))


def read(path: Path) -> Any:
    """Return a document whose references into other files lead to what stands under `FILES`."""
    bundler = _Bundler()
    bundler.place(path.resolve())
    while bundler.waiting:
        file = bundler.waiting.pop()
        bundler.rewrite(bundler.trees[file], file, _anchors(bundler.trees[file]), 0)
    tree, *others = bundler.trees.values()
    if others and isinstance(tree, dict):
        tree[FILES] = [None, *others]
    return tree


def _parsed(path: Path) -> Any:
    text = path.read_text(encoding="utf-8-sig")
    if text.lstrip().startswith("{"):
        try:
            return json.loads(text)
        except ValueError:
            pass
    return yaml.load(text, _Loader)


class _Bundler:
    """Files that were read, in the order in which they came up; the first one is the document."""

    def __init__(self) -> None:
        self.trees: dict[Path, Any] = {}
        self.waiting: list[Path] = []
        self._places: dict[Path, str] = {}

    def place(self, file: Path) -> str:
        """Return the pointer to a file, which is read if that was not done."""
        if file not in self._places:
            self._places[file] = f"#/{FILES}/{len(self.trees)}" if self.trees else "#"
            self.trees[file] = _parsed(file)
            self.waiting.append(file)
        return self._places[file]

    def rewrite(self, node: Any, file: Path, anchors: dict[str, str], depth: int) -> None:
        """Make the references in a file lead to where things stand now."""
        if depth > _DEEPEST:
            return
        for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            self.rewrite(value, file, anchors, depth + 1)
        if isinstance(node, dict):
            mapping = node.get("mapping")
            holders = [(node, "$ref")]
            holders += [(mapping, tag) for tag in mapping] if isinstance(mapping, dict) else []
            for holder, key in holders:
                reference = holder.get(key)
                if isinstance(reference, str) and not _SCHEME.match(reference):
                    holder[key] = self._rewritten(reference, file, anchors)

    def _rewritten(self, reference: str, file: Path, anchors: dict[str, str]) -> str:
        name, fragment = urldefrag(reference)
        if not name:
            fragment = anchors.get(fragment, fragment)
            return self._places[file] + fragment if reference.startswith("#") else reference
        target = (file.parent / unquote(name)).resolve()
        if not target.is_file() or target.suffix not in {".json", ".yaml", ".yml"}:
            return reference
        return self.place(target) + fragment


def _anchors(node: Any, pointer: str = "", depth: int = 0) -> dict[str, str]:
    """Return the named places of a file."""
    found: dict[str, str] = {}
    if depth < _DEEPEST and isinstance(node, (dict, list)):
        if isinstance(node, dict) and isinstance(node.get("$anchor"), str):
            found[node["$anchor"]] = pointer
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            token = str(key).replace("~", "~0").replace("/", "~1")
            found |= _anchors(value, f"{pointer}/{token}", depth + 1)
    return found
