"""Bad documents, one folder per diagnostic code, with the listing that they give.

`openapi.*` in each folder is the document; `expected.txt` is what `render` prints for all its diagnostics. After a
change that is meant, write the listings anew with `CLIENTSMITH_UPDATE=1` and read the difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clientsmith import Config, SpecError, generate
from clientsmith.diagnostics import Severity, render
from clientsmith.policy import has_errors, judge
from clientsmith.source import ReadOptions, validate

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent.name for path in HERE.glob("*/openapi.*"))
OPTIONS = {
    "too-large": ReadOptions(max_bytes=1000),
    "too-deep": ReadOptions(max_depth=20),
    "too-many-aliases": ReadOptions(max_alias_nodes=500),
    "too-many-files": ReadOptions(max_files=3),
    "remote-failed": ReadOptions(allow_remote=True),
}
STOPS = {
    *("json-syntax", "not-openapi", "openapi-version", "yaml-syntax"),
    *("remote-failed", "too-deep", "too-large", "too-many-aliases", "too-many-files"),
}  # generating goes on in spite of all other faults
NOTHING_ELSE = {
    *("empty-document", "file-not-found", "file-not-readable", "ref-outside", "ref-remote", "ref-scheme"),
    *("not-text", "security-scheme", "security-unknown", "server-variable", "servers-empty"),
    *("yaml-documents", "yaml-key", "yaml-merge", "yaml-tag"),
}  # documents with nothing to generate
SEVERAL = {"many"}  # not about one code: all faults of a document come in one run


def listing(folder: str) -> str:
    (document,) = (HERE / folder).glob("openapi.*")
    _, diagnostics = validate(document.name, OPTIONS.get(folder))
    return "\n\n".join(render(diagnostic) for diagnostic in diagnostics) + "\n"


@pytest.mark.parametrize("folder", FOLDERS)
def test_listing_is_as_expected(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE / folder)
    expected = HERE / folder / "expected.txt"
    text = listing(folder)
    if os.environ.get("CLIENTSMITH_UPDATE"):
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert folder in SEVERAL or f"[{folder}]" in text, "the folder is named after the code that its document must give"
    assert text == expected.read_text(encoding="utf-8"), (
        f"the listing differs; if that is meant: CLIENTSMITH_UPDATE=1 pytest tests/negative -k '{folder}'"
    )


@pytest.mark.parametrize("folder", FOLDERS)
def test_listing_is_the_same_from_another_folder(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (document,) = (HERE / folder).glob("openapi.*")
    monkeypatch.chdir(HERE)
    _, diagnostics = validate(document, OPTIONS.get(folder))
    for diagnostic in diagnostics:
        assert diagnostic.position is not None
        assert diagnostic.position.file.startswith(f"{folder}/") or folder == "remote-failed"


@pytest.mark.parametrize("folder", FOLDERS)
def test_generating_stops_only_where_it_must(folder: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (document,) = (HERE / folder).glob("openapi.*")
    monkeypatch.chdir(HERE / folder)
    if folder in OPTIONS:  # bounds that no configuration sets
        _, diagnostics = validate(document.name, OPTIONS[folder])
        assert has_errors(judge(diagnostics, lenient=True, strict=False)) == (folder in STOPS)
        return
    config = Config(spec=document.name, output=str(tmp_path / "out"), package="shop", client_name="Shop")
    if folder in STOPS | NOTHING_ELSE:
        with pytest.raises(SpecError) as caught:
            generate(config)
        assert [one.code for one in caught.value.diagnostics if one.severity is Severity.ERROR][-1] == (
            folder if folder in STOPS else "nothing-to-generate"
        )
        assert not (tmp_path / "out").exists()
        return
    summary = generate(config)
    assert {one.severity for one in summary.diagnostics} <= {Severity.WARNING}
    assert folder in SEVERAL or folder in {one.code for one in summary.diagnostics}
    assert (tmp_path / "out" / "shop" / "client.py").is_file()
