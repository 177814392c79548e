"""Putting a tree on disk: all of it or nothing, and nothing that is not ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.emit import MANIFEST, WriteError, compare_tree, write_file, write_tree


def tree(**files: str) -> dict[str, str]:
    """Return a tree with a manifest; `__` in a name stands for a slash."""
    written = {name.replace("__", "/"): text for name, text in files.items()}
    return {**written, MANIFEST: json.dumps({"files": dict.fromkeys(written, "sha256:0")})}


def on_disk(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in folder.rglob("*") if path.is_file()
    }


def test_a_new_tree(tmp_path: Path) -> None:
    files = tree(a="1\n", sub__b="ü\n")
    assert write_tree(tmp_path / "new" / "out", files) == tuple(sorted(files))
    assert on_disk(tmp_path / "new" / "out") == files


def test_nothing_changes_where_nothing_has_to(tmp_path: Path) -> None:
    files = tree(a="1", sub__b="2")
    write_tree(tmp_path, files)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert write_tree(tmp_path, files) == ()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    changed = tree(a="1", sub__b="3")
    assert write_tree(tmp_path, changed) == ("sub/b",)
    assert before[tmp_path / "a"] == (tmp_path / "a").stat().st_mtime_ns


def test_stale_files_go_and_foreign_ones_stay(tmp_path: Path) -> None:
    write_tree(tmp_path, tree(keep="1", old__deep__gone="2", old__also="3"))
    (tmp_path / "old" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "old" / "deep" / "__pycache__").mkdir()
    (tmp_path / "old" / "deep" / "__pycache__" / "x.pyc").write_bytes(b"")
    changed = write_tree(tmp_path, tree(keep="1"))
    assert changed == (MANIFEST, "old/also", "old/deep/gone")
    assert sorted(on_disk(tmp_path)) == [MANIFEST, "keep", "old/mine.txt"]
    assert not (tmp_path / "old" / "deep").exists()


@pytest.mark.parametrize("path", ["../outside", "sub/../../outside", "link/outside", "/absolute"])
def test_a_manifest_cannot_reach_out(tmp_path: Path, path: str) -> None:
    output = tmp_path / "out"
    output.mkdir()
    (tmp_path / "outside").write_text("precious", encoding="utf-8")
    (output / "link").symlink_to(tmp_path)
    listed = str(tmp_path / "outside") if path == "/absolute" else path
    (output / MANIFEST).write_text(json.dumps({"files": {listed: "sha256:0"}}), encoding="utf-8")
    write_tree(output, tree(a="1"))
    assert (tmp_path / "outside").read_text(encoding="utf-8") == "precious"
    assert compare_tree(output, tree(a="1")) == ()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"files": []}', '{"files": {"": "x"}}', '{"files": {"\\u0000": "x"}}', "\xff"]
)
def test_a_broken_manifest_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_bytes(text.encode("latin-1"))
    write_tree(tmp_path, tree(a="1"))
    assert on_disk(tmp_path) == tree(a="1")


def test_a_failure_in_the_middle_leaves_the_old_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(tmp_path, tree(a="1", b="1", c="1", gone="1"))
    before = on_disk(tmp_path)
    real = Path.replace
    for fails_at in range(1, 8):
        calls = 0

        def replace(self: Path, target: Path, fails_at: int = fails_at) -> Path:
            nonlocal calls
            calls += 1
            if calls == fails_at:
                raise OSError(28, "No space left on device", str(target))
            return real(self, target)

        monkeypatch.setattr(Path, "replace", replace)
        with pytest.raises(WriteError, match=r"cannot write .*: No space left on device"):
            write_tree(tmp_path, tree(a="2", b="2", d="2", sub__e="2"))
        monkeypatch.setattr(Path, "replace", real)
        assert on_disk(tmp_path) == before


def test_a_file_in_the_way_of_a_folder(tmp_path: Path) -> None:
    write_tree(tmp_path, tree(a="1"))
    (tmp_path / "sub").write_text("mine", encoding="utf-8")
    before = on_disk(tmp_path)
    with pytest.raises(WriteError):
        write_tree(tmp_path, tree(a="2", sub__b="2"))
    assert on_disk(tmp_path) == before


def test_a_file_becomes_a_folder_and_back(tmp_path: Path) -> None:
    """A group that splits: `x` goes where `x/y` comes."""
    write_tree(tmp_path, tree(x="1"))
    write_tree(tmp_path, tree(x__y="2"))
    assert on_disk(tmp_path) == tree(x__y="2")
    write_tree(tmp_path, tree(x="1"))
    assert on_disk(tmp_path) == tree(x="1")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WriteError, match="cannot write"):
        write_tree(tmp_path / "file" / "out", tree(a="1"))
    assert on_disk(tmp_path) == {"file": ""}


def test_comparing(tmp_path: Path) -> None:
    write_tree(tmp_path, tree(a="1\n2\n3\n", b="1", gone="1"))
    (tmp_path / "b").unlink()
    (tmp_path / "foreign").write_text("", encoding="utf-8")
    before = on_disk(tmp_path)
    found = {one.path: one for one in compare_tree(tmp_path, tree(a="1\nzwei\n3\n", b="1"))}
    assert {path: one.what for path, one in found.items()} == {
        "a": "differs",
        "b": "missing",
        MANIFEST: "differs",
        "gone": "no longer generated",
    }
    assert "-2\n+zwei" in found["a"].diff
    assert on_disk(tmp_path) == before


def test_long_differences_are_cut(tmp_path: Path) -> None:
    write_tree(tmp_path, tree(a="\n".join(str(number) for number in range(500))))
    (difference,) = [one for one in compare_tree(tmp_path, tree(a="")) if one.path == "a"]
    assert difference.diff.count("\n") < 50
    assert difference.diff.endswith("more lines")


def test_comparing_bytes_that_are_no_text(tmp_path: Path) -> None:
    write_tree(tmp_path, tree(a="1"))
    (tmp_path / "a").write_bytes(b"\xff\x00")
    assert [one.path for one in compare_tree(tmp_path, tree(a="1"))] == ["a"]


def test_a_single_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text("before", encoding="utf-8")
    write_file(path, "after ä\n")
    assert path.read_bytes() == "after ä\n".encode()
    with pytest.raises(WriteError, match="cannot be written"):
        write_file(tmp_path / "nowhere" / "names.toml", "text")
    assert [one.name for one in tmp_path.iterdir()] == ["names.toml"]
