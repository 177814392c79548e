"""The page of features is what the features come to; `CLIENTSMITH_UPDATE=1` writes it anew."""

from __future__ import annotations

import os
from pathlib import Path

from support.features import features, page

PAGE = Path(__file__).parents[2] / "docs" / "features.md"


def test_the_page_is_what_comes_out(tmp_path: Path) -> None:
    text = page(features(tmp_path))
    if os.environ.get("CLIENTSMITH_UPDATE"):
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    mend = "if that is meant: CLIENTSMITH_UPDATE=1 pytest tests/golden/test_features.py, and read the difference"
    assert text == PAGE.read_text(encoding="utf-8"), mend
