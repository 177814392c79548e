"""Small documents and everything that is made of them, for people to read.

`specs/NAME.yaml` is a document, `trees/NAME/` its generated tree, and `trees/NAME/representation.json` what
`clientsmith inspect` prints. The runtime is left out, which is the same everywhere, and so is the documentation but for
one. After a change that is meant, write them anew with `CLIENTSMITH_UPDATE=1` and read the difference before you commit
it.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from clientsmith import Config, generate, inspect

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in (HERE / "specs").glob("*.yaml"))
DOCUMENTED = "bookshop"


def made(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Generate from a document; return path → text of all that is to be compared."""
    monkeypatch.chdir(HERE / "specs")
    config = Config(spec=f"{name}.yaml", output=str(folder))
    generate(config)
    files: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        left_out = {"_core"} if name == DOCUMENTED else {"_core", "docs"}
        if path.is_file() and left_out.isdisjoint(path.relative_to(folder).parts):
            files[path.relative_to(folder).as_posix()] = path.read_text(encoding="utf-8")
    # What changes with every change of the runtime, or with every release, would only hide what matters.
    manifest = json.loads(files.pop("clientsmith-manifest.json"))
    kept = {key: value for key, value in manifest.items() if key not in {"clientsmith", "engine", "files", "spec"}}
    files["clientsmith-manifest.json"] = json.dumps(kept, indent=2, ensure_ascii=False) + "\n"
    files["representation.json"] = inspect(config)[0] + "\n"
    return files


@pytest.mark.parametrize("name", NAMES)
def test_what_is_made_is_as_expected(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = made(name, tmp_path / "out", monkeypatch)
    folder = HERE / "trees" / name
    if os.environ.get("CLIENTSMITH_UPDATE"):
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
    mend = f"if that is meant: CLIENTSMITH_UPDATE=1 pytest tests/golden -k {name}, and read the difference"
    expected = {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sorted(files) == sorted(expected), mend
    for path, text in files.items():
        assert text == expected[path], f"{path} differs; {mend}"


def test_no_tree_is_left_over() -> None:
    assert sorted(path.name for path in (HERE / "trees").iterdir()) == NAMES
