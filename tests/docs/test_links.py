"""Links between the pages that people write."""

from __future__ import annotations

from pathlib import Path

import pytest

from unit.docs.reader import read_page

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), ROOT / "spec" / "README.md"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(path: Path) -> None:
    broken: list[str] = []
    for text, target in read_page(path.read_text(encoding="utf-8")).links:
        file, _, anchor = target.partition("#")
        if "://" in target:
            continue
        found = (path.parent / file).resolve() if file else path
        anchors = read_page(found.read_text(encoding="utf-8")).anchors if anchor and found.is_file() else set()
        if not found.exists() or (anchor and anchor not in anchors):
            broken.append(f"[{text}]({target})")
    assert broken == []
