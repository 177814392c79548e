"""Generating a package from a document that stands in the test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clientsmith import Config, generate
from clientsmith.pipeline import Summary


@dataclass(frozen=True, slots=True)
class Generated:
    """A generated tree: the folder that holds it, the name of the package in it, and what the run said."""

    folder: Path
    package: str
    summary: Summary

    @property
    def path(self) -> Path:
        """The folder of the package."""
        return self.folder / self.package

    @property
    def manifest(self) -> Any:
        """The manifest, read."""
        return json.loads((self.folder / "clientsmith-manifest.json").read_text(encoding="utf-8"))

    def source(self, module: str) -> str:
        """Return the text of a module, given as a path below the package without its ending."""
        return (self.path / f"{module}.py").read_text(encoding="utf-8")


def document(body: str, **info: str) -> str:
    """Return a whole document in YAML for the `paths:` and other parts in `body`.

    Args:
        body: YAML from the level of `paths` on; it may be indented.
        info: members of `info`; a title and a version are there without saying.
    """
    told = json.dumps({"title": "Shop", "version": "1", **info})
    return f"openapi: 3.1.0\ninfo: {told}\n{textwrap.dedent(body)}"


def write_spec(spec: dict[str, Any] | str, folder: Path) -> Path:
    """Write a document, given as a tree or as YAML text, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "openapi.yaml"
    text = spec if isinstance(spec, str) else json.dumps(spec, ensure_ascii=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def generate_package(spec: dict[str, Any] | str, folder: Path, **config: Any) -> Generated:
    """Generate a package.

    Args:
        spec: the document, as a tree or as YAML text.
        folder: where the document and, in `out`, the generated tree come to be.
        config: settings of the run (`package`, `client_name`); `shop` and `Shop` unless they say otherwise.
    """
    path = write_spec(spec, folder)
    settings = {"package": "shop", "client_name": "Shop", **config}
    output = folder / "out"
    summary = generate(Config(spec=str(path), output=str(output), **settings))
    return Generated(output, summary.package, summary)


def clean_environment(*folders: Path | str, **variables: str) -> dict[str, str]:
    """Return the environment of a process that finds packages in `folders`, without settings of the test's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "SHOP"))}
    path = os.pathsep.join(str(folder) for folder in folders)
    return {**kept, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONSAFEPATH": "1", **variables}


def run(code: str, generated: Generated, python: Path | str = sys.executable, **variables: str) -> str:
    """Run code in a fresh process that has a generated package on its path; return what it prints.

    Warnings are errors there.
    """
    done = subprocess.run(
        [str(python), "-W", "error", "-c", textwrap.dedent(code)],
        env=clean_environment(generated.folder, **variables),
        cwd=generated.folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
