"""The page of features: short documents, what is generated from them, and what calls do, all of it run.

A feature is one file, `NN-name.md`: Markdown with a document in its first block of YAML (whole, or from the level of
`paths` on) and with directives, each on a line of its own, that are replaced by what they stand for:

- `@model Name` and `@alias Name`: the source of a model or alias,
- `@fields Name`: the keywords of a body,
- `@method resource.name`: the signature of a method, without `self` and `options`,
- `@constructor`: that of the client, what all clients have left out,
- `@warnings`: what the run told of the document.

Blocks of Python are run, statement by statement, with `client`, `models`, `package`, `dt`, `url` and `answer(json)`,
which says what the server answers to the next call. What a call sends and what an expression is stands beneath it as a
comment.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clientsmith import Config, generate
from support.generation import clean_environment, document

FEATURES = Path(__file__).parents[1] / "golden" / "features"
_PROCESS = Path(__file__).with_name("feature_process.py")
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
_USUAL = frozenset({"self", "options", "base_url", "timeout", "deadline", "max_retries", "strict", "http_client"})


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: its title, the text of its file, and the tree that is generated from its document."""

    title: str
    text: str
    folder: Path
    warnings: tuple[str, ...]


def features(folder: Path) -> list[Feature]:
    """Generate a package from the document of each feature; `folder` takes the trees."""
    return [_generated(path, folder / path.stem) for path in sorted(FEATURES.glob("*.md"))]


def _generated(path: Path, folder: Path) -> Feature:
    text = path.read_text(encoding="utf-8")
    found = _FENCE.search(text)
    assert found is not None, f"{path.name} has no document"
    assert found[1] == "yaml", f"{path.name} begins with a document"
    folder.mkdir(parents=True)
    spec = folder / "openapi.yaml"
    servers = "" if "servers:" in found[2] else "servers: [{url: 'https://shop.example'}]\n"
    is_whole = found[2].startswith(("swagger:", "openapi:"))
    spec.write_text(found[2] if is_whole else document(servers + found[2]), encoding="utf-8", newline="\n")
    config = Config(spec=str(spec), output=str(folder / "out"), package="shop", client_name="Shop", lenient=True)
    summary = generate(config)
    warnings = tuple(f"{one.code}: {one.message}" for one in summary.diagnostics)
    title = text.partition("\n")[0].removeprefix("# ")
    return Feature(title, text, folder / "out", warnings)


def page(found: list[Feature]) -> str:
    """Return the page."""
    contents = "\n".join(f"- [{feature.title}](#{_anchor(feature.title)})" for feature in found)
    chapters = "\n".join(_chapter(feature) for feature in found)
    return f"{_OPENING}\n{contents}\n\n{chapters}"


_OPENING = """# Features

What clientsmith makes of the constructs of OpenAPI: for each a piece of a document, what is generated from it, and what
a call sends. This page is made from the files in `tests/golden/features`, and everything on it has been run: comments
under a line of Python are what it sent or what it came to.
"""


def _anchor(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _chapter(feature: Feature) -> str:
    said = _ran(feature)
    text = _FENCE.sub(lambda block: f"```python\n{next(said)}```\n" if block[1] == "python" else block[0], feature.text)
    lines = text.split("\n")
    whole = "\n".join(_line(line, feature) for line in lines).removeprefix("# ")
    # What stands one below the other is one block.
    return "## " + whole.replace("\n```\n```python\n", "\n\n")


def _line(line: str, feature: Feature) -> str:
    command, _, argument = line.partition(" ")
    match command:
        case "@model" | "@alias":
            return _block(_definition(feature, argument))
        case "@fields":
            return _block(_definition(feature, argument, "fields"))
        case "@method":
            return _block(_method(feature, argument))
        case "@constructor":
            return _block(_signature(feature, "client", "Shop", "__init__", "Shop"))
        case "@warnings":
            return "\n".join(["```text", *feature.warnings, "```"])
        case _:
            return line


def _block(source: str) -> str:
    return f"```python\n{source}\n```"


def _definition(feature: Feature, name: str, package: str = "models") -> str:
    for path in sorted((feature.folder / "shop" / package).glob("*.py")):
        source = path.read_text(encoding="utf-8")
        for node in ast.parse(source).body:
            names = [node.name] if isinstance(node, ast.ClassDef) else []
            names += [node.target.id] if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) else []
            names += [target.id for target in getattr(node, "targets", []) if isinstance(target, ast.Name)]
            if name in names:
                return _segment(source, node)
    msg = f"{feature.title}: there is no model {name}"
    raise AssertionError(msg)


def _segment(source: str, node: ast.stmt) -> str:
    lines = source.split("\n")[node.lineno - 1 : node.end_lineno]
    return "\n".join(line for line in lines if line.strip())


def _method(feature: Feature, path: str) -> str:
    resource, name = path.split(".")
    source = (feature.folder / "shop" / "resources" / f"{resource}.py").read_text(encoding="utf-8")
    classes = [node.name for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    return _signature(feature, f"resources/{resource}", classes[0], name, f"client.{path}")


def _signature(feature: Feature, module: str, class_name: str, name: str, shown: str) -> str:
    source = (feature.folder / "shop" / f"{module}.py").read_text(encoding="utf-8")
    owner = next(node for node in ast.parse(source).body if isinstance(node, ast.ClassDef) and node.name == class_name)
    methods = [node for node in owner.body if isinstance(node, ast.FunctionDef) and node.name == name]
    assert methods, f"{feature.title}: there is no method {shown}"
    # Of one with overloads these, which type checkers go by.
    return "\n".join(_one_signature(node, shown) for node in methods[: max(1, len(methods) - 1)])


def _one_signature(node: ast.FunctionDef, shown: str) -> str:
    arguments = list(_arguments(node.args))
    result = f" -> {ast.unparse(node.returns)}" if node.returns and node.name != "__init__" else ""
    line = f"{shown}({', '.join(arguments)}){result}"
    if len(line) <= 110:
        return line
    return "\n".join([f"{shown}(", *(f"    {argument}," for argument in arguments), f"){result}"])


def _arguments(written: ast.arguments) -> Iterator[str]:
    positional = [*written.posonlyargs, *written.args]
    defaults = [None] * (len(positional) - len(written.defaults)) + list(written.defaults)
    for argument, default in zip(positional, defaults, strict=True):
        if argument.arg not in _USUAL:
            yield _argument(argument, default)
        if argument in written.posonlyargs[-1:] and argument.arg not in _USUAL:
            yield "/"
    named = [pair for pair in zip(written.kwonlyargs, written.kw_defaults, strict=True) if pair[0].arg not in _USUAL]
    if named:
        yield "*"
    yield from (_argument(argument, default) for argument, default in named)
    if written.kwarg is not None:
        yield f"**{_argument(written.kwarg, None)}"


def _argument(argument: ast.arg, default: ast.expr | None) -> str:
    annotation = f": {ast.unparse(argument.annotation)}" if argument.annotation else ""
    return f"{argument.arg}{annotation}" + (f" = {ast.unparse(default)}" if default is not None else "")


def _ran(feature: Feature) -> Iterator[str]:
    """Yield the blocks of Python with what came of them."""
    blocks = [found[2] for found in _FENCE.finditer(feature.text) if found[1] == "python"]
    if not blocks:
        return
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(_PROCESS)],
        input=json.dumps([textwrap.dedent(block) for block in blocks]),
        env=clean_environment(feature.folder, **{name: os.environ[name] for name in ("PATH",)}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, f"{feature.title}: {done.stderr}"
    yield from json.loads(done.stdout)
